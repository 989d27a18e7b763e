import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { faults } from './fixtures/faults.ts';
import { measureFromPlan } from './run-measure.ts';

const root = mkdtempSync(join(tmpdir(), 'foulee-bad-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let worlds = 0;

/** The measure of a plan of one table and one indicator. */
async function measured(source: string, indicator: string, rows: readonly string[]) {
  const folder = join(root, `w${worlds++}`);
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'impact.yaml'),
    `foulee: 1
service: {id: s, name: S}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  t: {files: [t.csv], ${source}}
indicators:
  - {id: i, name: Emploi, ${indicator}}
`,
  );
  writeFileSync(join(folder, 't.csv'), `${rows.join('\n')}\n`);
  const config = { ...readConfig(), dataFolder: join(folder, 'data') };
  const [measure] = (await measureFromPlan(join(folder, 'impact.yaml'), { refresh: true, config })).measures;
  if (measure === undefined) throw new Error('no measure');
  expect(faults(measure)).toEqual([]);
  return measure;
}

const people = 'kind: units, duration: jours, status: fin, event: emploi, attributes: {bras: bras}';
const drawn =
  'method: follow-up, population: t, horizons: [30d], comparison: {design: randomised, arm: bras}';
const spell = (i: number, jours: number) => `${jours},${i % 3 === 0 ? 'emploi' : 'suivi'},${i % 2}`;

describe('negative time', () => {
  test('a duration under zero is a row that cannot be read: set aside, counted, its fault said', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => spell(i, i === 7 ? -3 : 20 + (i % 40)));
    const { inputs, units } = await measured(`${people}, max_rejected: 0.05`, drawn, [
      'jours,fin,bras',
      ...rows,
    ]);
    expect([inputs[0]?.rejected, units]).toEqual([1, 199]);
  });

  test('too many of them refuse the whole table in a sentence', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => spell(i, -1 - i));
    const refusal = await measured(people, drawn, ['jours,fin,bras', ...rows]).catch(
      (error: unknown) => error,
    );
    if (!(refusal instanceof Refusal)) throw refusal;
    expect(`${refusal.message} ${refusal.advice}`).toContain(
      'durée qui n’est pas un nombre entier positif ou nul',
    );
  });

  test('an effect dated before the entry did not follow it: it does not count, and nothing is negative', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) =>
        `2024-03-0${1 + (i % 9)},${i % 4 === 0 ? '2024-01-15' : i % 4 === 1 ? '2024-03-20' : ''},${i % 2}`,
    );
    const source =
      'kind: units, entry: entree, time: emploi, attributes: {bras: bras}, complete_through: 2024-12-31';
    const measure = await measured(source, drawn, ['entree,emploi,bras', ...rows]);
    expect(measure.outcomes).toBe(50);
  });
});

const panel =
  'kind: panel, territory: dep, period: mois, value: v, started: debut, attributes: {region: region}';
const rollout = (more = '') => `method: rollout, panel: t, comparison: {design: rollout${more}}`;
const table = (starts: readonly string[], months: number) => [
  'dep,mois,v,debut,region',
  ...starts.flatMap((start, k) =>
    Array.from({ length: months }, (_, t) => `D${k},2024-0${t + 1},${10 + ((k * 7 + t * 3) % 5)},${start},r`),
  ),
];
const some = ['2024-03', '2024-03', '2024-03', '', '', ''];

test('NaN and numbers beyond counting are no values: their territory is incomplete, and nothing shows them', async () => {
  const rows = table([...some, '2024-03', ''], 6).map((row) =>
    row.startsWith('D6,2024-02') ? 'D6,2024-02,NaN,2024-03,r' : row.replace(/^(D7,2024-02),\d+/, '$1,'),
  );
  const { effects, inputs } = await measured(panel, rollout(), rows);
  expect(effects.map(({ kind }) => kind)).toEqual(['estimate', 'estimate']);
  expect(inputs[0]?.rejected).toBe(0);
  const huge = await measured(
    panel,
    rollout(),
    rows.map((row) => row.replace('NaN', '4e300')),
  );
  expect(huge.inputs[0]?.rejected).toBe(1);
});

test.each([
  ['one period', rollout(), table(some, 1), 'not-identified'],
  [
    'two periods, one cluster',
    rollout(', cluster: region'),
    table(
      some.map((s) => s && '2024-02'),
      2,
    ),
    'not-identified',
  ],
  [
    'treated everywhere on the same day',
    rollout(),
    table(
      some.map(() => '2024-03'),
      6,
    ),
    'not-identified',
  ],
  [
    'treated everywhere from the start',
    rollout(),
    table(
      some.map(() => '2023-01'),
      6,
    ),
    'not-identified',
  ],
  [
    'nobody treated',
    rollout(),
    table(
      some.map(() => ''),
      6,
    ),
    'not-identified',
  ],
  ['two territories', rollout(), table(['2024-03', ''], 6), 'not-enough'],
])('a table of territories with %s: no effect, and a sentence', async (_, indicator, rows, reason) => {
  const { effects, headline, evidence } = await measured(panel, indicator, rows);
  expect(effects.map(({ kind }) => kind)).toEqual(['insufficient', 'insufficient']);
  expect(effects[0]).toMatchObject({ reason });
  expect(headline.sentence).toMatch(/\.$/);
  expect(evidence.level).toBeLessThanOrEqual(2);
});
