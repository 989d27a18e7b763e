/**
 * Pseudo-values of a censored outcome: what each unit brings to the incidence at a horizon, so that any estimator made
 * for complete outcomes works on follow-up that is not: incidence + n × influence of the unit, arm by arm (infinitesimal
 * jackknife). Without censoring they are the outcomes themselves, 0 and 1; their mean is always the incidence of
 * Kaplan-Meier or Aalen-Johansen. Andersen, Klein & Rosthøj 2003 (Biometrika); Andersen, Syriopoulou & Parner 2017.
 * Assumes censoring independent of the outcome and of the covariates within an arm.
 *
 * Example: of three units, one has the outcome on day 2 and two are still followed on day 5; at horizon 3 their
 * pseudo-values are 1, 0 and 0.
 */
import type { ArmIncidence } from './incidence-effects.ts';
import type { CellFollowUp, WeightGroups } from './weighted-follow-up.ts';
import { weightedIncidence } from './weighted-incidence.ts';

export interface PseudoOutcomes {
  /** Mean pseudo-value of each group of units alike (cell and arm). */
  readonly outcome: Float64Array;
  /** Sum over the units of a group of their squared deviations from that mean. */
  readonly squares: Float64Array;
  readonly arms: { readonly treated: ArmIncidence; readonly control: ArmIncidence };
}

/** `groupOf`: the group of each row. The incidence of an arm is null when follow-up does not reach the horizon. */
export function pseudoOutcomes(
  rows: readonly CellFollowUp[],
  groups: Pick<WeightGroups, 'counts'>,
  groupOf: ArrayLike<number>,
  horizon: number,
): PseudoOutcomes {
  const values = new Float64Array(rows.length);
  const [control, treated] = ([0, 1] as const).map((arm) => {
    const own = Uint8Array.from(rows, ({ treated: which }) => (which === arm ? 1 : 0));
    const { incidence, beyondFollowUp, events, n, pull } = weightedIncidence(rows, horizon, own);
    pull.forEach((p, i) => {
      if (own[i] === 1) values[i] = incidence + n * p;
    });
    return { incidence: beyondFollowUp ? null : incidence, events };
  }) as [ArmIncidence, ArmIncidence];
  const outcome = new Float64Array(groups.counts.length);
  const squares = new Float64Array(groups.counts.length);
  rows.forEach(({ n }, i) => {
    const g = groupOf[i] as number;
    outcome[g] = (outcome[g] as number) + (n * (values[i] as number)) / (groups.counts[g] as number);
  });
  rows.forEach(({ n }, i) => {
    const g = groupOf[i] as number;
    squares[g] = (squares[g] as number) + n * ((values[i] as number) - (outcome[g] as number)) ** 2;
  });
  return { outcome, squares, arms: { treated, control } };
}
