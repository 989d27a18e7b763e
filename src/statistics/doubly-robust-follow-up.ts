/**
 * Doubly robust effect of a non-random service on a censored outcome: augmented inverse-probability weighting of
 * pseudo-values, from counts by covariate cell, arm, time and status. Right when either the propensity model or the
 * linear model of the incidence is. Wang 2018 (pseudo-observations in a doubly robust estimator); `doubly-robust.ts`
 * and `pseudo-values.ts` for the two parts and what they assume.
 */
import { armSizes, type Estimand, emptyArm } from './comparison.ts';
import type { Covariates } from './covariates.ts';
import { doublyRobustMeans } from './doubly-robust.ts';
import { scoreWeights } from './inverse-probability-weights.ts';
import { effectiveSampleSize } from './moments.ts';
import { propensityModel } from './propensity.ts';
import { readPseudoValues } from './pseudo-value-effects.ts';
import type { Refused } from './refused.ts';
import { type CellFollowUp, gather, type WeightedFollowUpEffect } from './weighted-follow-up.ts';

interface Options {
  readonly estimand: Estimand;
  readonly horizons: readonly number[];
  readonly level: number;
}

/** `covariates`: one row a cell. Refused when an arm is empty or when covariates separate the arms. */
export function doublyRobustFollowUpEffect(
  rows: readonly CellFollowUp[],
  covariates: Covariates,
  { estimand, horizons, level }: Options,
): WeightedFollowUpEffect | Refused {
  const { groups, groupOf } = gather(rows);
  const empty = emptyArm(armSizes(groups));
  if (empty !== null) return empty;
  const sample = { ...groups, covariates, covariateRow: groups.cell };
  const model = propensityModel(sample);
  if ('error' in model) return model;
  const effects = readPseudoValues(
    { rows, groups, groupOf },
    {
      horizons,
      level,
      estimand: estimand === 'ATE' ? 'ate' : 'att',
      method: 'doubly-robust',
      estimator: (outcomes) => doublyRobustMeans({ ...sample, ...outcomes }, model, estimand),
    },
  );
  const weights = scoreWeights(model.probabilities, groups.treated, estimand);
  const ess = (arm: 0 | 1) =>
    effectiveSampleSize(
      weights,
      groups.treated.map((which, g) => (which === arm ? (groups.counts[g] as number) : 0)),
    );
  const scores = model.probabilities;
  return { effects, groups: { ...groups, weights }, scores, essTreated: ess(1), essControl: ess(0) };
}
