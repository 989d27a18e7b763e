import type { EffectEstimate } from './effect-estimate.ts';
import { incidenceEffects, insufficientEffects } from './incidence-effects.ts';
import { type PseudoOutcomes, pseudoOutcomes } from './pseudo-values.ts';
import type { Refused } from './refused.ts';
import type { CellFollowUp, WeightGroups } from './weighted-follow-up.ts';

/** What an estimator for complete outcomes finds: the two means, and the error of a × one - b × the other. */
export interface ArmMeans {
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly errorOf: (a: number, b: number) => number | null;
}

interface PseudoValueQuestion {
  readonly horizons: readonly number[];
  readonly level: number;
  readonly estimand: EffectEstimate['estimand'];
  readonly method: string;
  readonly estimator: (outcomes: Pick<PseudoOutcomes, 'outcome' | 'squares'>) => ArmMeans | Refused;
}

/**
 * An estimator made for complete outcomes, read on censored follow-up at each horizon through pseudo-values: the
 * difference then the ratio of the two means. A mean out of 0 to 1 is no share of people: no figure.
 */
export function readPseudoValues(
  data: {
    readonly rows: readonly CellFollowUp[];
    readonly groups: WeightGroups;
    readonly groupOf: ArrayLike<number>;
  },
  { horizons, level, estimand, method, estimator }: PseudoValueQuestion,
): readonly EffectEstimate[] {
  return horizons.flatMap((horizon) => {
    const context = { horizon, level, estimand, method };
    const { outcome, squares, arms } = pseudoOutcomes(data.rows, data.groups, data.groupOf, horizon);
    const { treated, control } = arms;
    const empty = [treated, control].some(({ incidence, events }) => incidence === null || events === 0);
    if (empty) return incidenceEffects(treated, control, { difference: null, logRatio: null }, context);
    const means = estimator({ outcome, squares });
    if ('error' in means) return insufficientEffects(context, 'not-identified', means.sentence);
    const { meanTreated, meanControl, errorOf } = means;
    if (![meanTreated, meanControl].every((mean) => mean > 0 && mean < 1)) {
      return insufficientEffects(context, 'not-enough', outOfRange);
    }
    return incidenceEffects(
      { ...treated, incidence: meanTreated },
      { ...control, incidence: meanControl },
      { difference: errorOf(1, 1), logRatio: errorOf(1 / meanTreated, 1 / meanControl) },
      context,
    );
  });
}

const outOfRange =
  'Trop peu : une fois les groupes rendus semblables, la part de personnes concernées sort de l’intervalle de 0 à 1 ; trop peu d’effets ont été constatés chez des personnes comparables.';
