/**
 * Critical value of an estimate whose variance V = sum_g V_g is itself estimated, group by group, on few degrees of
 * freedom d_g, when group g is expected to bring the share s_g of it (shares sum to 1):
 *
 *   T = Z / sqrt(sum_g s_g X_g / d_g),  Z normal, X_g chi-squared with d_g degrees of freedom, all independent
 *   P(|T| > c) = (2 / pi) integral from 0 to pi/2 of prod_g (1 + c^2 s_g / (d_g sin^2 u))^(-d_g / 2) du
 *
 * the normal tail written as Craig (1991) does, averaged over V. Student's law with a single group; between the normal
 * quantile and Student's with the smallest d_g otherwise (Mickey & Brown 1966). Exact for these shares, where the degrees of freedom
 * of Satterthwaite or Welch match two moments of V, and miss its law when they are few.
 */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { panelIntegral } from './gauss-legendre.ts';
import { normalHalfWidth } from './normal.ts';

export interface GroupShare {
  /** Positive; relative to the other groups'. */
  readonly share: number;
  /** At least 1. */
  readonly df: number;
}

/** The c that |T| exceeds with probability 1 - level. At least one group. */
export function unequalGroupsQuantile(groups: readonly GroupShare[], level: number): number {
  const largest = Math.max(...groups.map(({ share }) => share));
  const whole = groups.reduce((sum, { share }) => sum + share / largest, 0);
  const shares = groups.map(({ share, df }) => ({ share: share / largest / whole, df }));
  let lower = normalHalfWidth(level);
  let upper = tQuantile((1 + level) / 2, Math.min(...shares.map(({ df }) => df)));
  while (upper / lower - 1 > precision) {
    const middle = Math.sqrt(lower * upper);
    if (beyond(middle, shares) > 1 - level) lower = middle;
    else upper = middle;
  }
  return Math.sqrt(lower * upper);
}

const precision = 1e-9;

/**
 * What a variance is expected to be, from a mean square seen through `df` degrees of freedom: df / (df - 2) times more
 * (flat prior on its logarithm; Gelman et al. 2013, section 3.2). With two degrees of freedom or one it has no bound,
 * and is taken as with three.
 */
export function expectedVariance(meanSquare: number, df: number): number {
  const bounded = Math.max(df, 3);
  return meanSquare * (bounded / (bounded - 2));
}

/** Halved towards zero, where the integrand of a group with a small share rises steeply. */
const edges = [...Array.from({ length: 12 }, (_, k) => (Math.PI / 2) * 2 ** -k), 0];

function beyond(c: number, groups: readonly GroupShare[]): number {
  const integrand = (angle: number): number => {
    const scaled = (c / Math.sin(angle)) ** 2;
    return groups.reduce((product, { share, df }) => product * (1 + (scaled * share) / df) ** (-df / 2), 1);
  };
  let sum = 0;
  for (let k = 1; k < edges.length; k++)
    sum += panelIntegral(integrand, edges[k] as number, edges[k - 1] as number);
  return (2 / Math.PI) * sum;
}
