/**
 * A randomised difference sharpened by what was known before the draw, on a censored outcome: Lin's regression or CUPED
 * on pseudo-values. `lin-adjustment.ts`, `cuped.ts` and `pseudo-values.ts` for the parts and what they assume.
 */
import { armSizes, emptyArm } from './comparison.ts';
import { type Covariates, selectRows } from './covariates.ts';
import { cuped } from './cuped.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import { linFit } from './lin-adjustment.ts';
import { readPseudoValues } from './pseudo-value-effects.ts';
import type { Refused } from './refused.ts';
import { type CellFollowUp, gather } from './weighted-follow-up.ts';

interface Options {
  readonly horizons: readonly number[];
  readonly level: number;
}

/** Intention to treat adjusted on covariates, one row a cell; refused when an arm is empty. */
export function linFollowUpEffects(
  rows: readonly CellFollowUp[],
  covariates: Covariates,
  options: Options,
): readonly EffectEstimate[] | Refused {
  const { groups, groupOf } = gather(rows);
  const empty = emptyArm(armSizes(groups));
  if (empty !== null) return empty;
  const own: Covariates = { names: covariates.names, values: selectRows(covariates.values, groups.cell) };
  return readPseudoValues(
    { rows, groups, groupOf },
    {
      ...options,
      estimand: 'itt',
      method: 'lin',
      estimator: (outcomes) =>
        linFit({ treated: groups.treated, counts: groups.counts, covariates: own, ...outcomes }),
    },
  );
}

/** Intention to treat adjusted on one number known before; `before`: its value in each cell. */
export function cupedFollowUpEffects(
  rows: readonly CellFollowUp[],
  before: ArrayLike<number>,
  options: Options,
): readonly EffectEstimate[] | Refused {
  const groups = {
    cell: rows.map((row) => row.cell),
    treated: rows.map((row) => row.treated),
    counts: rows.map((row) => row.n),
  };
  const empty = emptyArm(armSizes(groups));
  if (empty !== null) return empty;
  const covariate = Float64Array.from(rows, (row) => before[row.cell] as number);
  return readPseudoValues(
    { rows, groups, groupOf: [...rows.keys()] },
    {
      ...options,
      estimand: 'itt',
      method: 'cuped',
      estimator: ({ outcome }) => {
        const found = cuped({ treated: groups.treated, counts: groups.counts, outcome }, covariate);
        if ('error' in found) return found;
        const { treated, control, se } = found;
        return {
          meanTreated: treated.mean,
          meanControl: control.mean,
          errorOf: (a, b) => (a === 1 && b === 1 ? se : combined(a, treated.se, b, control.se)),
        };
      },
    },
  );
}

const combined = (a: number, own: number | null, b: number, other: number | null): number | null =>
  own === null || other === null ? null : Math.hypot(a * own, b * other);
