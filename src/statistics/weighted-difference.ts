import { type BalancingWeights, sumOfSquares } from './balancing-weights.ts';
import { armRows, type Comparison } from './comparison.ts';
import { effectiveSampleSize, weightedMean } from './moments.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export interface WeightedDifference extends Bounds {
  /** Treated minus control, weighted; the interval uses `seStacked`. */
  readonly estimate: number;
  readonly meanTreated: number;
  readonly meanControl: number;
  /** HC0, as if the weights were known. */
  readonly seFixedWeights: number | null;
  /** With the estimation of the weights counted. */
  readonly seStacked: number | null;
  readonly essTreated: number;
  readonly essControl: number;
  /** Largest share of an arm's weight that rests on one unit, among reweighted arms (the controls only, for the ATT). */
  readonly maxWeightShare: number;
}

/** Difference of weighted means (Hajek 1971) under balancing weights; both arms must have weight. */
export function weightedDifference(
  { treated, outcome, counts }: Pick<Comparison, 'treated' | 'outcome' | 'counts'>,
  { weights, correction }: BalancingWeights,
  level = 0.95,
): WeightedDifference {
  const pick = (values: ArrayLike<number>, rows: readonly number[]) =>
    Float64Array.from(rows, (r) => values[r] as number);
  const arms = ([0, 1] as const).map((arm) => {
    const rows = armRows(treated, arm);
    const [w, n] = [pick(weights, rows), pick(counts, rows)];
    const mass = w.map((weight, i) => weight * (n[i] as number));
    const sum = mass.reduce((total, m) => total + m, 0);
    const largest = w.reduce((most, weight, i) => ((n[i] as number) > 0 ? Math.max(most, weight) : most), 0);
    return {
      mean: weightedMean(pick(outcome, rows), mass),
      sum,
      ess: effectiveSampleSize(w, n),
      share: largest / sum,
      alike: w.every((weight, i) => weight === largest || n[i] === 0),
    };
  });
  const [control, own] = arms as [(typeof arms)[number], (typeof arms)[number]];
  const pull = Float64Array.from({ length: weights.length }, (_, i) => {
    const arm = treated[i] === 1 ? own : control;
    const side = ((outcome[i] as number) - arm.mean) / arm.sum;
    return treated[i] === 1 ? side : -side;
  });
  const fixed = pull.map((p, i) => p * (weights[i] as number));
  const extra = correction(pull);
  const estimate = own.mean - control.mean;
  const size = sizeOf(outcome);
  const seStacked = visibleError(
    sumOfSquares(
      fixed.map((value, i) => value + (extra[i] as number)),
      counts,
    ),
    size,
  );
  return {
    estimate,
    meanTreated: own.mean,
    meanControl: control.mean,
    seFixedWeights: visibleError(sumOfSquares(fixed, counts), size),
    seStacked,
    ...symmetricInterval(estimate, seStacked, level),
    essTreated: own.ess,
    essControl: control.ess,
    maxWeightShare: own.alike ? control.share : Math.max(own.share, control.share),
  };
}
