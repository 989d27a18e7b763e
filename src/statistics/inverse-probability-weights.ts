/**
 * Inverse-probability weights: each arm is reweighted to look like everybody (ATE: 1/e and 1/(1-e)) or like the
 * treated (ATT: 1 and e/(1-e)), e the propensity score by logistic regression. Rosenbaum 1987; Hajek 1971.
 *
 * Estimating the score counts in the error by M-estimation: a unit adds G' I^-1 x (z - e), G the derivative of the
 * estimate with respect to the coefficients, I the information. Lunceford & Davidian 2004; Stefanski & Boos 2002.
 * Assumes no hidden common cause, overlap, and the right score model.
 */
import type { BalancingWeights } from './balancing-weights.ts';
import type { Comparison, Estimand } from './comparison.ts';
import { dot, multiplyVector, row, transposeTimes } from './linear-algebra.ts';
import { type Overlap, overlapOf, propensityModel } from './propensity.ts';
import type { Refused } from './refused.ts';

export interface ScoreWeights extends BalancingWeights {
  readonly scores: Float64Array;
  readonly overlap: Overlap;
}

export function inverseProbabilityWeights(
  { treated, counts, covariates }: Pick<Comparison, 'treated' | 'counts' | 'covariates'>,
  estimand: Estimand,
): ScoreWeights | Refused {
  const model = propensityModel({ treated, counts, covariates });
  if ('error' in model) return model;
  const scores = model.probabilities;
  const weights = new Float64Array(scores.length);
  /** Derivative of each weight with respect to the linear predictor. */
  const slopes = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) {
    const e = scores[i] as number;
    const odds = e / (1 - e);
    if (treated[i] === 1) {
      weights[i] = estimand === 'ATE' ? 1 / e : 1;
      slopes[i] = estimand === 'ATE' ? -1 / odds : 0;
    } else {
      weights[i] = estimand === 'ATE' ? 1 / (1 - e) : odds;
      slopes[i] = odds;
    }
  }
  const { x } = model.design;
  const correction = (pull: ArrayLike<number>): Float64Array => {
    const through = slopes.map((slope, i) => (counts[i] as number) * (pull[i] as number) * slope);
    const direction = multiplyVector(model.inverseInformation, transposeTimes(x, through));
    return scores.map((e, i) => ((treated[i] as number) - e) * dot(row(x, i), direction));
  };
  return { weights, correction, scores, overlap: overlapOf(scores, treated, counts) };
}
