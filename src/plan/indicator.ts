import type { Comparison, DecisionTerms } from './plan.ts';

export type MatrixRow = 'usable' | 'used' | 'useful' | 'impactful' | 'efficient';
export type CohortSize = 'week' | 'month' | 'quarter';
export type MatchKey = 'subject' | 'target';

/** How a figure is obtained: `method` says which of these an indicator is. */
export type Indicator = FollowUpIndicator;

/** What every indicator has, whatever its method. */
export interface IndicatorBase {
  readonly id: string;
  readonly name: string;
  readonly matrix: MatrixRow;
  /** In the unit of the figure: a share between 0 and 1 for a follow-up. */
  readonly baseline: number | null;
  readonly target: IndicatorTarget | null;
  readonly limits: readonly string[];
  readonly owner: string | null;
  readonly baselineDate?: string;
  readonly cadence?: 'week' | 'month' | 'quarter' | 'year';
  /** Usual delay from use to effect, in days. */
  readonly expectedDelay?: number;
  /** Words of the headline: « personnes qui ont consulté une entreprise », « y sont embauchées ». */
  readonly sentence?: { readonly who: string; readonly what: string };
  /** How to call the units in a sentence: « demandeurs d'emploi ». */
  readonly unitLabel?: string;
}

export interface IndicatorTarget {
  readonly value: number;
  /** `value` is a change from the baseline: 0.02 for 2 % more. */
  readonly relative: boolean;
  readonly by: string | null;
}

/** People followed after use, in a register or in a table that holds their outcome. */
export interface FollowUpIndicator extends IndicatorBase {
  readonly method: 'follow-up';
  /** Name of an `events` source (exposure) or of a `units` source (population): one of the two is set. */
  readonly exposure: string | null;
  readonly population: string | null;
  /** Name of an `outcomes` source; null when the population holds its own outcome. */
  readonly outcome: string | null;
  readonly match: readonly MatchKey[];
  readonly unit: readonly MatchKey[];
  readonly index: 'first';
  /** An outcome counts from `after` to `until` days after the index day, both included; `until` null: no upper limit. */
  readonly window: { readonly after: number; readonly until: number | null };
  readonly horizons: readonly number[];
  readonly cohort: CohortSize;
  readonly breakdown: readonly string[];
  /** The plan gives no horizon: those above are Foulée's. */
  readonly horizonsByDefault?: boolean;
  /** Left out: nobody to compare with, the figure says what happened after use. */
  readonly comparison?: Comparison;
  readonly decision?: DecisionTerms;
}
