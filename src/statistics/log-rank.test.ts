import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExpected, readFollowUp } from '../../fixtures/statistics/read-fixture.ts';
import { logRank } from './log-rank.ts';

interface Expected {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

const expected = readExpected<{ logrank: Expected; logrankPair: Expected }>('ties.expected.json');
const groups = readFollowUp('ties.csv');
const counts = (names: readonly string[]) => names.map((name) => groups.get(name) ?? []);

test.each([
  ['four groups, one without events', ['a', 'all', 'b', 'none'], expected.logrank],
  ['two groups', ['a', 'b'], expected.logrankPair],
] as const)('as R survdiff: %s', (_, names, want) => {
  const test = logRank(counts(names));
  expect(test.statistic).toBeCloseTo(want.statistic, 8);
  expect(test.df).toBe(want.df);
  expect((test.pValue ?? 0) / want.p).toBeCloseTo(1, 8);
  expect(test.groups.map((g) => g.observed)).toEqual(want.observed);
  test.groups.forEach((g, i) => {
    expect(g.expected).toBeCloseTo(want.expected[i] ?? Number.NaN, 8);
  });
});

test('delayed entry: as the Mantel–Haenszel test over event times', () => {
  const want = readExpected<{ logrank: { statistic: number; p: number } }>(
    'delayed-entry.expected.json',
  ).logrank;
  const test = logRank([...readFollowUp('delayed-entry.csv').values()]);
  expect(test.statistic).toBeCloseTo(want.statistic, 10);
  expect(test.pValue).toBeCloseTo(want.p, 10);
});

test('the order of groups does not matter, observed and expected have the same sum', () => {
  const row = fc.record({
    time: fc.integer({ min: 1, max: 10 }),
    status: fc.integer({ min: 0, max: 1 }),
    n: fc.integer({ min: 1, max: 4 }),
  });
  const group = fc.array(row, { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(group, group, group, (a, b, c) => {
      const one = logRank([a, b, c]);
      const two = logRank([c, a, b]);
      expect(two.df).toBe(one.df);
      expect(two.statistic ?? -1).toBeCloseTo(one.statistic ?? -1, 8);
      const excess = one.groups.reduce((sum, g) => sum + g.observed - g.expected, 0);
      expect(excess).toBeCloseTo(0, 10);
    }),
  );
});

test('nothing happened: no statistic rather than 0', () => {
  const quiet = [{ time: 3, status: 0, n: 5 }];
  expect(logRank([quiet, quiet])).toMatchObject({ statistic: null, pValue: null, df: 0 });
});

test('a group never at risk with the others costs no degree of freedom', () => {
  const a = [
    { time: 5, status: 1, n: 3 },
    { time: 9, status: 0, n: 4 },
  ];
  const b = [
    { time: 6, status: 1, n: 2 },
    { time: 9, status: 0, n: 9 },
  ];
  const gone = [{ time: 2, status: 0, n: 50 }];
  expect(logRank([a, b, gone])).toMatchObject({ df: 1, statistic: logRank([a, b]).statistic });
});
