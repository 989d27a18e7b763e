import type { Comparison } from '../../plan/plan.ts';
import { counted, frenchList, frenchNumber } from '../../platform/french/number.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { cupedFollowUpEffects, linFollowUpEffects } from '../../statistics/precise-follow-up.ts';
import type { Refused } from '../../statistics/refused.ts';
import { type StratifiedFollowUp, stratifiedFollowUpEffects } from '../../statistics/stratified-follow-up.ts';
import { cellMatrix } from './covariate-cells.ts';
import { points } from './points.ts';
import type { ComparisonQuestion } from './reading.ts';
import { level, steps } from './reading.ts';

/** A draw whose difference is sharpened by what was known before it. */
export interface Sharpened {
  readonly effects: readonly EffectEstimate[];
  readonly notes: readonly string[];
}

/** Difference and ratio by intention to treat adjusted as the plan says; null when it asks for no adjustment. */
export function sharpened(question: ComparisonQuestion): Sharpened | Refused | null {
  const { cells, drawCells } = question;
  const { adjustment, strata } = question.comparison;
  const options = { horizons: steps(question), level };
  if (strata.length > 0) {
    const found = stratifiedFollowUpEffects(drawCells.rows, options);
    return 'error' in found ? found : { effects: found.effects, notes: strataNotes(strata, found) };
  }
  if (adjustment === 'lin') {
    const effects = linFollowUpEffects(cells.rows, cellMatrix(cells), options);
    return 'error' in effects ? effects : { effects, notes: [] };
  }
  if (adjustment !== 'cuped') return null;
  const [before] = drawCells.classes;
  const numbers = (before?.levels ?? []).map((level) => before?.numbers?.get(level) ?? 0);
  const values = Float64Array.from(drawCells.levelOf[0] ?? [], (l) => numbers[l] ?? 0);
  const effects = cupedFollowUpEffects(drawCells.rows, values, options);
  if ('error' in effects) return effects;
  return { effects, notes: before?.sentence ? [before.sentence] : [] };
}

function strataNotes(names: readonly string[], { strata, leftOut }: StratifiedFollowUp): string[] {
  const where = frenchList(names.map((name) => `« ${name} »`));
  return [
    `L’écart est calculé dans chacune des ${counted(strata, 'strate', 'strates')} du tirage (${where}), puis réuni selon le nombre de personnes de chacune.`,
    ...(leftOut > 0
      ? [
          `${counted(leftOut, 'personne est dans une strate', 'personnes sont dans des strates')} où un seul des deux groupes est présent : l’écart ne dit rien d’elles.`,
        ]
      : []),
  ];
}

/** What adjusting did, at the last horizon read both ways. */
export function sharpeningNote(
  { adjustment, strata }: Comparison,
  plain: readonly EffectEstimate[],
  adjusted: readonly EffectEstimate[],
): string[] {
  const pair = adjusted.findLast((effect) => effect.kind === 'estimate' && effect.measure === 'difference');
  const raw = plain.find((effect) => effect.measure === 'difference' && effect.horizon === pair?.horizon);
  if (pair?.kind !== 'estimate' || raw?.kind !== 'estimate') return [];
  const width = 1 - pair.standardError / raw.standardError;
  const gain =
    width < 0.005
      ? 'l’intervalle n’en est pas resserré'
      : `l’intervalle en est resserré de ${frenchNumber(width * 100)} %`;
  const how =
    strata.length > 0
      ? 'Compté strate par strate'
      : `L’écart tient compte de ce qui était connu avant le tirage (${adjustment === 'lin' ? 'Lin' : 'CUPED'})`;
  return [`${how} : ${gain}. Sans cela, l’écart serait de ${points(raw.value)}.`];
}
