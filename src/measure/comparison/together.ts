import { frenchList } from '../../platform/french/number.ts';
import type { EffectEstimate, EffectFigure } from '../../statistics/effect-estimate.ts';
import { holm } from '../../statistics/holm.ts';
import { twoSidedPValue } from '../../statistics/normal.ts';
import type { FollowUpMeasure, Measure, MeasuredComparison } from '../measure.ts';

type Corrections = MeasuredComparison['corrections'];

/** The test of each difference that has a figure, before any correction. */
export const tests = (differences: readonly EffectEstimate[]): Corrections =>
  differences
    .filter((effect): effect is EffectFigure => effect.kind === 'estimate')
    .map(({ horizon, value, standardError }) => {
      const pValue = twoSidedPValue(value / standardError);
      return { horizon, pValue, adjusted: pValue };
    });

type ComparedMeasure = FollowUpMeasure & { readonly comparison: MeasuredComparison };

const isCompared = (measure: Measure): measure is ComparedMeasure =>
  measure.method === 'follow-up' && measure.comparison !== null;

/**
 * Corrects at once all the differences that one run reads, over horizons and indicators (Holm 1979): the more one
 * looks, the more often chance alone seems to be an effect. A single difference needs no correction.
 */
export function correctedTogether(measures: readonly Measure[]): readonly Measure[] {
  const compared = measures.filter(isCompared);
  const all = compared.flatMap(({ comparison }) => comparison.corrections);
  const adjusted = holm(all.map(({ pValue }) => pValue));
  if (all.length < 2) {
    return measures.map((measure) => (isCompared(measure) ? withCorrections(measure, []) : measure));
  }
  const indicators = compared.filter(({ comparison }) => comparison.corrections.length > 0).length;
  let next = 0;
  return measures.map((measure) => {
    if (!isCompared(measure)) return measure;
    const corrections = measure.comparison.corrections.map((test) => ({
      ...test,
      adjusted: adjusted[next++] ?? 1,
    }));
    return withCorrections(measure, corrections, note(corrections, { tests: all.length, indicators }));
  });
}

const withCorrections = (
  measure: ComparedMeasure,
  corrections: Corrections,
  said: readonly string[] = [],
): FollowUpMeasure => ({
  ...measure,
  comparison: { ...measure.comparison, corrections, notes: [...measure.comparison.notes, ...said] },
});

function note(
  corrections: Corrections,
  family: { readonly tests: number; readonly indicators: number },
): string[] {
  if (corrections.length === 0) return [];
  const days = (found: Corrections) => frenchList(found.map(({ horizon }) => `${horizon}`));
  const clear = corrections.filter(({ adjusted }) => adjusted < 0.05);
  const read =
    family.indicators > 1
      ? `Ce plan lit ${family.tests} écarts à la fois (${family.indicators} indicateurs comparés, tous horizons réunis)`
      : `L’effet est lu à ${corrections.length} horizons (${days(corrections)} jours)`;
  return [
    `${read} : en corrigeant de ces lectures multiples (Holm), ${verdict(corrections, clear, days)}. Les intervalles donnés, eux, valent chacun pour son horizon.`,
  ];
}

function verdict(all: Corrections, clear: Corrections, days: (found: Corrections) => string): string {
  if (all.length === 1) {
    return clear.length === 1
      ? 'celui-ci reste distinct du hasard'
      : 'celui-ci ne se distingue pas du hasard';
  }
  if (clear.length === all.length) return 'chacun reste distinct du hasard';
  if (clear.length === 0) return 'aucun ne se distingue du hasard';
  return clear.length === 1
    ? `seul l’écart à ${days(clear)} jours reste distinct du hasard`
    : `seuls les écarts à ${days(clear)} jours restent distincts du hasard`;
}
