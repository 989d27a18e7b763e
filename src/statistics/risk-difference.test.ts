import { expect, test } from 'vitest';
import { riskDifference } from './risk-difference.ts';

const arm = (events: number, n: number) => [
  { time: 10, status: 1, n: events },
  { time: 30, status: 0, n: n - events },
];

test('without censoring it is the difference of two proportions, unpooled', () => {
  const { estimate, se, lower, upper } = riskDifference(arm(30, 100), arm(20, 200), 30, 0.95);
  const expectedSe = Math.sqrt((0.3 * 0.7) / 100 + (0.1 * 0.9) / 200);
  expect(estimate).toBeCloseTo(0.2, 12);
  expect(se).toBeCloseTo(expectedSe, 12);
  expect(lower).toBeCloseTo(0.2 - 1.959963984540054 * expectedSe, 12);
  expect(upper).toBeCloseTo(0.2 + 1.959963984540054 * expectedSe, 12);
});

test('no figure beyond the follow-up of one arm', () => {
  expect(riskDifference(arm(30, 100), [{ time: 20, status: 0, n: 9 }], 30)).toMatchObject({
    beyondFollowUp: true,
    estimate: null,
    se: null,
    lower: null,
  });
});

test('no event at all: no interval of zero width', () => {
  expect(riskDifference(arm(0, 100), arm(0, 80), 30)).toMatchObject({
    estimate: 0,
    lower: null,
    upper: null,
  });
});
