/**
 * Confidence sequences: intervals that are all right together, however often and whenever one looks, so that stopping
 * when the answer seems clear does not inflate false alarms.
 *
 * For a mean: mean ± sd sqrt(2 (n rho² + 1) / (n² rho²) log(sqrt(n rho² + 1) / alpha)), sd with divisor n.
 * Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024 (Annals of Statistics). For an estimate with standard error se,
 * the same in information time v = 1/se²: estimate ± se² bound(v), the normal mixture's two-sided boundary.
 * Asymptotic: the first look needs enough events for the normal law to hold. Assumes units that come one after the
 * other, independent and alike. Half yes of 100 answers, set for 100: 0.348 to 0.652 (0.402 to 0.598 for one look).
 */
import { mixtureRho, normalMixtureBound } from './normal-mixture.ts';
import type { Bounds } from './symmetric-interval.ts';

export interface SequencePoint extends Bounds {
  readonly estimate: number | null;
}

const noPoint: SequencePoint = { estimate: null, lower: null, upper: null };

/** The rho of the mean's sequence that is tightest at n = `nOpt` observations. */
export const sequenceRho = (nOpt: number, alpha: number): number => 1 / Math.sqrt(mixtureRho(nOpt, alpha));

/** Sequence of the mean of `values`, in the order observed, read at each n of `at`; null where n is out of reach. */
export function meanConfidenceSequence(
  values: readonly number[],
  { alpha, rho, at }: { readonly alpha: number; readonly rho: number; readonly at: readonly number[] },
): readonly SequencePoint[] {
  const running = runningMoments(values);
  return at.map((n) => {
    const state = running[n - 1];
    if (state === undefined) return noPoint;
    const spread = n * rho * rho + 1;
    const radius =
      Math.sqrt(state.variance) *
      Math.sqrt(((2 * spread) / (n * rho) ** 2) * Math.log(Math.sqrt(spread) / alpha));
    return radius > 0
      ? { estimate: state.mean, lower: state.mean - radius, upper: state.mean + radius }
      : { ...noPoint, estimate: state.mean };
  });
}

/** Mean and variance (divisor n) after each value: Welford 1962. */
function runningMoments(values: readonly number[]) {
  let [mean, squares] = [0, 0];
  return values.map((value, i) => {
    const before = value - mean;
    mean += before / (i + 1);
    squares += before * (value - mean);
    return { mean, variance: squares / (i + 1) };
  });
}

/** What is known at one look: a difference, its standard error, and events and non-events of the thinnest arm. */
export interface Look {
  readonly estimate: number;
  readonly standardError: number | null;
  /** Smallest of events and non-events over the arms so far. */
  readonly fewest: number;
}

export interface SequenceOptions {
  readonly alpha: number;
  /** Standard error at which the sequence should be tightest: the one planned at the end. Chosen before looking. */
  readonly plannedError: number;
  /** No interval under this many events or non-events in an arm: the normal law does not hold yet. */
  readonly fewest?: number;
}

/**
 * Always-valid intervals of a risk difference looked at every week. `looks` are successive readings on growing data
 * (their errors shrink as information accrues). The bounds are the running intersection, since all hold together:
 * they never widen; should they cross, the last ones that did not are kept.
 */
export function riskDifferenceSequence(
  looks: readonly Look[],
  { alpha, plannedError, fewest = 10 }: SequenceOptions,
): readonly SequencePoint[] {
  const rho = mixtureRho(1 / plannedError ** 2, alpha);
  let [lower, upper]: [number | null, number | null] = [null, null];
  return looks.map((look) => {
    if (look.standardError === null || !(look.standardError > 0) || look.fewest < fewest) {
      return { estimate: look.estimate, lower, upper };
    }
    const variance = look.standardError ** 2;
    const radius = variance * normalMixtureBound(1 / variance, { alpha, rho });
    const low = Math.max(lower ?? -1, look.estimate - radius);
    const high = Math.min(upper ?? 1, look.estimate + radius);
    if (low < high) [lower, upper] = [low, high];
    return { estimate: look.estimate, lower, upper };
  });
}
