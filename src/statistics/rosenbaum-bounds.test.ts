import { describe, expect, test } from 'vitest';
import { binomialUpperTail, rosenbaumBounds } from './rosenbaum-bounds.ts';

describe('Rosenbaum’s bounds', () => {
  test('Hammond’s smoking study: conclusions stand until a hidden cause multiplies the odds by about 5.4', () => {
    // Rosenbaum 2002, table 4.1: 110 of 122 discordant pairs, upper bound .0036 at 4, .03 at 5, .1 at 6 (normal approximation).
    const answer = rosenbaumBounds({ discordantPairs: 122, treatedOnly: 110, gammas: [1, 4, 5, 6] });
    if ('error' in answer) throw new Error(answer.sentence);
    const upper = answer.bounds.map((bound) => bound.upper);
    expect(upper[0]).toBeLessThan(1e-4);
    expect(upper[1]).toBeCloseTo(0.0036, 2);
    expect(upper[2]).toBeCloseTo(0.03, 1);
    expect(upper[3]).toBeCloseTo(0.1, 2);
    expect(answer.sensitivity).toBeGreaterThan(5);
    expect(answer.sensitivity).toBeLessThan(6);
    expect(answer.bounds[0]?.lower).toBeCloseTo(answer.bounds[0]?.upper ?? 0, 15);
  });

  test('with no visible difference the answer does not wait for a hidden cause', () => {
    const answer = rosenbaumBounds({ discordantPairs: 20, treatedOnly: 11, gammas: [1] });
    expect(answer).toMatchObject({ sensitivity: null });
  });

  test('no discordant pair, or impossible pairs, are refused', () => {
    expect(rosenbaumBounds({ discordantPairs: 0, treatedOnly: 0, gammas: [1] })).toMatchObject({
      error: 'not-identified',
    });
    expect(rosenbaumBounds({ discordantPairs: 5, treatedOnly: 6, gammas: [1] })).toMatchObject({
      error: 'invalid-input',
    });
    expect(rosenbaumBounds({ discordantPairs: 5, treatedOnly: 3, gammas: [0.5] })).toMatchObject({
      error: 'invalid-input',
    });
  });
});

// Expected figures: R's pbinom(k - 1, n, p, lower.tail = FALSE).
test.each([
  [1, 20, 0.3, 0.999202077337024],
  [5, 20, 0.3, 0.762492221122399],
  [10, 20, 0.3, 0.0479618973313434],
  [20, 20, 0.3, 3.48678440099999e-11],
  [1000, 10000, 0.08, 5.98275398931883e-13],
])('P(X >= %i) of %i draws at %f', (k, n, p, expected) => {
  expect(binomialUpperTail(k, n, p) / expected).toBeCloseTo(1, 9);
});
