import type { Followed } from '../../measure/followed.ts';
import type { Nowcast } from '../../measure/measure.ts';
import type { ArmValueCount } from '../disclosure/covariate-table.ts';
import type { FollowUpCounts } from './published-counts.ts';

/** What freezing needs to know of a follow-up: people counted day by day, and what they are split by. */
export interface FollowUpFacts {
  readonly units: readonly Followed[];
  readonly horizons: readonly number[];
  /** End of the window in days; null: none. */
  readonly until: number | null;
  readonly timeUnit: number;
  readonly causes: readonly string[];
  readonly breakdowns: readonly { readonly by: string; readonly groupOf: (unit: Followed) => string }[];
  /** Last day for which outcomes are complete, days since 1970-01-01; null when durations are given. */
  readonly coverage: number | null;
  readonly cohortOf: ((unit: Followed) => string) | null;
  readonly comparison: ComparisonFacts | null;
  readonly nowcast: Nowcast | null;
  readonly adjusted: FollowUpCounts['adjusted'];
}

export interface ComparisonFacts {
  /** Null: in neither group. */
  readonly armOf: (unit: Followed) => 'treated' | 'control' | null;
  readonly takeUpOf: ((unit: Followed) => 0 | 1) | null;
  readonly covariates: readonly { readonly covariate: string; readonly counts: readonly ArmValueCount[] }[];
}
