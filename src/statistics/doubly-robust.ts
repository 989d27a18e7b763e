/**
 * Augmented inverse-probability weighting: right when either the propensity model or the outcome model is.
 *
 * ATE: mean of m1(x) - m0(x) + z (y - m1)/e - (1 - z)(y - m0)/(1 - e), outcome regressions m1 and m0 linear, one an
 * arm; ATT: sum of z (y - m0) - (1 - z) e/(1 - e) (y - m0) over the treated. Error: standard deviation
 * (divisor n) of the efficient influence function over sqrt(n). Robins, Rotnitzky & Zhao 1994; Glynn & Quinn 2010.
 * Assumes no hidden common cause and overlap. The error takes both models as right; with one wrong it is approximate.
 */

import type { Comparison, Estimand } from './comparison.ts';
import { leastSquares } from './least-squares.ts';
import { gram, independentColumns, type Matrix, selectColumns } from './linear-algebra.ts';
import { moments } from './moments.ts';
import {
  type Assignment,
  type Overlap,
  overlapOf,
  type PropensityModel,
  propensityModel,
} from './propensity.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export interface DoublyRobustEffect extends Bounds {
  readonly estimate: number;
  readonly se: number | null;
  /** Mean outcome of the target population with and without the service; their difference is the estimate. */
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly overlap: Overlap;
}

export function doublyRobustEffect(
  comparison: Comparison,
  { estimand, level = 0.95 }: { readonly estimand: Estimand; readonly level?: number },
): DoublyRobustEffect | Refused {
  const model = propensityModel(comparison);
  if ('error' in model) return model;
  const means = doublyRobustMeans(comparison, model, estimand);
  if ('error' in means) return means;
  const { meanTreated, meanControl } = means;
  const estimate = meanTreated - meanControl;
  const se = means.errorOf(1, 1);
  return {
    estimate,
    se,
    ...symmetricInterval(estimate, se, level),
    meanTreated,
    meanControl,
    overlap: overlapOf(model.probabilities, comparison.treated, comparison.counts),
  };
}

export interface DoublyRobustMeans {
  readonly meanTreated: number;
  readonly meanControl: number;
  /**
   * Standard error of a × mean with the service - b × mean without: `errorOf(1, 1)` for the difference, one over each
   * mean for the logarithm of their ratio. Null when nothing varies.
   */
  readonly errorOf: (a: number, b: number) => number | null;
}

/** Mean outcome with and without the service under a propensity model already fitted on the same rows. */
export function doublyRobustMeans(
  comparison: Comparison & Pick<Assignment, 'covariateRow'>,
  { design: { x }, probabilities }: PropensityModel,
  estimand: Estimand,
): DoublyRobustMeans | Refused {
  const { treated, outcome, counts, squares } = comparison;
  const [m0, m1] = ([0, 1] as const).map((arm) => predictions(comparison, x, arm)) as [
    Float64Array | null,
    Float64Array | null,
  ];
  if (m0 === null || m1 === null) {
    return refused(
      'not-identified',
      "Il y a trop peu de personnes dans un groupe pour modéliser l'effet constaté.",
    );
  }
  const shareTreated = moments(treated, counts).mean;
  /** How far the outcome of one unit of each row moves the mean of its arm. */
  const pull = probabilities.map((e, i) => {
    if (estimand === 'ATE') return treated[i] === 1 ? 1 / e : 1 / (1 - e);
    return (treated[i] === 1 ? 1 : e / (1 - e)) / shareTreated;
  });
  const withService = pull.map((p, i) => {
    const own = treated[i] === 1;
    if (estimand === 'ATT') return own ? p * (outcome[i] as number) : 0;
    return (m1[i] as number) + (own ? p * ((outcome[i] as number) - (m1[i] as number)) : 0);
  });
  const without = pull.map((p, i) => {
    const own = treated[i] !== 1;
    const rest = own ? p * ((outcome[i] as number) - (m0[i] as number)) : 0;
    if (estimand === 'ATT') return own ? rest : (m0[i] as number) / shareTreated;
    return (m0[i] as number) + rest;
  });
  const meanTreated = moments(withService, counts).mean;
  const meanControl = moments(without, counts).mean;
  const errorOf = (a: number, b: number): number | null => {
    const combined = a * meanTreated - b * meanControl;
    let [size, sum] = [0, 0];
    for (let i = 0; i < pull.length; i++) {
      const count = counts[i] as number;
      // For the treated alone, the size of the target population is estimated too.
      const centre = estimand === 'ATE' ? combined : treated[i] === 1 ? combined / shareTreated : 0;
      const influence = a * (withService[i] as number) - b * (without[i] as number) - centre;
      const own = (treated[i] === 1 ? a : b) * (pull[i] as number);
      size += count;
      sum += count * influence ** 2 + own ** 2 * (squares?.[i] ?? 0);
    }
    return visibleError(sum / size ** 2, Math.max(Math.abs(a), Math.abs(b)) * sizeOf(outcome));
  };
  return { meanTreated, meanControl, errorOf };
}

/** The outcome of each row by the linear model of one arm; null when the arm is too small. */
function predictions(
  { treated, outcome, counts, covariateRow }: Comparison & Pick<Assignment, 'covariateRow'>,
  x: Matrix,
  arm: 0 | 1,
): Float64Array | null {
  const place = (i: number) => (covariateRow === undefined ? i : (covariateRow[i] as number));
  const own = new Float64Array(x.rows);
  const sums = new Float64Array(x.rows);
  for (let i = 0; i < counts.length; i++) {
    if (treated[i] !== arm) continue;
    const [at, n] = [place(i), counts[i] as number];
    own[at] = (own[at] as number) + n;
    sums[at] = (sums[at] as number) + n * (outcome[i] as number);
  }
  const y = sums.map((sum, at) => (own[at] === 0 ? 0 : sum / (own[at] as number)));
  // Rows without anybody of this arm weigh nothing, but their residuals give their predictions.
  const kept = independentColumns(gram(x, own));
  const fit = leastSquares({ x: selectColumns(x, kept), y, counts: own });
  if (fit === null) return null;
  return Float64Array.from(outcome, (_, i) => (y[place(i)] as number) - (fit.residuals[place(i)] as number));
}
