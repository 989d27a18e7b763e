import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test, vi } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { workedCases, workedExample } from '../portfolio/cases/examples/worked-example.ts';
import { addCases } from './cases.ts';
import { addProject } from './project.ts';
import { measureFromPlan } from './run-measure.ts';
import { summarise } from './summary.ts';

const root = mkdtempSync(join(tmpdir(), 'foulee-worked-'));
afterAll(() => rmSync(root, { recursive: true }));

async function foulee(...words: string[]): Promise<string> {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const program = new Command('foulee').exitOverride();
  addCases(program);
  addProject(program);
  await program.parseAsync(['node', 'foulee', ...words]).finally(() => spy.mockRestore());
  return printed;
}

/** Writes an example in a folder of its own, changes a file as the guide says, and measures. */
async function measured(
  id: string,
  change?: { readonly file: string; readonly to: (text: string) => string },
): Promise<string> {
  const folder = mkdtempSync(join(root, 'exemple-'));
  await foulee('cases', 'example', id, folder);
  if (change !== undefined) {
    const path = join(folder, change.file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, change.to(before));
    expect(readFileSync(path, 'utf8')).not.toBe(before);
  }
  return measuredIn(folder);
}

async function measuredIn(folder: string): Promise<string> {
  const config = {
    ...readConfig(),
    dataFolder: join(folder, 'donnees'),
    temporaryFolder: join(folder, 'tmp'),
    key: { from: 'environment' as const, text: 'k'.repeat(64) },
  };
  const document = await measureFromPlan(join(folder, 'impact.yaml'), { refresh: true, config });
  return summarise(document, { colour: false });
}

/** The plan of the draw, as the guide changes it to show the comparison one would make first. */
const byOpening = (plan: string) =>
  plan.replace(/horizons: \[90d, 180d\].*/, 'horizons: [180d]\n    breakdown: [ouvert]');

const runs: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'exemple-echantillon-volume': () =>
    Promise.all([
      measured('mps'),
      measured('mps', { file: 'marches.csv', to: (text) => text.split('\n').slice(0, 9).join('\n') }),
    ]),
  'exemple-signe': () =>
    Promise.all([
      measured('plante-et-moi'),
      measured('plante-et-moi', {
        file: 'impact.yaml',
        to: (plan) => plan.replace(/^ +calibration:.*\n/m, ''),
      }),
      measured('maintenant'),
    ]),
  'exemple-tirage-au-sort': async () => [
    await measured('la-bonne-boite'),
    await measured('la-bonne-boite', { file: 'impact.yaml', to: byOpening }),
    await foulee('project', '--baseline', '0.12', '--effect', '0.0024', '--horizon', '180d'),
    await foulee('project', '--baseline', '0.12', '--effect', '0.01', '--horizon', '180d'),
  ],
};

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

const fence = /^```(\w*)\n(.*?)^```$/gms;

test('every worked case has a guide whose runs are known', () => {
  expect(new Set(workedCases.map((id) => workedExample(id)?.guide))).toEqual(new Set(Object.keys(runs)));
});

test.each(Object.entries(runs))('%s: what the guide shows is what is printed', async (name, run) => {
  const guide = readFileSync(join(import.meta.dirname, `../../docs/methodes/${name}.md`), 'utf8');
  const printed = spaced((await run()).join('\n'));
  const shown = [...guide.matchAll(fence)].flatMap(([, language, text = '']) =>
    language === '' ? [spaced(text)] : [],
  );
  expect(shown.length).toBeGreaterThanOrEqual(4);
  for (const block of shown) expect(printed).toContain(block);
  const prose = guide.replace(fence, '').replace(/`[^`]*`/g, '');
  const told = workedCases.map((id) => workedExample(id)?.example.how).join(' ');
  for (const [number] of prose.matchAll(/\d{1,3}(?:[\s]\d{3})+|\d+ h \d\d/g)) {
    expect(spaced(`${printed} ${told}`), `« ${number} » is printed nowhere`).toContain(spaced(number));
  }
});

test('the guide of rollouts: its own table and plan print what it shows', async () => {
  const guide = readFileSync(
    join(import.meta.dirname, '../../docs/methodes/deploiement-par-territoires.md'),
    'utf8',
  );
  const [table = '', plan = '', shown = ''] = [...guide.matchAll(/^```\w*\n(.*?)^```/gms)].map(
    ([, text]) => text,
  );
  const folder = mkdtempSync(join(root, 'guide-'));
  writeFileSync(join(folder, 'departements.csv'), table);
  writeFileSync(join(folder, 'impact.yaml'), plan);
  expect(spaced(await measuredIn(folder))).toContain(spaced(shown));
});

test('the same seed writes the same files; a folder in use is left as it is', async () => {
  for (const id of workedCases) expect(workedExample(id)?.files()).toEqual(workedExample(id)?.files());
  const folder = mkdtempSync(join(root, 'plein-'));
  writeFileSync(join(folder, 'lettre.txt'), '');
  const refused = await foulee('cases', 'example', 'mps', folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  const told = await foulee('cases', 'example', 'estime', join(root, 'rien')).catch(
    (error: unknown) => error,
  );
  expect(String(told)).toContain('n’est pas un cas travaillé');
});
