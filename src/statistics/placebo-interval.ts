/**
 * Interval of the mean effect of a synthetic control, by inverting the placebo test: an effect c is kept when
 * |gap - c| / (fit before) of the treated territory is not among the largest of the placebos' |gap| / (fit before).
 *
 *   mean gap ± (fit before of the treated) × (m-th largest placebo ratio),   m = floor((1 - level) (J + 1)), J placebos
 *
 * With fewer than 19 placebos 95 % cannot be reached: the level is then the highest that can, J / (J + 1).
 * Assumes that had nothing happened, the treated territory's standardised gap would rank anywhere among the others.
 * Sources: Abadie, Diamond & Hainmueller 2010; Firpo & Possebom 2018 (inversion).
 */
import type { PlaceboTest, SyntheticControl } from './synthetic-control.ts';

export interface PlaceboInterval {
  readonly lower: number;
  readonly upper: number;
  /** Level reached: the one asked, or less when there are too few placebos. */
  readonly level: number;
  readonly placebos: number;
}

/** Null with no usable placebo, or when the fit before is exact: nothing then measures chance. */
export function placeboInterval(
  { meanEffect, preRmspe }: Pick<SyntheticControl, 'meanEffect' | 'preRmspe'>,
  { placebos, treatedRatio }: PlaceboTest,
  level = 0.95,
): PlaceboInterval | null {
  const ratios = placebos
    .flatMap((placebo) => (placebo.ratio === null ? [] : Math.abs(placebo.meanEffect) / placebo.preRmspe))
    .sort((a, b) => b - a);
  if (treatedRatio === null || ratios.length === 0) return null;
  const excluded = Math.floor((1 - level) * (ratios.length + 1) + 1e-9);
  const largest = ratios[Math.max(1, excluded) - 1] ?? 0;
  if (!(largest > 0)) return null;
  const half = preRmspe * largest;
  return {
    lower: meanEffect - half,
    upper: meanEffect + half,
    level: excluded < 1 ? ratios.length / (ratios.length + 1) : level,
    placebos: ratios.length,
  };
}
