import { describe, expect, it } from 'vitest';
import { decision } from './decision.ts';
import { linkage } from './linkage.ts';
import { planning } from './planning.ts';
import type { Handlers, Table } from './request.ts';
import { survey } from './survey.ts';
import { territories } from './territories.ts';

const handlers: Handlers = { ...territories, ...survey, ...decision, ...planning, ...linkage };

const ask = (method: string, inputs: Record<string, unknown>, rows: Table = []) =>
  handlers[method]?.({ method, inputs: { data: 't', ...inputs }, tables: { t: rows } });

const panel = (starts: readonly (number | null)[], years = [2020, 2021, 2022]): Table =>
  starts.flatMap((first, unit) =>
    years.map((year) => ({
      unit,
      year,
      first,
      y: unit + ((year * 7 + unit * 3) % 5),
      nj: unit % 2,
      d: +(year > 2020),
    })),
  );

const rollout = { outcome: 'y', time: 'year', unit: 'unit', firstTreated: 'first' };
const two = { outcome: 'y', treated: 'nj', post: 'd' };
const oneUnit = { outcome: 'y', time: 'year', unit: 'unit', treatedUnit: '0' };
const sample: Table = [1, 2, 3, 4, 5, 6].map((y) => ({
  y,
  w: 2,
  h: y % 2,
  zone: y < 4 ? 'a' : 'b',
  k: 'one',
  zero: 0,
}));
const arms = { treated: { events: 5, n: 10 }, control: { events: 3, n: 10 } };

describe('requests that cannot be answered', () => {
  it.each<[string, string, Record<string, unknown>, Table, string]>([
    [
      'treated everywhere',
      'did.twoByTwo',
      two,
      panel([2021, 2021]).map((row) => ({ ...row, nj: 1 })),
      'not-identified',
    ],
    ['one period', 'did.twoByTwo', two, panel([2021, null], [2020]), 'not-identified'],
    [
      'one cluster',
      'did.twoByTwo',
      { ...two, cluster: 'd0' },
      panel([2021, null]).map((row) => ({ ...row, d0: 1 })),
      'not-identified',
    ],
    [
      'a column that is not there',
      'did.twoByTwo',
      { ...two, outcome: 'z' },
      panel([2021, null]),
      'unknown-column',
    ],
    ['everybody at once', 'did.groupTime', rollout, panel([2021, 2021, 2021]), 'not-identified'],
    ['one period of rollout', 'did.groupTime', rollout, panel([2020, null], [2020]), 'not-identified'],
    ['nobody treated', 'did.groupTime', rollout, panel([null, null]), 'not-identified'],
    ['no never-treated unit', 'did.groupTime', rollout, panel([2021, 2022]), 'not-identified'],
    [
      'one cluster of territories',
      'did.groupTime',
      { ...rollout, cluster: 'c' },
      panel([2021, null, null]).map((row) => ({ ...row, c: 1 })),
      'not-identified',
    ],
    [
      'two starts for a unit',
      'did.groupTime',
      rollout,
      panel([2021, null]).map((row, i) => ({ ...row, first: i })),
      'invalid-time',
    ],
    [
      'a period twice',
      'did.groupTime',
      rollout,
      [...panel([2021, null]), ...panel([2021, null])],
      'invalid-time',
    ],
    ['no row', 'did.groupTime', rollout, [], 'empty-group'],
    [
      'a territory that is not there',
      'synth.outcomes',
      { ...oneUnit, treatedUnit: 'x', prePeriod: [2020, 2020], postPeriod: [2021, 2022] },
      panel([2021, null]),
      'empty-group',
    ],
    [
      'no other territory',
      'synth.outcomes',
      { ...oneUnit, prePeriod: [2020, 2020], postPeriod: [2021, 2022] },
      panel([2021]),
      'not-identified',
    ],
    [
      'no period after',
      'did.aggregate',
      { ...oneUnit, prePeriod: [2020, 2022], postPeriod: [2023, 2024] },
      panel([2021, null]),
      'not-identified',
    ],
    [
      'periods that overlap',
      'did.aggregate',
      { ...oneUnit, prePeriod: [2020, 2021], postPeriod: [2021, 2022] },
      panel([2021, null]),
      'invalid-time',
    ],
    [
      'a series without after',
      'its.segmented',
      { outcome: 'y', time: 'y', interruption: 50 },
      sample,
      'not-identified',
    ],
    [
      'one cluster sampled',
      'survey.mean',
      { variable: 'y', weight: 'w', cluster: 'k' },
      sample,
      'not-identified',
    ],
    [
      'a population of zero',
      'survey.total',
      { variable: 'y', weight: 'w', fpc: 'zero' },
      sample,
      'not-identified',
    ],
    [
      'totals of zero',
      'survey.total',
      { variable: 'y', weight: 'w', postStratify: { by: 'zone', totals: { a: 0, b: 0 } } },
      sample,
      'not-identified',
    ],
    [
      'weights that represent nobody',
      'survey.mean',
      { variable: 'y', weight: 'zero' },
      sample,
      'not-identified',
    ],
    [
      'an empty domain',
      'survey.mean',
      { variable: 'y', domain: { column: 'zone', equals: 'c' } },
      sample,
      'empty-group',
    ],
    ['nobody observed', 'ci.proportion', { events: 0, n: 0 }, [], 'empty-group'],
    ['more events than people', 'ci.proportion', { events: 5, n: 3 }, [], 'invalid-input'],
    ['equal proportions', 'plan.twoProportions', { p1: 0.2, p2: 0.2 }, [], 'not-identified'],
    [
      'a hazard ratio of 1',
      'plan.survival',
      { hazardRatio: 1, controlHazard: 0.1, accrual: 1, followUp: 1 },
      [],
      'not-identified',
    ],
    [
      'negative time',
      'plan.survival',
      { hazardRatio: 2, controlHazard: 0.1, accrual: -1, followUp: 1 },
      [],
      'invalid-time',
    ],
    ['an empty arm', 'decision.betaBinomial', { ...arms, control: { events: 0, n: 0 } }, [], 'empty-group'],
    [
      'a prior that is none',
      'decision.betaBinomial',
      { ...arms, prior: { alpha: 0, beta: 1 } },
      [],
      'invalid-input',
    ],
    [
      'a standard error of zero',
      'decision.normal',
      { estimate: 1, se: 0, prior: { sd: 1 } },
      [],
      'invalid-input',
    ],
    [
      'linkage that says nothing',
      'linkage.adjustRisk',
      { events: 1, n: 9, missedMatchRate: 0.5, falseMatchRate: 0.5 },
      [],
      'not-identified',
    ],
    [
      'an arm without linkage',
      'linkage.adjustRiskDifference',
      { treated: { events: 1, n: 9 }, missedMatchRate: 0, falseMatchRate: 0 },
      [],
      'invalid-input',
    ],
  ])('%s (%s)', (_, method, inputs, rows, error) => {
    const refusal = ask(method, inputs, rows);
    expect(refusal).toMatchObject({ error });
    expect(refusal).toHaveProperty('sentence', expect.stringMatching(/ .+[.»]$/));
  });
});

