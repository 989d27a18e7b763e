import type { Comparison, DecisionTerms, Drawn } from './plan.ts';
import type { RolloutTerms } from './rollout/terms.ts';

export type MatrixRow = 'usable' | 'used' | 'useful' | 'impactful' | 'efficient';
export type CohortSize = 'week' | 'month' | 'quarter';
export type MatchKey = 'subject' | 'target';

/** How a figure is obtained: `method` says which of these an indicator is. */
export type Indicator =
  | FollowUpIndicator
  | SampleVolumeIndicator
  | ProxyIndicator
  | AskedLaterIndicator
  | DeclaredIndicator
  | RolloutIndicator;

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
  /** What a unit is, which says how many a published count must stand for; people when left out. */
  readonly unitKind?: 'people' | 'firms' | 'other';
  /** How to call the units in a sentence: « demandeurs d'emploi ». */
  readonly unitLabel?: string;
  /** What columns and attributes are called for those who read, by their name in the plan. */
  readonly labels?: Readonly<Record<string, string>>;
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
  /** Words of the headline: « personnes qui ont consulté une entreprise », « y sont embauchées ». */
  readonly sentence?: { readonly who: string; readonly what: string };
  /** The plan gives no horizon: those above are Foulée's. */
  readonly horizonsByDefault?: boolean;
  /** Left out: nobody to compare with, the figure says what happened after use. */
  readonly comparison?: Comparison;
  /** Territories compared by the way the service was rolled out, or everyone with the past; instead of `comparison`. */
  readonly rollout?: RolloutTerms;
  readonly decision?: DecisionTerms;
}

/** A mean measured on a sample, times the number of cases. */
export interface SampleVolumeIndicator extends IndicatorBase {
  readonly method: 'sample-volume';
  /** Of one measurement: « h », « kg ». */
  readonly unit: string;
  /** Name of a `sample` source, or its summary. */
  readonly sample: string | SampleSummary;
  /** Name of an `events` source whose rows are counted month by month, or a volume given as such. */
  readonly volume: string | DeclaredVolume;
  /** « heures libérées », « gagnées par réponse », « marchés », « réponses ». */
  readonly words: {
    readonly total: string;
    readonly each: string;
    readonly sampled: string;
    readonly cases: string;
  };
}

export interface SampleSummary {
  readonly mean: number;
  /** Standard deviation with n - 1. */
  readonly sd: number;
  readonly n: number;
  readonly drawn: Drawn | null;
}

export interface DeclaredVolume {
  readonly value: number;
  /** 95 % interval, when the volume is itself estimated. */
  readonly range: { readonly lower: number; readonly upper: number } | null;
  readonly period: 'week' | 'month' | 'quarter' | 'year' | null;
}

/** An early sign that is counted, with or without calls that tell how often it leads to the effect. */
export interface ProxyIndicator extends IndicatorBase {
  readonly method: 'proxy';
  /** Name of an `events` source whose rows are counted. */
  readonly count: string;
  /** « permis de végétaliser accordés ». */
  readonly counted: string;
  /** « plus de verdure dans la rue »; null: the effect of the plan. */
  readonly signOf: string | null;
  readonly calibration: {
    /** Name of a `sample` source and the values that say the effect happened, or what the calls gave. */
    readonly calls:
      | { readonly source: string; readonly yes: readonly string[] }
      | { readonly called: number; readonly yes: number; readonly drawn: Drawn | null };
    /** « embauches ». */
    readonly effect: string;
  } | null;
}

/** People asked some days after use. */
export interface AskedLaterIndicator extends IndicatorBase {
  readonly method: 'asked-later';
  /** Name of a `sample` source: one row a person asked. */
  readonly answers: string;
  /** Answers that count as the effect; null: answers are numbers and their mean is the figure. */
  readonly yes: readonly string[] | null;
  /** Of a numeric answer: « € », « jours ». */
  readonly unit: string | null;
  /** Days after use under which an answer is too early, null: the plan does not say. */
  readonly after: number | null;
  /** Attributes whose population totals are known. */
  readonly margins: readonly MarginTotals[];
  readonly breakdown: readonly string[];
  readonly sentence?: { readonly who: string; readonly what: string };
}

export interface MarginTotals {
  readonly attribute: string;
  /** People of the population by value of the attribute, or the `events` or `units` source where to count them. */
  readonly totals: Readonly<Record<string, number>> | { readonly source: string };
}

/** Figures from elsewhere, for the rows of the matrix that are not an effect. */
export interface DeclaredIndicator extends IndicatorBase {
  readonly method: 'declared';
  /** Name of a `series` source. */
  readonly series: string;
  readonly unit: string;
  /** Which way is better. */
  readonly direction: 'up' | 'down';
  /** Who gives the figure and how. */
  readonly provenance: string | null;
}

/** A table of territories and periods: what the rollout of the service changes in it. */
export interface RolloutIndicator extends IndicatorBase {
  readonly method: 'rollout';
  /** Name of a `panel` source. */
  readonly panel: string;
  /** What a value counts, after a number: « sorties pour 1 000 logements ». */
  readonly valueLabel: string | null;
  readonly comparison: RolloutTerms;
  /** What the sponsor sets before looking; `threshold` in the unit of the value. */
  readonly decision?: DecisionTerms;
  /** Words of the headline, when the value is a share of people. */
  readonly sentence?: { readonly who: string; readonly what: string };
}
