/**
 * What is believed of an effect once an estimate and its standard error are in, starting from a normal prior:
 * precision adds up, 1/sd² = 1/prior sd² + 1/se², and the mean is weighted by precision. Then P(effect > threshold).
 * Assumes the estimate is about normal around the effect. Source: Gelman et al. 2013, section 2.5.
 * Example: 2.1 points ± 0.9 with a prior 0 ± 2 gives 1.75 ± 0.82.
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

export interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** `estimate.sd` is its standard error; both spreads above 0. */
export function normalPosterior(estimate: Normal, prior: Normal): Normal {
  const precision = 1 / estimate.sd ** 2 + 1 / prior.sd ** 2;
  const mean = (estimate.mean / estimate.sd ** 2 + prior.mean / prior.sd ** 2) / precision;
  return { mean, sd: Math.sqrt(1 / precision) };
}

export const probabilityExceeds = ({ mean, sd }: Normal, threshold: number): number =>
  normalCdf((mean - threshold) / sd, 0, 1);
