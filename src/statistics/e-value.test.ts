import { describe, expect, test } from 'vitest';
import { eValue } from './e-value.ts';

const answer = (...given: Parameters<typeof eValue>) => {
  const value = eValue(...given);
  if ('error' in value) throw new Error(value.sentence);
  return value;
};

describe('E-value', () => {
  // VanderWeele & Ding 2017, Annals of Internal Medicine 167:268, text and table.
  test.each([
    [10.73, 8.02, 14.36, 20.95, 15.52],
    [3.9, 1.8, 8.7, 7.26, 3.0],
    [0.8, 0.71, 0.91, 1.81, 1.43],
  ])('of %f (%f to %f)', (estimate, lower, upper, point, interval) => {
    const value = answer({ measure: 'RR', estimate, lower, upper });
    expect(value.point).toBeCloseTo(point, 2);
    expect(value.interval).toBeCloseTo(interval, 2);
  });

  test('a hidden cause of that strength, and no less, brings the ratio to 1', () => {
    // Ding & VanderWeele's bounding factor: RRud RRuy / (RRud + RRuy - 1).
    const { point } = answer({ measure: 'RR', estimate: 2.3, lower: null, upper: null });
    expect(point ** 2 / (2 * point - 1)).toBeCloseTo(2.3, 10);
  });

  test('odds and hazard ratios of frequent outcomes are brought back to risk ratios', () => {
    expect(answer({ measure: 'OR', estimate: 4, lower: null, upper: null }).point).toBeCloseTo(
      2 + Math.sqrt(2),
      10,
    );
    const rare = answer({ measure: 'OR', estimate: 4, lower: null, upper: null, rare: true });
    expect(rare.point).toBeCloseTo(4 + Math.sqrt(12), 10);
    const hazard = answer({ measure: 'HR', estimate: 2, lower: null, upper: null }).point;
    expect(hazard).toBeGreaterThan(1);
    expect(hazard).toBeLessThan(2 + Math.sqrt(2));
  });

  test('no effect inside the interval needs no hidden cause; an impossible ratio is refused', () => {
    expect(answer({ measure: 'RR', estimate: 1.2, lower: 0.9, upper: 1.6 }).interval).toBe(1);
    expect(eValue({ measure: 'RR', estimate: -1, lower: null, upper: null })).toMatchObject({
      error: 'invalid-input',
    });
    expect(eValue({ measure: 'RR', estimate: 2, lower: 3, upper: 4 })).toMatchObject({
      error: 'invalid-input',
    });
  });
});
