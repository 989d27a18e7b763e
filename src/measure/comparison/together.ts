import { frenchList } from '../../platform/french/number.ts';
import type { EffectEstimate, EffectFigure } from '../../statistics/effect-estimate.ts';
import { holm } from '../../statistics/holm.ts';
import { twoSidedPValue } from '../../statistics/normal.ts';
import type { Measure } from '../measure.ts';
import type { MeasuredComparison } from './measured-comparison.ts';

type Corrections = MeasuredComparison['corrections'];

/** The test of each difference that has a figure, before any correction. */
export const tests = (effects: readonly EffectEstimate[]): Corrections =>
  effects
    .filter((effect): effect is EffectFigure => effect.kind === 'estimate')
    .map(({ horizon, value, standardError }) => {
      const pValue = twoSidedPValue(value / standardError);
      return { horizon, pValue, adjusted: pValue };
    });

const differences = (effects: readonly EffectEstimate[]): Corrections =>
  tests(effects.filter(({ measure }) => measure === 'difference'));

function testsOf(measure: Measure): Corrections {
  if (measure.method === 'rollout') return differences(measure.effects);
  if (measure.method !== 'follow-up') return [];
  if (measure.rollout !== null) return differences(measure.effects);
  return measure.comparison?.corrections ?? [];
}

/**
 * Corrects at once all the differences that one run reads, over horizons and indicators (Holm 1979): the more one
 * looks, the more often chance alone seems to be an effect. A single difference needs no correction.
 */
export function correctedTogether(measures: readonly Measure[]): readonly Measure[] {
  const families = measures.map(testsOf);
  const all = families.flat();
  const adjusted = all.length < 2 ? [] : holm(all.map(({ pValue }) => pValue));
  const indicators = families.filter((own) => own.length > 0).length;
  let next = 0;
  return measures.map((measure, m) => {
    const corrections = (families[m] ?? []).flatMap((test) => {
      const value = adjusted[next++];
      return value === undefined ? [] : [{ ...test, adjusted: value }];
    });
    return withCorrections(measure, corrections, note(corrections, { tests: all.length, indicators }));
  });
}

function withCorrections(measure: Measure, corrections: Corrections, said: readonly string[]): Measure {
  if (measure.method !== 'follow-up' && measure.method !== 'rollout') return measure;
  if (measure.method === 'follow-up' && measure.comparison !== null) {
    const { comparison } = measure;
    return { ...measure, comparison: { ...comparison, corrections, notes: [...comparison.notes, ...said] } };
  }
  if (measure.rollout === null || corrections.length === 0) return measure;
  const rollout = { ...measure.rollout, corrections, notes: [...measure.rollout.notes, ...said] };
  return measure.method === 'rollout' ? { ...measure, rollout } : { ...measure, rollout };
}

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
