import { expect, test } from 'vitest';
import { readExpected, readRows } from '../../fixtures/statistics/read-fixture.ts';
import { chainLadder } from './chain-ladder.ts';

interface Expected {
  readonly factors: readonly number[];
  readonly ultimate: readonly number[];
  readonly se: readonly number[];
  readonly totalSe: number;
}

const expected = readExpected<Expected>('triangle.expected.json');
const triangle = expected.ultimate.map((_, i) =>
  expected.ultimate.map((_, k) => {
    const cell = readRows('triangle.csv').find((r) => r.cohort === `${i + 1}` && r.period === `${k + 1}`);
    return cell === undefined ? null : Number(cell.cumulative);
  }),
);

test('as weighted regressions in R', () => {
  const { factors, origins, total } = chainLadder(triangle);
  expect(factors).toEqual(expected.factors.map((f) => expect.closeTo(f, 10)));
  expect(origins.map((o) => o.ultimate)).toEqual(expected.ultimate.map((u) => expect.closeTo(u, 8)));
  expect(origins.map((o) => o.standardError)).toEqual(expected.se.map((s) => expect.closeTo(s, 8)));
  expect(total.standardError).toBeCloseTo(expected.totalSe, 8);
  expect(total.toCome).toBeCloseTo((total.ultimate ?? 0) - total.latest, 8);
});

test('the order of cohorts does not matter, nor do cells left out at the end of rows', () => {
  const reversed = [...triangle].reverse().map((row) => row.filter((cell) => cell !== null));
  const { origins, total } = chainLadder(reversed);
  expect(origins.map((o) => o.ultimate)).toEqual(
    [...expected.ultimate].reverse().map((u) => expect.closeTo(u, 8)),
  );
  expect(total.standardError).toBeCloseTo(expected.totalSe, 8);
});

test('cohorts already complete are not moved', () => {
  const { origins } = chainLadder([
    [10, 20],
    [30, 50],
    [20, null],
  ]);
  expect(origins.map((o) => o.toCome)).toEqual([0, 0, expect.closeTo(20 * (70 / 40) - 20, 10)]);
});

test('a triangle too small for a variance gives no standard error', () => {
  const { origins, total } = chainLadder([
    [10, 20],
    [30, null],
  ]);
  expect(origins[1]).toEqual({ known: 1, latest: 30, ultimate: 60, toCome: 30, standardError: null });
  expect(total.standardError).toBeNull();
});

test('a cohort with nothing yet is not projected to nothing', () => {
  const { origins, total } = chainLadder([
    [10, 20, 22],
    [8, 15, null],
    [0, null, null],
  ]);
  expect(origins[2]).toMatchObject({ latest: 0, ultimate: null, standardError: null });
  expect(total.ultimate).toBeNull();
});
