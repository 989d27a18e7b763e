import type { InsufficientReason } from '../../statistics/estimate.ts';
import type { CovariateTable } from '../disclosure/covariate-table.ts';
import type { LifeTable } from '../disclosure/life-table.ts';
import type { NowcastWeek } from '../disclosure/nowcast-weeks.ts';
import type { AdjustedSummary } from './adjusted-summary.ts';

/** `gamma` to six decimals; how many pairs it rests on is not said. */
export interface HiddenCauseSummary {
  readonly horizon: number;
  readonly kind: 'bound' | 'not-applicable';
  readonly gamma: number | null;
}

/** All that is published of the people of a follow-up: each figure is computed from this and from the plan. */
export interface FollowUpCounts {
  readonly kind: 'follow-up';
  /** Days in one unit of `until`. */
  readonly timeUnit: number;
  /** Competing ways out, in the order of the counts. */
  readonly causes: readonly string[];
  /** One group, everyone; null when not even one class of time may be seen. */
  readonly everyone: LifeTable | null;
  readonly breakdowns: readonly { readonly by: string; readonly table: LifeTable }[];
  /** Blocks of cohorts, with the share of their follow-up already observed, two decimals. */
  readonly cohorts: LifeTable | null;
  readonly maturity: readonly { readonly cohort: string; readonly share: number }[];
  /** Groups `treated` and `control`; cut by take-up (`treated/1`…) when that may be seen. */
  readonly arms: LifeTable | null;
  readonly takeUp: LifeTable | null;
  readonly covariates: readonly CovariateTable[];
  /** Of an adjusted comparison, what its counts alone do not give. */
  readonly adjusted: {
    readonly effects: readonly AdjustedSummary[];
    readonly refusals: readonly {
      readonly horizon: number;
      readonly reason: InsufficientReason;
      readonly sentence: string;
    }[];
    /** Of an adjusted comparison with an effect: the bound of Rosenbaum at the horizon of the headline. */
    readonly hiddenCause?: HiddenCauseSummary;
  };
  readonly nowcast: readonly NowcastWeek[] | null;
}
