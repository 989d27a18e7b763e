/**
 * Interval of the mean effect of a synthetic control, by inverting the placebo test. Once a supposed effect is taken out
 * of its gaps, the treated territory's ratio (gap after over gap before) must not be among the largest of the placebos':
 *
 *   same effect c at every period:     (gap - c)^2 in the mean <= (R x fit before)^2,   so c within mean gap ± sqrt(R^2 fit^2 - Var(gap))
 *   a multiple of the path observed:   |1 - k| x ratio <= R,                            so k within 1 ± R / ratio
 *
 * with R the m-th largest placebo ratio, m = floor((1 - level) (J + 1)), J placebos. The wider of the two is kept: an effect
 * that grows is compatible with no constant one. 0 is outside exactly when the placebo test says so at that level.
 * With fewer than 19 placebos 95 % cannot be reached: the level is then the highest that can, J / (J + 1).
 * Assumes that had nothing happened, the treated territory's ratio would rank anywhere among the others.
 * Sources: Abadie, Diamond & Hainmueller 2010; Firpo & Possebom 2018 (inversion, both families of effects).
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
  { meanEffect, preRmspe, postRmspe }: Pick<SyntheticControl, 'meanEffect' | 'preRmspe' | 'postRmspe'>,
  { placebos, treatedRatio }: PlaceboTest,
  level = 0.95,
): PlaceboInterval | null {
  const ratios = placebos.flatMap(({ ratio }) => ratio ?? []).sort((a, b) => b - a);
  if (treatedRatio === null || !(treatedRatio > 0) || ratios.length === 0) return null;
  const excluded = Math.floor((1 - level) * (ratios.length + 1) + 1e-9);
  const largest = ratios[Math.max(1, excluded) - 1] ?? 0;
  const variance = postRmspe ** 2 - meanEffect ** 2;
  const constant = Math.sqrt(Math.max(0, (largest * preRmspe) ** 2 - variance));
  const proportional = (Math.abs(meanEffect) * largest) / treatedRatio;
  const half = Math.max(constant, proportional);
  if (!(half > 0)) return null;
  return {
    lower: meanEffect - half,
    upper: meanEffect + half,
    level: excluded < 1 ? ratios.length / (ratios.length + 1) : level,
  };
}
