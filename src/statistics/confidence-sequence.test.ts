import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, test } from 'vitest';
import { meanConfidenceSequence, riskDifferenceSequence, sequenceRho } from './confidence-sequence.ts';
import { mixtureRho, normalMixtureBound } from './normal-mixture.ts';
import { seededRandom } from './seeded-random.ts';

describe('normal mixture boundary', () => {
  test('on one side the half-normal mixture reaches 1/alpha exactly there', () => {
    const [alpha, v] = [0.025, 300];
    const rho = mixtureRho(100, alpha, true);
    const s = normalMixtureBound(v, { alpha, rho, oneSided: true });
    const mixture =
      2 *
      Math.sqrt(rho / (v + rho)) *
      Math.exp(s ** 2 / (2 * (v + rho))) *
      normalCdf(s / Math.sqrt(v + rho), 0, 1);
    expect(mixture * alpha).toBeCloseTo(1, 8);
    expect(s).toBeLessThan(normalMixtureBound(v, { alpha, rho }));
  });

  test('no other rho gives a visibly tighter boundary at the time chosen', () => {
    const bound = (rho: number) => normalMixtureBound(1000, { alpha: 0.05, rho });
    const chosen = bound(mixtureRho(1000, 0.05));
    for (const rho of [20, 60, 110, 150, 300, 900]) expect(chosen).toBeLessThan(1.001 * bound(rho));
  });

  test('a mean’s sequence is the boundary in units of the standard deviation', () => {
    const values = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 1 : -0.4));
    const rho = sequenceRho(50, 0.1);
    const [point] = meanConfidenceSequence(values, { alpha: 0.1, rho, at: [40] });
    const mean = values.reduce((s, v) => s + v, 0) / 40;
    const sd = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / 40);
    const radius = (sd * normalMixtureBound(40, { alpha: 0.1, rho: 1 / rho ** 2 })) / 40;
    expect((point?.upper ?? 0) - mean).toBeCloseTo(radius, 10);
  });

  test('past the data, or without variation, there is no interval', () => {
    const [flat, past] = meanConfidenceSequence([2, 2], { alpha: 0.05, rho: 0.1, at: [2, 3] });
    expect(flat).toEqual({ estimate: 2, lower: null, upper: null });
    expect(past).toEqual({ estimate: null, lower: null, upper: null });
  });
});

describe('a risk difference looked at every week for a year', () => {
  /** Two arms of 100 a week, the same risk but for `effect`; events drawn as a normal rounded to a count. */
  const year = (random: () => number, effect: number) => {
    const arms = [0.2, 0.2 + effect].map((risk) => ({ risk, n: 0, events: 0 }));
    return Array.from({ length: 52 }, () => {
      for (const arm of arms) {
        const drawn =
          100 * arm.risk + Math.sqrt(100 * arm.risk * (1 - arm.risk)) * normalQuantile(random(), 0, 1);
        arm.n += 100;
        arm.events += Math.min(100, Math.max(0, Math.round(drawn)));
      }
      const [p0, p1] = arms.map(({ n, events }) => events / n) as [number, number];
      const n = arms[0]?.n ?? 0;
      return {
        estimate: p1 - p0,
        standardError: Math.sqrt((p1 * (1 - p1) + p0 * (1 - p0)) / n),
        fewest: Math.min(...arms.map((arm) => Math.min(arm.events, arm.n - arm.events))),
      };
    });
  };

  test('errs at most 5 times in 100 over all looks, where weekly 95 % intervals err far more', () => {
    const random = seededRandom(11);
    const runs = 600;
    let [wrong, naive] = [0, 0];
    for (let k = 0; k < runs; k++) {
      const looks = year(random, 0);
      const sequence = riskDifferenceSequence(looks, { alpha: 0.05, plannedError: 0.008 });
      if (sequence.some(({ lower, upper }) => (lower ?? -1) > 0 || (upper ?? 1) < 0)) wrong++;
      if (looks.some(({ estimate, standardError }) => Math.abs(estimate) > 1.96 * standardError)) naive++;
    }
    expect(wrong / runs).toBeLessThanOrEqual(0.05);
    expect(naive / runs).toBeGreaterThan(0.2);
  });

  test('finds a real effect, never widens, and waits for enough events', () => {
    const looks = year(seededRandom(3), 0.06);
    const sequence = riskDifferenceSequence(looks, { alpha: 0.05, plannedError: 0.008, fewest: 30 });
    expect(sequence[0]).toMatchObject({ lower: null, upper: null });
    expect(sequence.at(-1)?.lower).toBeGreaterThan(0);
    const widths = sequence.flatMap(({ lower, upper }) =>
      lower === null || upper === null ? [] : [upper - lower],
    );
    for (const [i, width] of widths.slice(1).entries()) expect(width).toBeLessThanOrEqual(widths[i] ?? 0);
  });
});
