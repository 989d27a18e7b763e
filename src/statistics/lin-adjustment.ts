/**
 * Effect of a randomised service adjusted for covariates: least squares of the outcome on arm, covariates centred on
 * the whole sample, and their products; the arm's coefficient is the effect. Lin 2013 (Annals of Applied Statistics):
 * never less precise than the plain difference in large samples, whatever the true shape. HC2 variance, Student's t
 * with n - p degrees of freedom. The error is that of the effect on these people: it leaves out how the effect would vary
 * with other people drawn (Negi & Wooldridge 2021). Assumes arms drawn at random, covariates fixed before the draw.
 */
import { armSizes, type Comparison, emptyArm } from './comparison.ts';
import { regressionDesign } from './covariates.ts';
import { leastSquares, type RobustCovariance, robustCovariance } from './least-squares.ts';
import { entry, gram, independentColumns, type Matrix, selectColumns, zeros } from './linear-algebra.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export interface AdjustedDifference extends Bounds {
  readonly estimate: number;
  /** Null when some unit alone decides a coefficient (leverage 1), or nothing varies. */
  readonly se: number | null;
  readonly df: number;
  /** Covariates left out because the others determine them. */
  readonly aliased: readonly string[];
}

export function linAdjustedDifference(
  comparison: Comparison,
  { level = 0.95, covariance = 'HC2' }: { level?: number; covariance?: RobustCovariance } = {},
): AdjustedDifference | Refused {
  const fit = linFit(comparison, covariance);
  if ('error' in fit) return fit;
  const { df, aliased } = fit;
  const estimate = fit.meanTreated - fit.meanControl;
  const se = fit.errorOf(1, 1);
  return { estimate, se, df, ...symmetricInterval(estimate, se, level, df), aliased };
}

export interface LinFit {
  /** Mean outcome of everybody with and without the service, and the error of a × one - b × the other. */
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly errorOf: (a: number, b: number) => number | null;
  readonly df: number;
  readonly aliased: readonly string[];
}

/** The regression itself, for who needs the two means and not their difference only. */
export function linFit(comparison: Comparison, covariance: RobustCovariance = 'HC2'): LinFit | Refused {
  const { treated, outcome, counts, squares, covariates } = comparison;
  const empty = emptyArm(armSizes(comparison));
  if (empty !== null) return empty;
  const { x: adjusters, aliased } = regressionDesign(covariates, counts);
  const full = interacted(adjusters, treated, counts);
  const kept = independentColumns(gram(full, counts));
  const x = selectColumns(full, kept);
  const fit = kept.includes(1) ? leastSquares({ x, y: outcome, counts, ...(squares && { squares }) }) : null;
  if (fit === null || fit.degreesOfFreedom <= 0) {
    return refused(
      'not-identified',
      'Il y a trop peu de personnes pour tenir compte de toutes ces caractéristiques : retirez-en ou regroupez leurs valeurs.',
    );
  }
  const [meanControl, effect] = fit.coefficients as unknown as [number, number];
  const variances = robustCovariance(fit, covariance);
  const errorOf = (a: number, b: number): number | null => {
    if (variances === null) return null;
    const [own, both] = [a - b, a];
    const variance =
      own ** 2 * entry(variances, 0, 0) +
      2 * own * both * entry(variances, 0, 1) +
      both ** 2 * entry(variances, 1, 1);
    return visibleError(variance, Math.max(Math.abs(a), Math.abs(b)) * sizeOf(outcome));
  };
  return { meanTreated: meanControl + effect, meanControl, errorOf, df: fit.degreesOfFreedom, aliased };
}

/** Columns 1, arm, centred covariates, arm times each: column 1 is the arm. */
function interacted(adjusters: Matrix, treated: ArrayLike<number>, counts: ArrayLike<number>): Matrix {
  const q = adjusters.columns - 1;
  const means = new Float64Array(q);
  let n = 0;
  for (let i = 0; i < adjusters.rows; i++) {
    n += counts[i] as number;
    for (let j = 0; j < q; j++)
      means[j] = (means[j] as number) + (counts[i] as number) * entry(adjusters, i, j + 1);
  }
  const x = zeros(adjusters.rows, 2 + 2 * q);
  for (let i = 0; i < adjusters.rows; i++) {
    const start = i * x.columns;
    const arm = treated[i] as number;
    x.values[start] = 1;
    x.values[start + 1] = arm;
    for (let j = 0; j < q; j++) {
      const centred = entry(adjusters, i, j + 1) - (means[j] as number) / n;
      x.values[start + 2 + j] = centred;
      x.values[start + 2 + q + j] = arm * centred;
    }
  }
  return x;
}
