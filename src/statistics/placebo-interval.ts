/**
 * Interval of the mean effect of a synthetic control, by inverting a placebo test on the mean gap. Once the true mean effect
 * is taken out, the treated territory's mean gap after, over its fit before, ranks anywhere among the placebos':
 *
 *   |mean gap - c| / fit before <= R,   so c within mean gap ± R x fit before
 *
 * with R the m-th largest of the placebos' |mean gap| / fit before, m = floor((1 - level) (J + 1)), J placebos. Only the mean
 * of the effect enters, whatever its path. The placebo test of the page ranks root mean squares instead (an effect that
 * changes sign leaves no mean): near the limit, one may see what the other does not.
 * With fewer than 19 placebos 95 % cannot be reached: the level is then the highest that can, J / (J + 1).
 * Assumes that had nothing happened, the treated territory's ratio would rank anywhere among the others.
 * Sources: Abadie, Diamond & Hainmueller 2010; Firpo & Possebom 2018 (inversion, any statistic).
 */
import type { PlaceboTest, SyntheticControl } from './synthetic-control.ts';

interface PlaceboInterval {
  readonly lower: number;
  readonly upper: number;
  /** Level reached: the one asked, or less when there are too few placebos. */
  readonly level: number;
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
  const half = (ratios[Math.max(1, excluded) - 1] ?? 0) * preRmspe;
  if (!(half > 0)) return null;
  return {
    lower: meanEffect - half,
    upper: meanEffect + half,
    level: excluded < 1 ? ratios.length / (ratios.length + 1) : level,
  };
}
