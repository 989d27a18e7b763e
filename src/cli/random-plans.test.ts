import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { faults } from './fixtures/faults.ts';
import { measureFromPlan } from './run-measure.ts';
import { summarise } from './summary.ts';

const root = mkdtempSync(join(tmpdir(), 'foulee-random-'));
const config = { ...readConfig(), dataFolder: join(root, 'data') };
afterAll(() => rmSync(root, { recursive: true, force: true }));

const comparisons = [
  'design: randomised, arm: arm, treated: 1',
  'design: randomised, arm: arm, treated: 1, take_up: used, covariates: [zone]',
  'design: randomised, arm: arm, treated: 1, adjustment: lin, covariates: [zone, age]',
  'design: randomised, arm: arm, treated: 1, adjustment: cuped, pre_period: age',
  'design: randomised, arm: arm, treated: 1, strata: zone',
  'design: adjusted, arm: arm, treated: 1, covariates: [zone, age], adjustment: matching-nearest, replacement: false',
  ...['doubly-robust', 'weighting', 'entropy', 'matching-exact', 'matching-nearest'].map(
    (adjustment) =>
      `design: adjusted, arm: arm, treated: 1, covariates: [zone, age], adjustment: ${adjustment}`,
  ),
  'design: adjusted, arm: arm, treated: 1, covariates: [zone], linkage: {missed: 0.4, false: 0.3}',
  'design: rollout, territory: zone, started: starts',
  'design: before-after, started: 2020-06-01',
];
const followed = comparisons.map(
  (comparison, i) =>
    `  - {id: f${i}, method: follow-up, population: people, horizons: [30d, 90d], breakdown: [zone], comparison: {${comparison}}, decision: {threshold: 0.01, value_per_outcome: 2000, cost: 150000}}`,
);
const panels = [
  'design: rollout',
  'design: rollout, estimator: synthetic-control',
  'design: before-after',
].map(
  (comparison, i) =>
    `  - {id: p${i}, method: rollout, panel: panel, comparison: {${comparison}}, decision: {threshold: 1, cost: 5000, value_per_outcome: 20}}`,
);
const words = 'sentence: {total: heures, each: gagnées par réponse, sampled: cas, cases: réponses}';
const planText = `
foulee: 1
service: {id: hasard, name: Hasard}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  people: {kind: units, files: [people.csv], entry: entry, time: time, attributes: {arm: arm, used: used, zone: zone, age: age}, complete_through: 2020-12-31}
  starts: {kind: territories, files: [starts.csv], territory: zone, started: day}
  panel: {kind: panel, files: [panel.csv], territory: zone, period: month, value: value, started: day}
  sample: {kind: sample, files: [sample.csv], value: value, weight: weight, drawn: random, attributes: {zone: zone}}
  answers: {kind: sample, files: [sample.csv], value: answer, drawn: all, attributes: {zone: zone}}
  visits: {kind: events, files: [visits.csv], time: day}
  series: {kind: series, files: [visits.csv], time: day, value: value}
indicators:
${[...followed, ...panels].join('\n')}
  - {id: volume, method: sample-volume, unit: h, sample: sample, volume: visits, ${words}}
  - {id: sign, method: proxy, count: visits, counted: visites, calibration: {source: answers, yes: oui, effect: embauches}}
  - {id: asked, method: asked-later, answers: answers, yes: oui, margins: {zone: {a: 50, b: 30}}, breakdown: [zone]}
  - {id: declared, matrix: useful, method: declared, series: series, unit: points, direction: up}
`;

/** Small tables, often with an empty group, one territory, nothing that happens, or nothing else. */
function tables(seed: number): Record<string, string> {
  const random = seededRandom(seed);
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const often = one([0, 0.02, 0.5, 1]);
  const arms = one([['0', '1'], ['0', '1'], ['0', '1'], ['0', '1', ''], ['1'], ['0']]);
  const zones = one([['a'], ['a', 'b'], ['a', 'b', 'c', 'd', 'e', 'f'], ['a', 'b', '']]);
  const days = one([['2020-01-05'], ['2020-01-05', '2020-03-09', '2020-08-02'], ['2020-12-20']]);
  const rows = (most: number, row: (i: number) => readonly (string | number)[]) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, (_, i) => row(i).join(',')).join('\n');
  const starts = Object.fromEntries(zones.map((zone) => [zone, one(['', '2020-03', '2020-05', '2020-05'])]));
  const months = Array.from(
    { length: one([1, 2, 8, 20]) },
    (_, k) => `${2019 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`,
  );
  const level = one([() => 3, () => random(), () => 1e12 * random(), () => 0]);
  const entered = () => {
    const entry = one(days);
    return [entry, random() < often ? `${entry.slice(0, 5)}${entry.slice(5, 7)}-${28}` : ''] as const;
  };
  return {
    'people.csv': `entry,time,arm,used,zone,age\n${rows(one([1, 40, 400, 400]), () => [...entered(), one(arms), one(['0', '1']), one(zones), one(['20', '30', '99999', ''])])}`,
    'starts.csv': `zone,day\n${zones.map((zone) => `${zone || 'z'},${starts[zone] === '' ? '' : `${starts[zone]}-01`}`).join('\n')}`,
    'panel.csv': `zone,month,value,day\n${zones.flatMap((zone) => months.map((month) => [zone || 'z', month, level(), starts[zone]].join(','))).join('\n')}`,
    'sample.csv': `value,weight,answer,zone\n${rows(one([1, 3, 60]), () => [one([level(), '']), one([1, 1, 0.5]), one(['oui', 'non', '']), one(zones)])}`,
    'visits.csv': `day,value\n${rows(one([1, 200]), (i) => [one(days), i])}`,
  };
}

const seen = { estimate: 0, insufficient: 0 };

test('the plan itself is right: what is refused comes from the data', () => {
  expect(readPlan(planText).problems).toEqual([]);
});

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
  'world %i: sentences and figures, never NaN, Infinity, a missing sentence or an interval of no width',
  async (seed) => {
    const folder = join(root, `${seed}`);
    mkdirSync(folder);
    for (const [name, text] of Object.entries({ ...tables(seed), 'impact.yaml': planText }))
      writeFileSync(join(folder, name), text);
    const ids = [...planText.matchAll(/\{id: (\w+), (?:matrix|method)/g)].map(([, id = '']) => id);
    const told = async (only: readonly string[] | null, refresh: boolean) => {
      const document = await measureFromPlan(join(folder, 'impact.yaml'), {
        refresh,
        config,
        ...(only === null ? {} : { only }),
      });
      expect(faults(document)).toEqual([]);
      for (const { effects, estimates } of document.measures)
        for (const { kind } of [...effects, ...estimates]) seen[kind]++;
      expect(summarise(document, { colour: false })).not.toMatch(/NaN|Infinity|undefined|\[object/);
    };
    const refused = (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      expect(`${error.message} ${error.advice}`).not.toMatch(/NaN|Infinity|undefined/);
    };
    try {
      await told(null, true);
    } catch (error) {
      refused(error);
      for (const id of ids) await told([id], false).catch(refused);
    }
  },
);

test('among them are figures and refusals', () => {
  expect(seen.estimate).toBeGreaterThan(100);
  expect(seen.insufficient).toBeGreaterThan(100);
});
