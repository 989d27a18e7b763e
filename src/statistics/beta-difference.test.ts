import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posterior, probabilityAbove } from './beta-difference.ts';

const logFactorial = (n: number): number => {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
};
/** log B(a, b), whole a and b. */
const logBeta = (a: number, b: number): number =>
  logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);

/** P(p1 > p0) for whole parameters, the finite sum: an expression without integral. */
function closedForm(a1: number, b1: number, a0: number, b0: number): number {
  let sum = 0;
  for (let i = 0; i < a1; i++)
    sum += Math.exp(logBeta(a0 + i, b0 + b1) - Math.log(b1 + i) - logBeta(1 + i, b1) - logBeta(a0, b0));
  return sum;
}

describe('probabilityAbove', () => {
  it('is the finite sum that whole parameters allow', () => {
    const whole = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(whole, whole, whole, whole, (a1, b1, a0, b0) => {
        expect(probabilityAbove({ alpha: a1, beta: b1 }, { alpha: a0, beta: b0 }, 0)).toBeCloseTo(
          closedForm(a1, b1, a0, b0),
          9,
        );
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it.each([
    // R 4.2.2: integrate(function(p) dbeta(p, a1, b1) * pbeta(p - d, a0, b0), 0, 1, rel.tol = 1e-12)
    [1.5, 10.5, 3.5, 20.5, 0.05, 0.242383932469921],
    [31, 71, 21, 81, -0.05, 0.992687974971457],
    [1, 11, 1, 21, 0, 0.65625],
  ])('Beta(%d, %d) over Beta(%d, %d) by %d', (a1, b1, a0, b0, threshold, expected) => {
    const found = probabilityAbove({ alpha: a1, beta: b1 }, { alpha: a0, beta: b0 }, threshold);
    expect(found).toBeCloseTo(expected, 7);
  });

  it('turned round, adds up to 1, even with no event and a weak prior', () => {
    const prior = { alpha: 0.5, beta: 0.5 };
    const [one, other] = [posterior({ events: 0, n: 20 }, prior), posterior({ events: 0, n: 30 }, prior)];
    for (const threshold of [-0.02, 0, 0.005, 0.01, 0.3])
      expect(probabilityAbove(one, other, threshold) + probabilityAbove(other, one, -threshold)).toBeCloseTo(
        1,
        5,
      );
    expect(probabilityAbove(one, other, 1)).toBe(0);
    expect(probabilityAbove(one, other, -1)).toBe(1);
  });
});
