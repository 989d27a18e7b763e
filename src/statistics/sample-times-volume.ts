/**
 * A mean measured on a sample, times a known or estimated volume: hours saved a case × cases a month.
 *
 * Volume known: the mean's t-interval times it. Volume estimated apart: var(m v) = v² var(m) + m² var(v) + var(m) var(v)
 * (Goodman 1960, exact for independent unbiased estimates), t with the sample's degrees of freedom.
 * Assumes the sample is drawn at random among the cases the volume counts. Example: 2 h ± 15 min × 40,000.
 */
import { counted } from './french-number.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export interface SampleSummary {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with n - 1. */
  readonly sd: number;
}

export interface Volume {
  readonly value: number;
  /** Its standard error; 0 when the volume is counted. */
  readonly se: number;
}

export interface SampleTimesVolume extends Bounds {
  readonly estimate: number;
  readonly se: number | null;
  readonly level: number;
  readonly mean: Bounds & { readonly estimate: number; readonly n: number };
}

export const summarise = (values: readonly number[]): SampleSummary => {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, sd: n > 1 ? (visibleError(squares / (n - 1), sizeOf(values)) ?? 0) : 0 };
};

export function sampleTimesVolume(
  { n, mean, sd }: SampleSummary,
  volume: Volume,
  level = 0.95,
): SampleTimesVolume | Refused {
  if (n < 2)
    return refused(
      'empty-group',
      `L'échantillon compte ${counted(n, 'mesure', 'mesures')} : il en faut au moins deux pour donner un intervalle.`,
    );
  if (!(volume.value > 0))
    return refused('not-identified', "Non identifiable : le volume est nul, il n'y a rien à multiplier.");
  if (!(volume.se >= 0 && sd >= 0))
    return refused('invalid-input', 'Une incertitude ne peut pas être négative.');
  const varMean = sd ** 2 / n;
  const varVolume = volume.se ** 2;
  const variance = volume.value ** 2 * varMean + mean ** 2 * varVolume + varMean * varVolume;
  // A sample without spread says nothing of its error: no interval rather than one of the volume alone.
  const se = sd > 0 ? Math.sqrt(variance) : null;
  const estimate = mean * volume.value;
  return {
    estimate,
    se,
    ...symmetricInterval(estimate, se, level, n - 1),
    level,
    mean: { estimate: mean, n, ...symmetricInterval(mean, sd > 0 ? Math.sqrt(varMean) : null, level, n - 1) },
  };
}
