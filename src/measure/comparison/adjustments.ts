import type { Comparison } from '../../plan/plan.ts';
import type { Estimand } from '../../statistics/comparison.ts';
import { doublyRobustFollowUpEffect } from '../../statistics/doubly-robust-follow-up.ts';
import type { HiddenCause } from '../../statistics/hidden-cause.ts';
import { matchedFollowUpEffect } from '../../statistics/matched-follow-up.ts';
import type { Refused } from '../../statistics/refused.ts';
import { type WeightedFollowUpEffect, weightedFollowUpEffect } from '../../statistics/weighted-follow-up.ts';
import { type CovariateCells, cellMatrix } from './covariate-cells.ts';

export interface MadeAlike extends WeightedFollowUpEffect {
  /** Users compared with somebody and users without counterpart; null when everybody keeps a weight. */
  readonly matched: { readonly matched: number; readonly dropped: number } | null;
  readonly hiddenCause: HiddenCause | null;
}

/** Groups made alike the way the plan says, at each horizon. */
export function madeAlike(
  cells: CovariateCells,
  { adjustment, estimand, replacement, caliper }: Comparison,
  reading: { readonly horizons: readonly number[]; readonly level: number },
): MadeAlike | Refused {
  const covariates = cellMatrix(cells);
  const target: Estimand = estimand === 'att' ? 'ATT' : 'ATE';
  if (adjustment === 'matching-exact' || adjustment === 'matching-nearest') {
    const choice =
      adjustment === 'matching-exact'
        ? ({ kind: 'exact' } as const)
        : ({ kind: 'nearest', replacement, caliper } as const);
    const found = matchedFollowUpEffect(cells.rows, covariates, { ...reading, choice });
    if ('error' in found) return found;
    return { ...found, matched: { matched: found.matchedTreated, dropped: found.droppedTreated } };
  }
  const found =
    adjustment === 'weighting' || adjustment === 'entropy'
      ? weightedFollowUpEffect(cells.rows, covariates, {
          ...reading,
          weighting: adjustment === 'entropy' ? 'entropy' : 'inverse-probability',
          estimand: target,
        })
      : doublyRobustFollowUpEffect(cells.rows, covariates, { ...reading, estimand: target });
  return 'error' in found ? found : { ...found, matched: null, hiddenCause: null };
}

const names: Readonly<Record<Comparison['adjustment'], string>> = {
  'doubly-robust': 'doubly-robust',
  weighting: 'inverse-probability',
  entropy: 'entropy',
  'matching-exact': 'exact-matching',
  'matching-nearest': 'nearest-matching',
  none: 'kaplan-meier',
  lin: 'lin',
  cuped: 'cuped',
};

/** Name of the method in the effects, also when it gives no figure. */
export const methodOf = ({ adjustment, strata }: Comparison): string =>
  strata.length > 0 ? 'stratified' : names[adjustment];
