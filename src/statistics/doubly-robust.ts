/**
 * Augmented inverse-probability weighting: right when either the propensity model or the outcome model is.
 *
 * ATE: mean of m1(x) - m0(x) + z (y - m1)/e - (1 - z)(y - m0)/(1 - e), outcome regressions m1 and m0 linear, one an
 * arm; ATT: sum of z (y - m0) - (1 - z) e/(1 - e) (y - m0) over the treated. Error: standard deviation
 * (divisor n) of the efficient influence function over sqrt(n). Robins, Rotnitzky & Zhao 1994; Glynn & Quinn 2010.
 * Assumes no hidden common cause and overlap. The error takes both models as right; with one wrong it is approximate.
 */

import { positiveRoot, sumOfSquares } from './balancing-weights.ts';
import { armRows, type Comparison, type Estimand } from './comparison.ts';
import { selectRows } from './covariates.ts';
import { leastSquares } from './least-squares.ts';
import { gram, independentColumns, multiplyVector, selectColumns } from './linear-algebra.ts';
import { moments } from './moments.ts';
import { type Overlap, overlapOf, propensityModel } from './propensity.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

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
  const { treated, outcome, counts } = comparison;
  const model = propensityModel(comparison);
  if ('error' in model) return model;
  const { x } = model.design;
  const fitted = [0, 1].map((arm) => {
    const rows = armRows(treated, arm === 1 ? 1 : 0);
    const n = Float64Array.from(rows, (r) => counts[r] as number);
    const own = selectRows(x, rows);
    const kept = independentColumns(gram(own, n));
    const fit = leastSquares({
      x: selectColumns(own, kept),
      y: Float64Array.from(rows, (r) => outcome[r] as number),
      counts: n,
    });
    return fit === null ? null : multiplyVector(selectColumns(x, kept), fit.coefficients);
  });
  const [m0, m1] = fitted;
  if (m0 === undefined || m1 === undefined || m0 === null || m1 === null) {
    return refused(
      'not-identified',
      "Il y a trop peu de personnes dans un groupe pour modéliser l'effet constaté.",
    );
  }
  const shareTreated = moments(treated, counts).mean;
  const without = new Float64Array(x.rows);
  const withService = new Float64Array(x.rows);
  for (let i = 0; i < x.rows; i++) {
    const [e, y] = [model.probabilities[i] as number, outcome[i] as number];
    const [with1, without0] = [m1[i] as number, m0[i] as number];
    const isTreated = treated[i] === 1;
    if (estimand === 'ATE') {
      withService[i] = with1 + (isTreated ? (y - with1) / e : 0);
      without[i] = without0 + (isTreated ? 0 : (y - without0) / (1 - e));
    } else {
      withService[i] = isTreated ? y / shareTreated : 0;
      without[i] = (isTreated ? without0 : ((y - without0) * e) / (1 - e)) / shareTreated;
    }
  }
  const meanTreated = moments(withService, counts).mean;
  const meanControl = moments(without, counts).mean;
  const estimate = meanTreated - meanControl;
  const influence = Float64Array.from(withService, (value, i) => {
    const centre = estimand === 'ATT' && treated[i] === 1 ? estimate / shareTreated : 0;
    return value - (without[i] as number) - centre;
  });
  const { n, mean } = moments(influence, counts);
  const se = positiveRoot(
    sumOfSquares(
      influence.map((value) => value - mean),
      counts,
    ) /
      n ** 2,
  );
  return {
    estimate,
    se,
    ...symmetricInterval(estimate, se, level),
    meanTreated,
    meanControl,
    overlap: overlapOf(model.probabilities, treated, counts),
  };
}
