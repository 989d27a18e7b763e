import { counted, frenchNumber } from '../../platform/french/number.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { cupedFollowUpEffects, linFollowUpEffects } from '../../statistics/precise-follow-up.ts';
import type { Refused } from '../../statistics/refused.ts';
import type { ComparedCount } from './arms.ts';
import { type CovariateCells, cellMatrix } from './covariate-cells.ts';
import type { ComparisonQuestion } from './reading.ts';
import { level, steps } from './reading.ts';

/** A draw whose difference is sharpened by what was known before it. */
export interface Sharpened {
  readonly effects: readonly EffectEstimate[];
  readonly notes: readonly string[];
}

/** Difference and ratio by intention to treat adjusted as the plan says; null when it asks for no adjustment. */
export function sharpened(question: ComparisonQuestion, cells: CovariateCells): Sharpened | Refused | null {
  const { adjustment, prePeriod } = question.comparison;
  const options = { horizons: steps(question), level };
  if (adjustment === 'lin') {
    const effects = linFollowUpEffects(cells.rows, cellMatrix(cells), options);
    return 'error' in effects ? effects : { effects, notes: [] };
  }
  if (adjustment !== 'cuped' || prePeriod === null) return null;
  const { values, cellOf, missing } = numbersBefore(question.rows);
  const rows = question.rows.map((row) => ({ ...row, cell: cellOf(row) }));
  const effects = cupedFollowUpEffects(rows, values, options);
  if ('error' in effects) return effects;
  const notes =
    missing === 0
      ? []
      : [
          `« ${prePeriod} » n’est pas un nombre pour ${counted(missing, 'personne', 'personnes')} : leur valeur est remplacée par la moyenne, ce qui ne fausse rien mais resserre moins l’intervalle.`,
        ];
  return { effects, notes };
}

/** Each distinct value known before as a number, the mean for those that are none. */
function numbersBefore(rows: readonly ComparedCount[]) {
  const read = (text: string | null) => (text === null || text.trim() === '' ? Number.NaN : Number(text));
  const places = new Map<string | null, number>();
  let [sum, size, missing] = [0, 0, 0];
  for (const { prePeriod, n } of rows) {
    if (!places.has(prePeriod)) places.set(prePeriod, places.size);
    const value = read(prePeriod);
    if (Number.isFinite(value)) {
      sum += n * value;
      size += n;
    } else missing += n;
  }
  const mean = size > 0 ? sum / size : 0;
  const values = [...places.keys()].map((text) => {
    const value = read(text);
    return Number.isFinite(value) ? value : mean;
  });
  return { values, cellOf: (row: ComparedCount) => places.get(row.prePeriod) ?? 0, missing };
}

/** What adjusting did, at the last horizon read both ways. */
export function sharpeningNote(
  adjustment: string,
  plain: readonly EffectEstimate[],
  adjusted: readonly EffectEstimate[],
): string[] {
  const pair = adjusted.findLast((effect) => effect.kind === 'estimate' && effect.measure === 'difference');
  const raw = plain.find((effect) => effect.measure === 'difference' && effect.horizon === pair?.horizon);
  if (pair?.kind !== 'estimate' || raw?.kind !== 'estimate') return [];
  const width = 1 - pair.standardError / raw.standardError;
  const method = adjustment === 'lin' ? 'Lin' : 'CUPED';
  const gain =
    width < 0.005
      ? 'l’intervalle n’en est pas resserré'
      : `l’intervalle en est resserré de ${frenchNumber(width * 100)} %`;
  const points = frenchNumber(raw.value * 100, 2);
  return [
    `L’écart tient compte de ce qui était connu avant le tirage (${method}) : ${gain}. Sans cela, il serait de ${points} point.`,
  ];
}
