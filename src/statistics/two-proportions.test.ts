import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefused } from './refused.ts';
import { type TwoProportions, twoProportions } from './two-proportions.ts';

const compare = (x1: number, n1: number, x0: number, n0: number, level = 0.95): TwoProportions => {
  const answer = twoProportions({ n: n1, events: x1 }, { n: n0, events: x0 }, level);
  if (isRefused(answer)) throw new Error(answer.sentence);
  return answer;
};

describe('two proportions', () => {
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('hybrid score interval of %i/%i against %i/%i', (x1, n1, x0, n0, lower, upper) => {
    const { riskDifference } = compare(x1, n1, x0, n0);
    expect(riskDifference.newcombeLower).toBeCloseTo(lower, 4);
    expect(riskDifference.newcombeUpper).toBeCloseTo(upper, 4);
  });

  test('without any event there is a difference of 0 with a score interval, no ratio and no certainty', () => {
    const { riskDifference, riskRatio } = compare(0, 40, 0, 50);
    expect(riskDifference).toMatchObject({ estimate: 0, se: null, lower: null, upper: null });
    expect(riskDifference.newcombeUpper).toBeGreaterThan(0.05);
    expect(riskRatio).toEqual({ estimate: null, seLog: null, lower: null, upper: null });
  });

  test('exchanging arms changes signs and inverts the ratio', () => {
    const count = fc.record({
      n: fc.integer({ min: 1, max: 500 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const [x1, x0] = [Math.round(a.n * a.share), Math.round(b.n * b.share)];
        const [one, two] = [compare(x1, a.n, x0, b.n), compare(x0, b.n, x1, a.n)];
        expect(one.riskDifference.newcombeLower).toBeCloseTo(-two.riskDifference.newcombeUpper, 12);
        expect(one.riskDifference.newcombeLower).toBeLessThan(one.riskDifference.newcombeUpper);
        const [r1, r2] = [one.riskRatio.estimate, two.riskRatio.estimate];
        if (r1 !== null && r2 !== null) expect(r1 * r2).toBeCloseTo(1, 9);
        for (const figure of [...Object.values(one.riskDifference), ...Object.values(one.riskRatio)])
          expect(figure === null || Number.isFinite(figure)).toBe(true);
      }),
    );
  });

  test('an empty arm is refused', () => {
    expect(twoProportions({ n: 0, events: 0 }, { n: 5, events: 1 })).toMatchObject({ error: 'empty-group' });
    expect(twoProportions({ n: 4, events: 5 }, { n: 5, events: 1 })).toMatchObject({
      error: 'invalid-input',
    });
  });
});
