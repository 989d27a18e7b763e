import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RolloutMeasure } from '../measure.ts';
import { measuredFromFiles } from './fixtures/measured-from-files.ts';

/** Reference results computed with R, kept outside the repository, reached here through a plan and its files. */
const folder = new URL('../../../../shared/oracles/', import.meta.url);
const there = existsSync(folder);
if (!there) {
  console.warn(
    `\n  SKIPPED: no reference results in ${folder.pathname}; no plan by territories was compared with them.\n`,
  );
}

interface Expected {
  readonly [key: string]: Expected | number;
}

const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

function expectedOf(file: string, check: string): Expected {
  const found: { checks: { id: string; expected: Expected }[] } = JSON.parse(read(`cases/${file}.json`));
  const one = found.checks.find(({ id }) => id === `${file}/${check}`);
  if (one === undefined) throw new Error(`no check ${check}`);
  return one.expected;
}

const number = (from: Expected, ...path: readonly string[]): number => {
  let value: Expected | number | undefined = from;
  for (const key of path) value = typeof value === 'object' ? value[key] : undefined;
  if (typeof value !== 'number') throw new Error(`no ${path.join('/')}`);
  return value;
};

async function measured(source: string, keys: string, csv: string): Promise<RolloutMeasure> {
  const plan = `foulee: 1
service: {id: s, name: S}
effect: {statement: Des personnes vont mieux, domain: social}
sources:
  t: {kind: panel, files: [t.csv], ${source}}
indicators:
  - {id: a, method: rollout, panel: t, ${keys}}
`;
  const [measure] = (await measuredFromFiles(plan, { 't.csv': csv })).measures;
  if (measure?.method !== 'rollout') throw new Error('no measure');
  expect(JSON.stringify(measure)).not.toMatch(/NaN|Infinity/);
  return measure;
}

const near = (found: number | null | undefined, wanted: number, relative: number): void => {
  expect(found ?? Number.NaN).toBeGreaterThan(wanted - relative * Math.max(1e-6, Math.abs(wanted)));
  expect(found ?? Number.NaN).toBeLessThan(wanted + relative * Math.max(1e-6, Math.abs(wanted)));
};

describe.skipIf(!there)('reference results, through a plan', () => {
  test('two groups, two periods (Card and Krueger)', async () => {
    const expected = expectedOf('s10-did-card-krueger', 'did');
    const rows = read('data/s10-did-card-krueger-njmin.csv').trim().split(/\r?\n/);
    const started = rows.map(
      (row, i) => `${row},${i === 0 ? 'started' : row.split(',')[1] === '1' ? 1 : ''}`,
    );
    const { rollout, effects } = await measured(
      'territory: store, period: d, value: fte, started: started',
      'comparison: {design: rollout}',
      started.join('\n'),
    );
    near(effects[0]?.value, number(expected, 'estimate'), 1e-6);
    near(rollout.differences?.seClassical, number(expected, 'seClassical'), 1e-6);
    near(rollout.differences?.seHC1, number(expected, 'seHC1'), 1e-6);
    near(rollout.differences?.seCluster, number(expected, 'seCluster'), 1e-6);
    expect(rollout.differences?.clusters).toBe(number(expected, 'clusters'));
    expect(rollout.differences?.rows).toBe(number(expected, 'n'));
  });

  test.each([
    ['nevertreated', 'never-treated', ''],
    ['notyettreated', 'not-yet-treated', ''],
    ['dr-lpop', 'never-treated', ', covariates: lpop'],
  ])('staggered adoption: %s', async (check, group, more) => {
    const expected = expectedOf('s11-staggered-mpdta', check);
    const { rollout } = await measured(
      'territory: county, period: year, value: lemp, started: first_treat, never: 0, attributes: {lpop: lpop}',
      `comparison: {design: rollout, control_group: ${group}${more}}`,
      read('data/s11-staggered-mpdta-mpdta.csv'),
    );
    const [attWithin, seWithin] = more === '' ? [1e-5, 0.01] : [1e-4, 0.02];
    for (const row of rollout.groupTime) {
      if (row.kind !== 'estimate') throw new Error(row.sentence);
      near(row.att, number(expected, 'groupTime', `${row.group}-${row.time}`, 'att'), attWithin);
      near(row.se, number(expected, 'groupTime', `${row.group}-${row.time}`, 'se'), seWithin);
    }
    for (const kind of ['simple', 'dynamic', 'group', 'calendar'] as const) {
      near(rollout.aggregates?.[kind]?.att, number(expected, kind, 'overall', 'att'), attWithin);
      near(rollout.aggregates?.[kind]?.se, number(expected, kind, 'overall', 'se'), seWithin);
    }
  });

  test('synthetic control (California)', async () => {
    const expected = expectedOf('s12-synthetic-prop99', 'sc');
    const { rollout, effects } = await measured(
      'territory: state, period: year, value: packs',
      'comparison: {design: rollout, started: {California: 1989}}',
      read('data/s12-synthetic-prop99-prop99.csv'),
    );
    const weights = Object.entries(expected.weights ?? {});
    expect(rollout.synthetic?.weights).toHaveLength(weights.length);
    for (const { territory, weight } of rollout.synthetic?.weights ?? [])
      expect(Math.abs(weight - number(expected, 'weights', territory))).toBeLessThan(0.01);
    for (const { period, observed, expected: without, after } of rollout.series)
      if (after) expect(Math.abs(observed - without - number(expected, 'gaps', period))).toBeLessThan(0.1);
    expect(Math.abs((effects[0]?.value ?? 0) - number(expected, 'meanEffect'))).toBeLessThan(0.05);
    expect(Math.abs((rollout.synthetic?.preRmspe ?? 0) - number(expected, 'preRmspe'))).toBeLessThan(0.005);
    const plain = number(expectedOf('s12-synthetic-prop99', 'did-benchmark'), 'estimate');
    near(rollout.synthetic?.plainDifference, plain, 1e-6);
  });

  test.each([
    ['segmented', 'lag: 12', { month: 'trend' }],
    ['covariate', 'lag: 6, covariates: petrol', { month: 'trend' }],
  ] as const)('interrupted series (seat belts): %s', async (check, keys, names) => {
    const expected = expectedOf('s13-its-seatbelts', check);
    const { rollout } = await measured(
      'period: month, value: ksi, attributes: {petrol: petrol}',
      `comparison: {design: before-after, started: 170, ${keys}}`,
      read('data/s13-its-seatbelts-seatbelts.csv'),
    );
    for (const [name, figure] of Object.entries(expected.coefficients ?? {})) {
      const own = name === 'month' ? names.month : name;
      const found = rollout.interrupted?.leastSquares.coefficients.find((one) => one.name === own);
      near(found?.estimate, number(figure as Expected, 'estimate'), 1e-6);
      near(found?.se, number(figure as Expected, 'se'), 1e-6);
    }
  });
});
