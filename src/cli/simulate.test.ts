import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { Refusal } from '../platform/refusal.ts';
import { addSimulate } from './simulate.ts';

const root = mkdtempSync(join(tmpdir(), 'foulee-'));
const newFolder = () => mkdtempSync(join(root, 'essai-'));
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function simulate(...flags: string[]): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const program = new Command('foulee').exitOverride();
  addSimulate(program);
  await program.parseAsync(['node', 'foulee', 'simulate', ...flags]);
  return printed;
}

async function refusal(...flags: string[]): Promise<Refusal> {
  const error: unknown = await simulate(...flags).catch((caught: unknown) => caught);
  if (error instanceof Refusal) return error;
  throw new Error(`not refused: ${String(error)}`);
}

const small = ['--size', '300', '--months', '4'];

test('writes a world and says where, and how to measure it', async () => {
  const output = join(newFolder(), 'monde');
  const printed = await simulate('--output', output, '--uses', '1 000', '--hires', '2k', '--months', '4');
  expect(printed).toContain("Lignes d'usage : 1 000,".replace('1 000', '1\u202f000'));
  expect(printed).toContain(`foulee measure ${join(output, 'impact.yaml')}`);
  expect(readdirSync(output)).toHaveLength(10);
});

test('real monthly figures give the months of the world', async () => {
  const funnel = join(newFolder(), 'mois.csv');
  const months = ['2020-11;3;1', '2020-12;2;1', '2021-01;4;1', '2021-02;3;1'];
  writeFileSync(funnel, ['periode;nb_idpe_unique_afficher_details_favori;nb_embauche', ...months].join('\n'));
  const output = newFolder();
  await simulate('--output', output, '--size', '300', '--funnel', funnel);
  expect(readdirSync(output).filter((name) => name.startsWith('dpae-'))).toEqual(
    ['202011', '202012', '202101', '202102'].map((month) => `dpae-${month}.csv`),
  );
});

test.each([[[]], [['--people']], [['--format', 'csv', '--gz', '--people']]])(
  'the plan beside the files is a valid one (%s)',
  async (flags) => {
    const output = newFolder();
    await simulate('--output', output, ...small, ...flags);
    const { plan, problems } = readPlan(readFileSync(join(output, 'impact.yaml'), 'utf8'));
    expect(problems).toEqual([]);
    expect(plan?.indicators.map(({ id }) => id).slice(0, 2)).toEqual([
      'hired-by-viewed-company',
      'back-to-work',
    ]);
    expect(plan?.sources.hires?.completeThrough).toBe('2018-11-16');
    expect(plan?.sources.usage?.matchingRight).toContain('simulées');
  },
);

test('a folder that holds something is refused, and kept, without --force', async () => {
  const output = newFolder();
  await simulate('--output', output, ...small);
  const before = readFileSync(join(output, 'truth.json'));
  expect((await refusal('--output', output, ...small)).advice).toContain('--force');
  expect(readFileSync(join(output, 'truth.json'))).toEqual(before);
  await simulate('--output', output, ...small, '--seed', '9', '--force');
  expect(readFileSync(join(output, 'truth.json'))).not.toEqual(before);
});

test('real files are never replaced, even with --force', async () => {
  const output = newFolder();
  writeFileSync(join(output, 'impact.yaml'), 'foulee: 1\n');
  expect((await refusal('--output', output, ...small, '--force')).message).toContain('simulation');
  expect(readFileSync(join(output, 'impact.yaml'), 'utf8')).toBe('foulee: 1\n');
});

test.each([
  [['--size', 'beaucoup'], /--size beaucoup/],
  [['--size', '0'], /--size 0/],
  [['--uses', '100'], /--uses et --hires/],
  [['--size', '100', '--uses', '1', '--hires', '1'], /--uses et --hires/],
  [['--start', '2018-13'], /2018-13 n'est pas un mois/],
  [['--months', '2'], /--months 2/],
  [['--seed', '-1'], /--seed -1/],
  [['--format', 'xml'], /--format xml/],
  [['--effect', '0'], /--effect 0/],
  [['--missed-links', '1'], /--missed-links 1/],
  [['--funnel', '/absent.csv'], /absent\.csv/],
])('%s is refused with what to do', async (flags, message) => {
  const refused = await refusal('--output', join(root, 'jamais'), ...flags);
  expect(refused.message).toMatch(message);
  expect(refused.advice).not.toBe('');
  expect(readdirSync(root)).not.toContain('jamais');
});

test('a path through a file is refused in French', async () => {
  const file = join(newFolder(), 'fichier');
  writeFileSync(file, '');
  expect((await refusal('--output', join(file, 'monde'), ...small)).message).toMatch(/chemin est un fichier/);
});
