import { expect, test } from 'vitest';
import { readExpected, readFollowUp } from '../../fixtures/statistics/read-fixture.ts';
import { productLimit } from './product-limit.ts';
import { restrictedMean } from './restricted-mean.ts';

interface Expected {
  readonly groups: Readonly<Record<string, { readonly rmst13: number; readonly rmst13se: number }>>;
}

const { groups: expected } = readExpected<Expected>('ties.expected.json');
const groups = readFollowUp('ties.csv');

test.each(Object.keys(expected))('as R survfit, group %s', (group) => {
  const { mean, se, lost } = restrictedMean(productLimit(groups.get(group) ?? []), 13);
  expect(mean).toBeCloseTo(expected[group]?.rmst13 ?? Number.NaN, 10);
  expect(se).toBeCloseTo(expected[group]?.rmst13se ?? Number.NaN, 10);
  expect(lost).toBeCloseTo(13 - (expected[group]?.rmst13 ?? Number.NaN), 10);
});

test('without censoring it is the mean of the times cut at tau', () => {
  const curve = productLimit([2, 4, 9, 30].map((time) => ({ time, status: 1, n: 1 })));
  expect(restrictedMean(curve, 10).mean).toBeCloseTo((2 + 4 + 9 + 10) / 4, 12);
});

test('no figure past the last observed time while some remain', () => {
  const curve = productLimit([
    { time: 5, status: 1, n: 1 },
    { time: 8, status: 0, n: 1 },
  ]);
  expect(restrictedMean(curve, 9)).toEqual({ beyondFollowUp: true, mean: null, se: null, lost: null });
  expect(restrictedMean(curve, 8).mean).toBeCloseTo(6.5, 12);
});
