/**
 * Effect of a non-random service on a censored outcome: both arms are reweighted to be alike (inverse probability,
 * entropy balancing or standardisation by cell), their weighted incidences compared at a horizon. From counts by
 * covariate cell, arm, time and status. Xie & Liu 2005; error with the estimation of the weights counted.
 * Assumes no hidden common cause, overlap, and censoring independent of the outcome within arm and covariates made
 * alike (immature cohorts are censored by the calendar: make the cohort a covariate when outcomes drift).
 */

import { type BalancingWeights, sumOfSquares } from './balancing-weights.ts';
import { cellWeights } from './cell-weights.ts';
import { armSizes, type Estimand, emptyArm } from './comparison.ts';
import { type Covariates, selectRows } from './covariates.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import { entropyBalancing } from './entropy-balancing.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { incidenceEffects } from './incidence-effects.ts';
import { inverseProbabilityWeights, type ScoreWeights } from './inverse-probability-weights.ts';
import { effectiveSampleSize } from './moments.ts';
import type { Refused } from './refused.ts';
import { visibleError } from './visible-error.ts';
import { weightedIncidence } from './weighted-incidence.ts';

export interface CellFollowUp extends FollowUpCount {
  /** Row of the covariates. */
  readonly cell: number;
  /** 1 treated, 0 control. */
  readonly treated: 0 | 1;
}

export type WeightingMethod = 'inverse-probability' | 'entropy' | 'cells';

export interface WeightedFollowUpOptions {
  readonly weighting: WeightingMethod;
  readonly estimand: Estimand;
  readonly horizons: readonly number[];
  readonly level: number;
}

export interface WeightedFollowUpEffect {
  /** At each horizon, the difference then the ratio. */
  readonly effects: readonly EffectEstimate[];
  /** One row a cell and arm, as weighted: to show balance. */
  readonly groups: WeightGroups & { readonly weights: Float64Array };
  /** Propensity score of each of these rows; null when the weights do not rest on one. */
  readonly scores: Float64Array | null;
  readonly essTreated: number;
  readonly essControl: number;
}

/** Units by cell and arm. */
export interface WeightGroups {
  readonly cell: readonly number[];
  readonly treated: readonly (0 | 1)[];
  readonly counts: readonly number[];
}

/** `covariates`: one row a cell. Refused when an arm is empty or when no weights make the arms alike. */
export function weightedFollowUpEffect(
  rows: readonly CellFollowUp[],
  covariates: Covariates,
  { weighting, estimand, horizons, level }: WeightedFollowUpOptions,
): WeightedFollowUpEffect | Refused {
  const { groups, groupOf } = gather(rows);
  const empty = emptyArm(armSizes(groups));
  if (empty !== null) return empty;
  const balancing = weigh(groups, covariates, weighting, estimand);
  if ('error' in balancing) return balancing;
  const weightsOf = (arm: 0 | 1) =>
    Float64Array.from(groupOf, (g) => (groups.treated[g] === arm ? (balancing.weights[g] as number) : 0));
  const armWeights = [weightsOf(0), weightsOf(1)] as const;
  const context = { level, estimand: estimand === 'ATE' ? 'ate' : 'att', method: weighting } as const;
  const effects = horizons.flatMap((horizon) => {
    const control = weightedIncidence(rows, horizon, armWeights[0]);
    const own = weightedIncidence(rows, horizon, armWeights[1]);
    const error = (controlFactor: number, ownFactor: number) => {
      const pull = Float64Array.from(groupOf, (g, i) =>
        groups.treated[g] === 1
          ? ownFactor * (own.pull[i] as number)
          : -controlFactor * (control.pull[i] as number),
      );
      return stackedError(pull, { rows, groups, groupOf, balancing });
    };
    return incidenceEffects(
      { incidence: own.beyondFollowUp ? null : own.incidence, events: own.events },
      { incidence: control.beyondFollowUp ? null : control.incidence, events: control.events },
      {
        difference: error(1, 1),
        logRatio:
          own.incidence > 0 && control.incidence > 0 ? error(1 / control.incidence, 1 / own.incidence) : null,
      },
      { ...context, horizon },
    );
  });
  const ess = (arm: 0 | 1) => {
    const own = groups.treated.map((which, g) => (which === arm ? (groups.counts[g] as number) : 0));
    return effectiveSampleSize(balancing.weights, own);
  };
  return {
    effects,
    groups: { ...groups, weights: balancing.weights },
    scores: 'scores' in balancing ? balancing.scores : null,
    essTreated: ess(1),
    essControl: ess(0),
  };
}

/** Units by cell and arm, and the group of each row. */
export function gather(rows: readonly CellFollowUp[]) {
  const place: number[] = [];
  const groups: { cell: number[]; treated: (0 | 1)[]; counts: number[] } = {
    cell: [],
    treated: [],
    counts: [],
  };
  const groupOf = Int32Array.from(rows, (row) => {
    const key = row.cell * 2 + row.treated;
    const known = place[key];
    const g = known ?? groups.cell.length;
    if (known === undefined) {
      place[key] = g;
      groups.cell.push(row.cell);
      groups.treated.push(row.treated);
      groups.counts.push(0);
    }
    groups.counts[g] = (groups.counts[g] as number) + row.n;
    return g;
  });
  return { groups: groups as WeightGroups, groupOf };
}

function weigh(
  groups: WeightGroups,
  covariates: Covariates,
  weighting: WeightingMethod,
  estimand: Estimand,
): BalancingWeights | ScoreWeights | Refused {
  if (weighting === 'cells') return cellWeights(groups, estimand);
  if (weighting === 'inverse-probability')
    return inverseProbabilityWeights({ ...groups, covariates, covariateRow: groups.cell }, estimand);
  const own: Covariates = { names: covariates.names, values: selectRows(covariates.values, groups.cell) };
  return entropyBalancing({ ...groups, covariates: own }, { estimand });
}

function stackedError(
  pull: Float64Array,
  {
    rows,
    groups,
    groupOf,
    balancing,
  }: {
    rows: readonly CellFollowUp[];
    groups: WeightGroups;
    groupOf: ArrayLike<number>;
    balancing: BalancingWeights;
  },
): number | null {
  const mean = new Float64Array(groups.counts.length);
  rows.forEach((row, i) => {
    const g = groupOf[i] as number;
    mean[g] = (mean[g] as number) + ((pull[i] as number) * row.n) / (groups.counts[g] as number);
  });
  const extra = balancing.correction(mean);
  const influence = pull.map((p, i) => {
    const g = groupOf[i] as number;
    return p * (balancing.weights[g] as number) + (extra[g] as number);
  });
  return visibleError(
    sumOfSquares(
      influence,
      rows.map((row) => row.n),
    ),
  );
}