/** Numbers of an answer that are not finite, by path. */
const notFinite = (value: unknown, path = ''): string[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}/${key}`));
};

describe('answers at the edge', () => {
  it.each<[string, string, Record<string, unknown>, Table]>([
    ['two units', 'did.groupTime', rollout, panel([2021, null])],
    [
      'everybody by steps',
      'did.groupTime',
      { ...rollout, controlGroup: 'not-yet-treated' },
      panel([2021, 2022, 2022]),
    ],
    ['one row a cell', 'did.twoByTwo', two, panel([2021, null], [2020, 2021])],
    [
      'one other territory',
      'synth.outcomes',
      { ...oneUnit, prePeriod: [2020, 2020], postPeriod: [2021, 2022] },
      panel([2021, null]),
    ],
    ['four periods', 'its.segmented', { outcome: 'y', time: 'y', interruption: 3 }, sample.slice(0, 4)],
    [
      'no event',
      'decision.betaBinomial',
      { treated: { events: 0, n: 5 }, control: { events: 0, n: 5 }, thresholds: [-1, 0, 1] },
      [],
    ],
    ['all events', 'ci.proportion', { events: 5, n: 5 }, []],
    ['one row per domain', 'survey.mean', { variable: 'y', domain: { column: 'y', equals: 3 } }, sample],
    ['too few to see anything', 'plan.mde', { nPerArm: 2, p1: 0.5 }, []],
    ['everyone', 'plan.twoProportions', { p1: 0, p2: 1 }, []],
    [
      'no event linked',
      'linkage.adjustRisk',
      { events: 0, n: 9, missedMatchRate: 0.1, falseMatchRate: 0.1 },
      [],
    ],
    ['nothing known', 'decision.evpi', { meanNetBenefit: 0, sdNetBenefit: 0, population: 10 }, []],
    [
      'a denominator of zero',
      'decision.fieller',
      { numerator: 1, denominator: 0, varNumerator: 0, varDenominator: 0 },
      [],
    ],
  ])('%s (%s): no NaN, no Infinity, no interval of zero width', (_, method, inputs, rows) => {
    const answer = ask(method, inputs, rows);
    expect(answer).toBeDefined();
    expect(notFinite(answer)).toEqual([]);
    const widths = (value: unknown): number[] => {
      if (typeof value !== 'object' || value === null) return [];
      const { lower, upper } = value as Record<string, unknown>;
      const own = typeof lower === 'number' && typeof upper === 'number' ? [upper - lower] : [];
      return [...own, ...Object.values(value).flatMap(widths)];
    };
    for (const width of widths(answer)) expect(width).toBeGreaterThan(0);
  });
});
