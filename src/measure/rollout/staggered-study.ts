import {
  type GroupTimeCell,
  groupTimeEffects,
  type RolloutDesign,
} from '../../statistics/group-time-effects.ts';
import { type RolloutInterval, rolloutInterval } from '../../statistics/rollout-interval.ts';
import { type Territory, weightsOf } from './panel.ts';
import type { RolloutQuestion } from './rollout-question.ts';
import type { SortedTerritories } from './rollout-territories.ts';

const adjustments = { 'doubly-robust': 'dr', weighting: 'ipw', regression: 'reg' } as const;

/** The units of a staggered study, and how an estimate gets its interval. */
export interface StaggeredStudy {
  readonly design: RolloutDesign;
  readonly cells: readonly GroupTimeCell[];
  readonly clusters: readonly string[] | undefined;
  readonly groups: readonly (number | null)[];
  readonly intervalOf: RolloutInterval;
}

export function staggeredStudy(question: RolloutQuestion, sorted: SortedTerritories): StaggeredStudy {
  const { panel, terms } = question;
  const territories = [...sorted.treated, ...sorted.controls];
  const weights = weightsOf(territories, terms.weighting);
  const clusters =
    terms.cluster === null ? undefined : territories.map(({ cluster, name }) => cluster ?? name);
  const outcomes = ({ values }: Territory): number[] => values.map((value) => value ?? Number.NaN);
  const design: RolloutDesign = {
    periods: panel.periods,
    units: territories.map((territory, i) => ({
      group: territory.started,
      outcomes: outcomes(territory),
      covariates: territory.covariates,
      ...(weights === undefined ? {} : { weight: weights[i] ?? 1 }),
    })),
    controlGroup: terms.controlGroup,
    estimator: adjustments[terms.adjustment],
    basePeriod: 'varying',
    anticipation: terms.anticipation,
    completeThrough: sorted.periods.at(-1) ?? null,
    nameOf: panel.calendar.nameOf,
  };
  return {
    design,
    cells: groupTimeEffects(design),
    clusters,
    groups: territories.map(({ started }) => started),
    intervalOf: rolloutInterval(design, clusters),
  };
}
