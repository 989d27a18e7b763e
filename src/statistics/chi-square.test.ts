import cdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { expect, test } from 'vitest';
import { chiSquareUpperTail } from './chi-square.ts';

test.each([1, 2, 3, 4, 7, 10, 25])('complements the distribution function, %i degrees of freedom', (df) => {
  for (const x of [0.01, 0.5, 1, 3, 8, 20, 40]) {
    expect(chiSquareUpperTail(x, df)).toBeCloseTo(1 - cdf(x, df), 12);
  }
});

test('keeps the digits of very small probabilities', () => {
  // pchisq(113.237525447614, 1, lower.tail = FALSE) in R 4.2.2
  expect(chiSquareUpperTail(113.237525447614, 1) / 1.91414397404318e-26).toBeCloseTo(1, 9);
  expect(chiSquareUpperTail(0, 3)).toBe(1);
});
