import type { Adjustment, Assignment } from './adjustment.ts';
import type { Indicator } from './indicator.ts';

export type { Adjustment, Assignment } from './adjustment.ts';
export type {
  AskedLaterIndicator,
  CohortSize,
  DeclaredIndicator,
  DeclaredVolume,
  FollowUpIndicator,
  Indicator,
  IndicatorBase,
  MarginTotals,
  MatchKey,
  MatrixRow,
  ProxyIndicator,
  RolloutIndicator,
  SampleVolumeIndicator,
} from './indicator.ts';

/**
 * The measurement plan once read and checked: what every other folder works from.
 * Durations are in whole days, dates are ISO `YYYY-MM-DD`, column names are those of the source files
 * (a dot descends into a JSON object: `proprietes.siret`).
 */
export interface Plan {
  readonly service: Service;
  readonly effect: Effect;
  readonly sources: Readonly<Record<string, Source>>;
  readonly indicators: readonly Indicator[];
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

/** What is fetched through a connection that who runs the site has set: a path of a site, or a query. */
export interface SourcePull {
  readonly connection: string;
  readonly path: string | null;
  readonly query: string | null;
}

interface SourceBase {
  readonly name: string;
  /** Globs relative to the plan's folder; none when the rows arrive over the network. */
  readonly files: readonly string[];
  /** Whether the rows arrive over the network: then there are no files. */
  readonly arrivals?: boolean;
  /** Where a program fetches them; absent: they are sent. */
  readonly pull?: SourcePull;
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
  /** Null: uses are counted, never followed. */
  readonly subject: Column | null;
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

/** Who was drawn into which group; the `arm` is stored as an attribute of that name. */
export interface AssignmentsSource extends SourceBase {
  readonly kind: 'assignments';
  readonly subject: Column;
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

/** Cases measured, people asked or called, one a row; a row without value was asked and gave none. */
export interface SampleSource extends SourceBase {
  readonly kind: 'sample';
  readonly subject: Column | null;
  /** What was measured or answered. */
  readonly value: Column;
  /** Day of the measurement or of the answer. */
  readonly time: Column | null;
  /** Day of the use that the row is about. */
  readonly used: Column | null;
  readonly weight: Column | null;
  readonly cluster: Column | null;
  readonly stratum: Column | null;
  /** Clusters in the population of the row's stratum, or (at most 1) the share of them sampled. */
  readonly population: Column | null;
  /** How the rows were chosen; null: the plan does not say. */
  readonly drawn: Drawn | null;
}

export type Drawn = 'random' | 'all' | 'convenience';

/** Figures that come as such, one a day or a period. */
export interface SeriesSource extends SourceBase {
  readonly kind: 'series';
  readonly subject: null;
  readonly time: Column;
  readonly value: Column;
  /** What was aimed at on that day. */
  readonly goal: Column | null;
}

/** Territories seen at several periods; the value is given, or counted as `numerator` out of `denominator`. */
export interface PanelSource extends SourceBase {
  readonly kind: 'panel';
  readonly subject: null;
  /** Null: a single series. */
  readonly territory: Column | null;
  readonly period: Column;
  readonly value: Column | null;
  readonly numerator: Column | null;
  readonly denominator: Column | null;
  readonly weight: Column | null;
  /** When the territory received the service, empty for never. */
  readonly started: Column | null;
  /** Values of `started` that mean never. */
  readonly never: readonly string[];
}

/** When each territory received the service. */
export interface TerritoriesSource extends SourceBase {
  readonly kind: 'territories';
  readonly subject: null;
  readonly territory: Column;
  readonly started: Column;
  readonly never: readonly string[];
}

export type Source =
  | EventsSource
  | OutcomesSource
  | AssignmentsSource
  | DurationUnits
  | DatedUnits
  | SampleSource
  | SeriesSource
  | PanelSource
  | TerritoriesSource;

/** Who is compared with whom. `arm` (unless an assignment says it), `takeUp` and `covariates` name attributes of the exposure or population. */
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
  readonly adjustment: Adjustment;
  /** Nearest matching: whether somebody may serve as the counterpart of several users. */
  readonly replacement: boolean;
  /** Nearest matching: largest difference of score, in its standard deviations; null: none. */
  readonly caliper: number | null;
  /** CUPED: a number known before the draw. */
  readonly prePeriod: string | null;
  /** Attributes whose values the draw was made within, separately; none: over everybody at once. */
  readonly strata: readonly string[];
  /** How the draw is known when no attribute says it. */
  readonly assignment: Assignment | null;
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
