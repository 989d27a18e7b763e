/**
 * Inverse-probability weights: each arm is reweighted to look like everybody (ATE: 1/e and 1/(1-e)) or like the
 * treated (ATT: 1 and e/(1-e)), e the propensity score by logistic regression. Rosenbaum 1987; Hajek 1971.
 *
 * Estimating the score counts in the error by M-estimation: a unit adds G' I^-1 x (z - e), G the derivative of the
 * estimate with respect to the coefficients, I the information. Lunceford & Davidian 2004; Stefanski & Boos 2002.
 * Assumes no hidden common cause, overlap, and the right score model.
 */
import type { BalancingWeights } from './balancing-weights.ts';
import type { Estimand } from './comparison.ts';
import { multiplyVector, transposeTimes } from './linear-algebra.ts';
import { type Assignment, type Overlap, overlapOf, propensityModel } from './propensity.ts';
import type { Refused } from './refused.ts';

export interface ScoreWeights extends BalancingWeights {
  readonly scores: Float64Array;
  readonly overlap: Overlap;
}

export function inverseProbabilityWeights(
  assignment: Assignment,
  estimand: Estimand,
): ScoreWeights | Refused {
  const model = propensityModel(assignment);
  if ('error' in model) return model;
  const { treated, counts, covariateRow } = assignment;
  const scores = model.probabilities;
  const weights = scoreWeights(scores, treated, estimand);
  /** Derivative of each weight with respect to the linear predictor. */
  const slopes = scores.map((e, i) => {
    const odds = e / (1 - e);
    if (treated[i] !== 1) return odds;
    return estimand === 'ATE' ? -1 / odds : 0;
  });
  const { x } = model.design;
  const correction = (pull: ArrayLike<number>): Float64Array => {
    const place = (i: number) => (covariateRow === undefined ? i : (covariateRow[i] as number));
    const through = new Float64Array(x.rows);
    slopes.forEach((slope, i) => {
      const at = place(i);
      through[at] = (through[at] as number) + (counts[i] as number) * (pull[i] as number) * slope;
    });
    const direction = multiplyVector(model.inverseInformation, transposeTimes(x, through));
    const along = multiplyVector(x, direction);
    return scores.map((e, i) => ((treated[i] as number) - e) * (along[place(i)] as number));
  };
  return { weights, correction, scores, overlap: overlapOf(scores, treated, counts) };
}

/** Weight of one unit of each row, from its score. */
export const scoreWeights = (
  scores: Float64Array,
  treated: ArrayLike<number>,
  estimand: Estimand,
): Float64Array =>
  scores.map((e, i) => {
    if (treated[i] === 1) return estimand === 'ATE' ? 1 / e : 1;
    return estimand === 'ATE' ? 1 / (1 - e) : e / (1 - e);
  });
