import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FollowUpMeasure } from '../measure/measure.ts';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { drawnAlone, drawnWithinStrata } from '../platform/seeded-draw.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { assign } from './assign.ts';
import { measureFromPlan } from './run-measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-assign-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const config = readConfig({
  FOULEE_DATA: at('data'),
  FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef',
});

const plan = (comparison: string) => `foulee: 1
service: {id: courriel, name: Courriel}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: chômeurs}
sources:
  people: {kind: units, files: [personnes.csv], subject: id, entry: jour, letter_case: ignore, matching_right: essai}
  hires: {kind: outcomes, files: [embauches.csv], subject: id, time: jour, complete_through: 2025-12-31, letter_case: ignore, matching_right: essai}
  draw: {kind: assignments, files: [tirage.csv], subject: id, arm: arm, letter_case: ignore, matching_right: essai}
indicators:
  - {id: emploi, method: follow-up, population: people, outcome: hires, horizons: [90d], comparison: ${comparison}}
`;
const seeded = '{design: randomised, assignment: {seed: "automne 2026", shares: {invite: 0.5, temoin: 0.5}}}';

beforeAll(() => {
  const random = seededRandom(9);
  const people = Array.from(
    { length: 3000 },
    (_, i) => `Id${i};2025-01-${10 + (i % 20)};${i % 3 === 0 ? 'nord' : 'sud'}`,
  );
  writeFileSync(at('personnes.csv'), `id;jour;zone\n${people.join('\n')}\n`);
  const hired = people
    .filter(() => random() < 0.2)
    .map((line) => `${line.split(';')[0]?.toUpperCase()};2025-03-01`);
  writeFileSync(at('embauches.csv'), `id;jour\n${hired.join('\n')}\n`);
  writeFileSync(at('tirage.csv'), 'id,arm\nx,invite\n');
  writeFileSync(at('impact.yaml'), plan(seeded));
});

const drawn = (file: string): readonly (readonly [string, string])[] =>
  readFileSync(at(file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',') as [string, string]);
const size = (file: string, arm: string) => drawn(file).filter(([, name]) => name === arm).length;

async function measured(comparison: string): Promise<FollowUpMeasure> {
  writeFileSync(at('mesure.yaml'), plan(comparison));
  const [measure] = (await measureFromPlan(at('mesure.yaml'), { refresh: true, config })).measures;
  if (measure?.method !== 'follow-up') throw new Error('no measure');
  return measure;
}

describe('foulee assign', () => {
  test('draws from the plan’s seed; the plan alone finds every arm again, and so does the file', async () => {
    const said = await assign(
      at('personnes.csv'),
      { output: at('invitations.csv'), plan: at('impact.yaml') },
      config,
    );
    expect(drawn('invitations.csv')).toHaveLength(3000);
    expect(said).toContain('invite :');
    expect(said).not.toContain('Id12');
    expect(statSync(at('invitations.csv')).mode & 0o077).toBe(0);
    const bySeed = await measured(seeded);
    expect(bySeed.comparison?.arms.treated.units).toBe(size('invitations.csv', 'invite'));
    expect(bySeed.comparison?.arms.control.units).toBe(size('invitations.csv', 'temoin'));
    writeFileSync(at('tirage.csv'), readFileSync(at('invitations.csv')));
    const byFile = await measured('{design: randomised, assignment: draw, treated: invite}');
    expect(byFile.comparison?.arms).toEqual(bySeed.comparison?.arms);
    expect(byFile.effects.map(({ value }) => value)).toEqual(bySeed.effects.map(({ value }) => value));
  });

  test('the same seed gives the same bytes, another seed another draw', async () => {
    const flags = { subject: 'id', arms: 'a=0.2,b=0.8', output: at('un.csv') };
    await assign(at('personnes.csv'), { ...flags, seed: 's1' }, config);
    await assign(at('personnes.csv'), { ...flags, seed: 's1', output: at('deux.csv') }, config);
    await assign(at('personnes.csv'), { ...flags, seed: 's2', output: at('trois.csv') }, config);
    expect(readFileSync(at('un.csv'), 'utf8')).toBe(readFileSync(at('deux.csv'), 'utf8'));
    expect(readFileSync(at('un.csv'), 'utf8')).not.toBe(readFileSync(at('trois.csv'), 'utf8'));
    expect(size('un.csv', 'a') / 3000).toBeCloseTo(0.2, 1);
  });

  test('by strata, each value is shared out to the person', async () => {
    await assign(
      at('personnes.csv'),
      { subject: 'id', seed: 's', arms: 'a=0.5,b=0.5', strata: 'zone', output: at('strates.csv') },
      config,
    );
    const north = drawn('strates.csv').filter((_, i) => i % 3 === 0);
    expect(north.filter(([, arm]) => arm === 'a')).toHaveLength(500);
    expect(size('strates.csv', 'a')).toBe(1500);
  });

  test('a person listed twice is drawn once, an empty identifier is left out, and both are said', async () => {
    writeFileSync(at('liste.csv'), 'id\nA\nB\nA\n\n" "\nC\n');
    const said = await assign(
      at('liste.csv'),
      { subject: 'id', seed: 's', arms: 'a=0.5,b=0.5', output: at('petit.csv') },
      config,
    );
    expect(drawn('petit.csv').map(([id]) => id)).toEqual(['A', 'B', 'C']);
    expect(said).toContain('n’est tirée qu’une fois');
    expect(said).toContain('sans identifiant');
  });

  test.each([
    [{ subject: 'id', seed: 's', arms: 'a=0.5,b=0.6' }, 'deux groupes au moins'],
    [{ subject: 'id', seed: 's', arms: 'a=1' }, 'deux groupes au moins'],
    [{ subject: 'id', arms: 'a=0.5,b=0.5' }, 'une graine'],
    [{ subject: 'nom', seed: 's', arms: 'a=0.5,b=0.5' }, 'nom'],
    [{ plan: 'impact.yaml', indicator: 'autre' }, 'aucun tirage au sort'],
  ])('%j is refused in French, nothing written', async (flags, sentence) => {
    const output = at('refus.csv');
    const asked = { ...flags, output, ...('plan' in flags ? { plan: at('impact.yaml') } : {}) };
    const refusal = await assign(at('personnes.csv'), asked, config).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).message).toContain(sentence);
    expect(() => statSync(output)).toThrow();
  });

  test('a draw already written is not replaced unless asked', async () => {
    const flags = { subject: 'id', seed: 's', arms: 'a=0.5,b=0.5', output: at('deja.csv') };
    await assign(at('personnes.csv'), flags, config);
    await expect(assign(at('personnes.csv'), flags, config)).rejects.toThrow('existe déjà');
    await assign(at('personnes.csv'), { ...flags, force: true }, config);
  });
});

test('shares hold on many draws, and strata do not change who is drawn first', () => {
  const pseudonyms = Array.from({ length: 20_000 }, (_, i) => String(i * 7919 - 50_000_000));
  const shares = [
    { name: 'a', share: 0.1 },
    { name: 'b', share: 0.9 },
  ];
  const alone = drawnAlone('graine', shares, pseudonyms);
  expect(alone.filter((arm) => arm === 'a').length / 20_000).toBeCloseTo(0.1, 2);
  const people = pseudonyms.slice(0, 11).map((pseudonym) => ({ pseudonym, stratum: '' }));
  expect(drawnWithinStrata('graine', shares, people).filter((arm) => arm === 'a')).toHaveLength(1);
});
