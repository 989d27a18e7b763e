import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Half-width, in standard errors, of a two-sided normal interval: 1.96 for a level of 0.95. */
export const normalHalfWidth = (level: number): number => quantile((1 + level) / 2, 0, 1);

/** Chances that a normal deviation be as far from 0 as `z`, on either side. */
export const twoSidedPValue = (z: number): number => 2 * normalCdf(-Math.abs(z), 0, 1);
