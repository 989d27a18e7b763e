import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { normalHalfWidth } from './normal.ts';
import { isVisible } from './visible-error.ts';

export interface Bounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * estimate ± quantile × se at the two-sided `level`: Student's t with `df`, the normal law when `df` is left out.
 * No bounds without a standard error, nor with one of 0, or lost in the rounding of the estimate: an interval of zero
 * width would claim certainty.
 */
export function symmetricInterval(estimate: number, se: number | null, level: number, df?: number): Bounds {
  if (se === null || !(se > 0) || !Number.isFinite(se) || (df !== undefined && !(df > 0)))
    return { lower: null, upper: null };
  return around(estimate, se * (df === undefined ? normalHalfWidth(level) : tQuantile((1 + level) / 2, df)));
}

/** estimate ± margin; no bounds when the margin is lost in the rounding of the estimate. */
export function around(estimate: number, margin: number): Bounds {
  return isVisible(margin, Math.abs(estimate))
    ? { lower: estimate - margin, upper: estimate + margin }
    : { lower: null, upper: null };
}
