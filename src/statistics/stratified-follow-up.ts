/**
 * Intention to treat of a draw made within strata, on a censored outcome: the difference of each stratum, averaged in
 * the proportions of everybody, on pseudo-values. `stratified-difference.ts` and `pseudo-values.ts` for the parts and
 * what they assume.
 */
import { armSizes, emptyArm } from './comparison.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import { meansOf } from './matched-follow-up.ts';
import { readPseudoValues } from './pseudo-value-effects.ts';
import { isRefused, type Refused, refused } from './refused.ts';
import { stratifiedDifference } from './stratified-difference.ts';
import { type CellFollowUp, gather } from './weighted-follow-up.ts';

export interface StratifiedFollowUp {
  readonly effects: readonly EffectEstimate[];
  readonly strata: number;
  /** Units in strata with one arm only: the effect says nothing of them. */
  readonly leftOut: number;
}

/** Share of the units in strata with one arm only above which the draw was not made within them. */
const mostLeftOut = 0.1;

/** `rows`: a cell a stratum. Refused when an arm is empty, or when too many are in strata with one arm only. */
export function stratifiedFollowUpEffects(
  rows: readonly CellFollowUp[],
  { horizons, level }: { readonly horizons: readonly number[]; readonly level: number },
): StratifiedFollowUp | Refused {
  const { groups, groupOf } = gather(rows);
  const sizes = armSizes(groups);
  const empty = emptyArm(sizes);
  if (empty !== null) return empty;
  const stratum = groups.cell.map(String);
  const nothing = new Float64Array(groups.counts.length);
  const read = (outcomes: { readonly outcome: ArrayLike<number>; readonly squares: ArrayLike<number> }) =>
    stratifiedDifference({ ...groups, ...outcomes, stratum }, 'everyone');
  const kept = read({ outcome: nothing, squares: nothing });
  const all = sizes.treated + sizes.control;
  const leftOut = isRefused(kept) ? all : all - kept.treatedKept - kept.controlKept;
  if (isRefused(kept) || leftOut > mostLeftOut * all) {
    return refused(
      'not-identified',
      'Le tirage n’a pas été fait dans ces strates : trop de personnes sont dans une strate où un seul des deux groupes est présent. Retirez strata, ou nommez l’attribut qui a servi à tirer au sort.',
    );
  }
  const effects = readPseudoValues(
    { rows, groups, groupOf },
    {
      horizons,
      level,
      estimand: 'itt',
      method: 'stratified',
      estimator: (outcomes) => {
        const found = read(outcomes);
        return isRefused(found) ? found : meansOf(found, outcomes, groups, read);
      },
    },
  );
  return { effects, strata: kept.strata, leftOut };
}
