/**
 * Normal-mixture boundary: a random walk with variance process v stays below it at every time at once with
 * probability 1 - alpha. Robbins 1970; Howard, Ramdas, McAuliffe & Sekhon 2021 (Annals of Statistics).
 *
 * Two sides: sqrt((v + rho) log((v + rho) / (rho alpha²))). One side: the s at which the half-normal mixture
 * 2 sqrt(rho / (v + rho)) exp(s² / (2 (v + rho))) Phi(s / sqrt(v + rho)) reaches 1 / alpha.
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

export interface MixtureOptions {
  readonly alpha: number;
  readonly rho: number;
  readonly oneSided?: boolean;
}

/**
 * The mixing variance that makes the boundary tightest near the variance `vOpt`, to first order (Howard et al. 2021,
 * section 3.5). It must be chosen before looking.
 */
export function mixtureRho(vOpt: number, alpha: number, oneSided = false): number {
  const spent = oneSided ? 2 * alpha : alpha;
  const logs = 2 * Math.log(1 / spent);
  return vOpt / (logs + Math.log(1 + logs));
}

/** Height of the boundary at variance v >= 0. */
export function normalMixtureBound(v: number, { alpha, rho, oneSided = false }: MixtureOptions): number {
  const spread = v + rho;
  if (!oneSided) return Math.sqrt(spread * (Math.log(spread / rho) - 2 * Math.log(alpha)));
  const logMixture = (s: number) =>
    Math.log(2) +
    Math.log(rho / spread) / 2 +
    (s * s) / (2 * spread) +
    Math.log(normalCdf(s / Math.sqrt(spread), 0, 1));
  const target = -Math.log(alpha);
  // At the two-sided boundary of the same alpha the half-normal mixture is already past its target.
  let [low, high] = [0, Math.sqrt(spread * (Math.log(spread / rho) - 2 * Math.log(alpha)))];
  if (logMixture(low) >= target) return low;
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2;
    if (logMixture(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
