/**
 * The measurement plan once read and checked: what every other folder works from.
 * Durations are in whole days, dates are ISO `YYYY-MM-DD`, column names are those of the source files
 * (a dot descends into a JSON object: `proprietes.siret`).
 */
export interface Plan {
  readonly service: Service;
  readonly effect: Effect;
  readonly sources: Readonly<Record<string, Source>>;
  readonly indicators: readonly FollowUpIndicator[];
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly mission: string | null;
}

export interface Effect {
  readonly statement: string;
  readonly domain: 'social' | 'environmental' | 'economic';
  readonly beneficiaries: string | null;
}

export type Column = string;

/** A row is kept when every column of at least one alternative satisfies its test. No alternative: all rows. */
export type RowFilter = readonly FilterAlternative[];
export type FilterAlternative = Readonly<Record<Column, ValueTest>>;

/** Bounds are inclusive and compare numbers with numbers, dates with dates. `missing` says what an empty cell does. */
export interface ValueTest {
  readonly in?: readonly string[];
  readonly not?: readonly string[];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly missing: 'drop' | 'keep';
}

export interface SourceFormat {
  readonly type: 'csv' | 'jsonl' | 'parquet' | 'guess';
  readonly delimiter: string | null;
  readonly encoding: 'utf-8' | 'latin-1' | null;
}

interface SourceBase {
  readonly name: string;
  /** Globs relative to the plan's folder. */
  readonly files: readonly string[];
  readonly format: SourceFormat;
  readonly where: RowFilter;
  /** Columns computed before filtering: whole days from one date column to another. */
  readonly durations: Readonly<Record<string, { readonly from: Column; readonly to: Column }>>;
  readonly attributes: Readonly<Record<string, Column>>;
  /** Where the right to match this source with another comes from; null: matching is refused. */
  readonly matchingRight: string | null;
  /** Last day for which the source is complete; null: derived from the data. */
  readonly completeThrough: string | null;
  /** Above this share of rows set aside, the import is refused. */
  readonly maxRejectedShare: number;
  /** Whether identifiers that differ only by letter case are the same identifier. */
  readonly letterCase: 'keep' | 'ignore';
  /** Audience measurement exempt from consent: it may never be crossed with anything. */
  readonly audienceExempt?: boolean;
}

export interface EventsSource extends SourceBase {
  readonly kind: 'events';
  readonly subject: Column;
  readonly target: Column | null;
  readonly time: Column;
}

export interface OutcomesSource extends SourceBase {
  readonly kind: 'outcomes';
  readonly subject: Column;
  readonly target: Column | null;
  readonly time: Column;
  /** When the register learned the outcome. */
  readonly recorded: Column | null;
}

/** People already followed, with the time each was followed and how it ended. */
export interface DurationUnits extends SourceBase {
  readonly kind: 'units';
  readonly followUp: 'durations';
  readonly subject: Column | null;
  readonly duration: Column;
  /** Days in one unit of `duration`. */
  readonly durationUnit: number;
  readonly status: Column;
  readonly event: string;
  readonly competing: readonly string[];
  readonly group: Column | null;
}

/** People with an entry date; their outcome is a date of the same table or another source. */
export interface DatedUnits extends SourceBase {
  readonly kind: 'units';
  readonly followUp: 'dates';
  readonly subject: Column | null;
  readonly target: Column | null;
  readonly entry: Column;
  /** Date of the effect, empty when it did not happen. */
  readonly time: Column | null;
  /** Date of another way out (competing), empty when there is none. */
  readonly exit: Column | null;
  /** Last day this unit was followed, when it differs from the source's coverage. */
  readonly followedUntil: Column | null;
  readonly group: Column | null;
}

export type Source = EventsSource | OutcomesSource | DurationUnits | DatedUnits;

export type MatrixRow = 'usable' | 'used' | 'useful' | 'impactful' | 'efficient';
export type CohortSize = 'week' | 'month' | 'quarter';
export type MatchKey = 'subject' | 'target';

export interface FollowUpIndicator {
  readonly id: string;
  readonly name: string;
  readonly matrix: MatrixRow;
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
  readonly baseline: number | null;
  readonly target: { readonly value: number; readonly relative: boolean; readonly by: string | null } | null;
  readonly limits: readonly string[];
  readonly owner: string | null;
  /** The plan gives no horizon: those above are Foulée's. */
  readonly horizonsByDefault?: boolean;
  readonly baselineDate?: string;
  readonly cadence?: 'week' | 'month' | 'quarter' | 'year';
  /** Usual delay from the index day to the outcome, in days. */
  readonly expectedDelay?: number;
  /** Words of the headline: « personnes qui ont consulté une entreprise », « y sont embauchées ». */
  readonly sentence?: { readonly who: string; readonly what: string };
  /** Left out: nobody to compare with, the figure says what happened after use. */
  readonly comparison?: Comparison;
  readonly decision?: DecisionTerms;
  /** How to call the units in a sentence: « demandeurs d'emploi ». */
  readonly unitLabel?: string;
}

/** Who is compared with whom. `arm`, `takeUp` and `covariates` name attributes of the exposure or population. */
export interface Comparison {
  /** `randomised`: groups drawn at random; `adjusted`: made alike on covariates. */
  readonly design: 'randomised' | 'adjusted';
  readonly arm: string;
  /** Value of `arm` for those with the service (or offered it). */
  readonly treated: string;
  /** Value of `arm` for the others; null: every other value given. */
  readonly control: string | null;
  /** Who used the service, when the draw was only partly followed. */
  readonly takeUp: { readonly attribute: string; readonly taken: string } | null;
  readonly covariates: readonly string[];
  readonly estimand: 'ate' | 'att';
  /** Share of units the draw was to put in the treated group. */
  readonly expectedShare: number;
  readonly linkage: Linkage | null;
}

/** `missed`: P(not matched | has the outcome); `false`: P(matched | has not). Standard errors 0 when rates are known. */
export interface LinkageError {
  readonly missed: number;
  readonly false: number;
  readonly missedSe: number;
  readonly falseSe: number;
}

/** The same rates in both groups, or each its own. */
export type Linkage = LinkageError | { readonly treated: LinkageError; readonly control: LinkageError };

/** What the sponsor sets before looking: smallest effect that matters (a proportion), and euros. */
export interface DecisionTerms {
  readonly threshold: number | null;
  readonly valuePerOutcome: number | null;
  /** Of the service over the treated units followed. */
  readonly cost: number | null;
  readonly note: string | null;
}
