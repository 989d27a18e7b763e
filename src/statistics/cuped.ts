/**
 * Variance reduction with what was known before (CUPED): the outcome minus theta times the centred covariate,
 * theta = cov(y, x) / var(x) over both arms, then the difference of means with Welch's error.
 * Deng, Xu, Kohavi & Walker 2013. Assumes arms drawn at random and a covariate measured before the draw.
 */
import { armRows, armSizes, type Comparison, emptyArm } from './comparison.ts';
import { moments } from './moments.ts';
import { type Refused, refused } from './refused.ts';
import type { Bounds } from './symmetric-interval.ts';
import { type Sample, twoMeans } from './two-means.ts';
import { isVisible, sizeOf, visibleError } from './visible-error.ts';

export interface Cuped extends Bounds {
  readonly theta: number;
  readonly estimate: number;
  readonly se: number | null;
  /** Plain difference of means. */
  readonly unadjusted: number;
  /** Share of the outcome's variance over both arms that the covariate removes; null when there was none. */
  readonly varianceReduction: number | null;
  /** Mean of each arm once adjusted, and its standard error. */
  readonly treated: AdjustedMean;
  readonly control: AdjustedMean;
}

interface AdjustedMean {
  readonly mean: number;
  readonly se: number | null;
}

/** `covariate` one value a row. A covariate that does not vary is refused as `not-identified`. */
export function cuped(
  { treated, outcome, counts }: Omit<Comparison, 'covariates'>,
  covariate: ArrayLike<number>,
  level = 0.95,
): Cuped | Refused {
  const empty = emptyArm(armSizes({ treated, counts }));
  if (empty !== null) return empty;
  const x = moments(covariate, counts);
  const y = moments(outcome, counts);
  if (!(x.variance !== null && x.variance > 0 && y.variance !== null)) {
    return refused(
      'not-identified',
      "La mesure faite avant ne varie pas d'une personne à l'autre : elle ne peut pas servir à ajuster.",
    );
  }
  let product = 0;
  for (let i = 0; i < outcome.length; i++)
    product +=
      (counts[i] as number) * ((outcome[i] as number) - y.mean) * ((covariate[i] as number) - x.mean);
  const theta = product / (y.n - 1) / x.variance;
  const size = sizeOf(outcome);
  const adjusted = Float64Array.from(outcome, (v, i) => v - theta * ((covariate[i] as number) - x.mean));
  const arm = (values: ArrayLike<number>, which: 0 | 1): Sample => {
    const rows = armRows(treated, which);
    const pick = (from: ArrayLike<number>) => Float64Array.from(rows, (r) => from[r] as number);
    return { values: pick(values), counts: pick(counts) };
  };
  const meanOf = (which: 0 | 1): AdjustedMean => {
    const { values, counts: own } = arm(adjusted, which);
    const { mean, variance, n } = moments(values, own);
    return { mean, se: variance === null ? null : visibleError(variance / n, size) };
  };
  const plain = twoMeans(arm(outcome, 1), arm(outcome, 0), level);
  const reduced = twoMeans(arm(adjusted, 1), arm(adjusted, 0), level);
  if ('error' in plain) return plain;
  if ('error' in reduced) return reduced;
  const { estimate } = reduced;
  const { se, lower, upper } =
    reduced.se !== null && isVisible(reduced.se, size) ? reduced : { se: null, lower: null, upper: null };
  const left = moments(adjusted, counts).variance ?? 0;
  const varianceReduction = y.variance > 0 ? 1 - left / y.variance : null;
  return {
    theta,
    estimate,
    se,
    lower,
    upper,
    unadjusted: plain.estimate,
    varianceReduction,
    treated: meanOf(1),
    control: meanOf(0),
  };
}
