import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson, wilson } from './proportion-interval.ts';

/** P(X <= events), X binomial, summed term by term. */
function binomialCdf(events: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let k = 1; k <= events; k++) {
    term *= ((n - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

describe('wilson and clopperPearson', () => {
  it.each([
    [81, 263, 0.2553, 0.3662, 0.2527, 0.3676],
    [15, 148, 0.0624, 0.1605, 0.0578, 0.1617],
    [0, 20, 0, 0.1611, 0, 0.1684],
    [1, 29, 0.0061, 0.1718, 0.0009, 0.1776],
  ])('%i of %i: table I of Newcombe 1998', (events, n, wilsonLower, wilsonUpper, exactLower, exactUpper) => {
    expect(wilson(events, n).lower).toBeCloseTo(wilsonLower, 4);
    expect(wilson(events, n).upper).toBeCloseTo(wilsonUpper, 4);
    expect(clopperPearson(events, n).lower).toBeCloseTo(exactLower, 4);
    expect(clopperPearson(events, n).upper).toBeCloseTo(exactUpper, 4);
  });

  it('wilson: each bound is where the score test stops rejecting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(1000), (n, share) => {
        const events = Math.round((n * share) / 1000);
        const { lower, upper } = wilson(events, n);
        for (const p of [lower, upper].filter((bound) => bound > 0 && bound < 1))
          expect(Math.abs(events / n - p) / Math.sqrt((p * (1 - p)) / n)).toBeCloseTo(1.959964, 4);
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('clopperPearson: what is seen, or more extreme, has probability 2.5 % at each bound', () => {
    for (const [events, n] of [
      [3, 17],
      [7, 50],
      [40, 41],
    ] as const) {
      const { lower, upper } = clopperPearson(events, n);
      expect(1 - binomialCdf(events - 1, n, lower)).toBeCloseTo(0.025, 8);
      expect(binomialCdf(events, n, upper)).toBeCloseTo(0.025, 8);
    }
    // R 4.2.2: binom.test(7, 50, conf.level = 0.9)
    expect(clopperPearson(7, 50, 0.9).lower).toBeCloseTo(0.0675966990035572, 10);
    expect(clopperPearson(7, 50, 0.9).upper).toBeCloseTo(0.2469352017312092, 10);
  });
});
