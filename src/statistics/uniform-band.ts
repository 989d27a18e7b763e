/**
 * Critical value of a band that holds for all estimates at once, by the multiplier bootstrap: give each unit's
 * influence a random sign, see how far the largest standardised estimate strays, take the `level` quantile. Scale by
 * interquartile range, robust to heavy tails.
 * Random signs (Rademacher) rather than Mammen's two points: they keep the fourth moment, and err less when a group
 * has few units (Davidson & Flachaire 2008).
 * Between the normal quantile (one estimate, or all alike) and Bonferroni's.
 * Source: Callaway & Sant'Anna 2021, algorithm 1. Assumes independent units (or clusters), not too few of them.
 */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { clusterSums } from './influence.ts';

export interface UniformBandOptions {
  /** Uniform numbers in [0, 1), seeded by the caller. */
  readonly random: () => number;
  readonly level?: number;
  readonly draws?: number;
  readonly clusters?: readonly string[];
}

/** Multiplies each pointwise standard error; null when no estimate varies. */
export function uniformCriticalValue(
  influences: readonly Float64Array[],
  { random, level = 0.95, draws = 5000, clusters }: UniformBandOptions,
): number | null {
  const varying = influences
    .map((influence) => (clusters === undefined ? influence : clusterSums(influence, clusters)))
    .filter((influence) => influence.some((value) => value !== 0));
  if (varying.length === 0) return null;
  const n = varying[0]?.length ?? 0;
  const k = varying.length;
  const byUnit = new Float64Array(n * k);
  varying.forEach((influence, j) => {
    for (let i = 0; i < n; i++) byUnit[i * k + j] = influence[i] as number;
  });

  const shifts = Array.from({ length: k }, () => new Float64Array(draws));
  const sums = new Float64Array(k);
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0);
    for (let i = 0; i < n; i++) {
      const sign = random() < 0.5 ? -1 : 1;
      for (let j = 0; j < k; j++) sums[j] = (sums[j] as number) + sign * (byUnit[i * k + j] as number);
    }
    for (let j = 0; j < k; j++) (shifts[j] as Float64Array)[draw] = sums[j] as number;
  }
  const normalRange = normalQuantile(0.75, 0, 1) - normalQuantile(0.25, 0, 1);
  const scales = shifts.map((shift, j) => {
    const sorted = shift.slice().sort();
    const range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    // A few units take so few values that the quartiles may meet.
    return range > 0
      ? range / normalRange
      : Math.sqrt((varying[j] as Float64Array).reduce((sum, value) => sum + value * value, 0));
  });
  const largest = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++)
    for (let j = 0; j < k; j++) {
      const t = Math.abs(shifts[j]?.[draw] as number) / (scales[j] as number);
      if (t > (largest[draw] as number)) largest[draw] = t;
    }
  return quantile(largest.sort(), level);
}

/** Enough draws for a stable quantile, fewer when each one costs much (`size`: units times estimates). */
export const affordableDraws = (size: number): number =>
  Math.round(Math.min(10_000, Math.max(1000, 3e8 / Math.max(1, size))));

/** Smallest value whose cumulated share reaches p. */
const quantile = (sorted: Float64Array, p: number): number =>
  sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)] as number;
