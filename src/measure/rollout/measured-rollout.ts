import type { InsufficientReason } from '../../statistics/estimate.ts';
import type { MeasuredComparison } from '../comparison/measured-comparison.ts';
import type { PeriodSize } from './panel-calendar.ts';

export type RolloutMethod =
  | 'difference-in-differences'
  | 'group-time'
  | 'synthetic-control'
  | 'interrupted-series';

/** What a comparison by territories or in time gives beside its effects. Periods are codes: `2024-03`, `2024-Q1`, `12`. */
export interface MeasuredRollout {
  readonly design: 'rollout' | 'before-after';
  readonly method: RolloutMethod;
  /** Days at which people are read; null: the panel gives its values. */
  readonly horizon: number | null;
  /** `share`: between 0 and 1, said in points; `value`: in `label`. */
  readonly unit: 'share' | 'value';
  readonly label: string | null;
  readonly periodSize: PeriodSize;
  readonly periods: readonly string[];
  /** Periods kept out because follow-up to the horizon is not over: never shown as low. */
  readonly immature: readonly string[];
  readonly territories: readonly RolloutTerritory[];
  /** What the adoption dates alone let one say. */
  readonly identification: {
    readonly status: 'identified' | 'partly' | 'not-identified';
    readonly lastComparablePeriod: string | null;
    readonly sentence: string;
  };
  /** Effects by group (first period with the service) and period. */
  readonly groupTime: readonly GroupTimeRow[];
  readonly aggregates: RolloutAggregates | null;
  readonly eventStudy: EventStudy | null;
  readonly pretrend: {
    readonly statistic: number | null;
    readonly degreesOfFreedom: number;
    readonly pValue: number | null;
  } | null;
  readonly synthetic: MeasuredSynthetic | null;
  readonly interrupted: MeasuredInterruption | null;
  readonly differences: MeasuredDifferences | null;
  /** Observed with the service, and what the comparison expects without it; bounds of the expected. */
  readonly series: readonly SeriesRow[];
  /** First period with the service on `series`; null when territories start at different times. */
  readonly startsAt: string | null;
  /** p-values of the differences, Holm-corrected over all that the plan reads; absent for a single one. */
  readonly corrections?: MeasuredComparison['corrections'];
  readonly notes: readonly string[];
}

export interface RolloutTerritory {
  readonly name: string;
  readonly started: string | null;
  readonly role: 'treated' | 'control' | 'left-out';
  /** Why it is left out; null otherwise. */
  readonly reason: string | null;
}

export interface RolloutFigure {
  readonly att: number;
  /** As published, from influence functions. */
  readonly se: number | null;
  /** With the small-sample correction; null without a measure of chance. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export type GroupTimeRow = {
  readonly group: string;
  readonly time: string;
  /** Periods since the group received the service; negative before. */
  readonly since: number;
} & (
  | (RolloutFigure & {
      readonly kind: 'estimate';
      readonly treatedUnits: number;
      readonly controlUnits: number;
    })
  | {
      readonly kind: 'insufficient';
      readonly reason: InsufficientReason;
      readonly sentence: string;
    }
);

export interface RolloutAggregates {
  readonly simple: RolloutFigure | null;
  readonly dynamic: RolloutFigure | null;
  readonly group: RolloutFigure | null;
  readonly calendar: RolloutFigure | null;
  readonly byGroup: readonly (RolloutFigure & { readonly group: string; readonly territories: number })[];
  readonly byPeriod: readonly (RolloutFigure & { readonly period: string })[];
}

export interface EventStudy {
  readonly points: readonly EventStudyPoint[];
}

export interface EventStudyPoint extends RolloutFigure {
  readonly since: number;
  readonly bandLower: number | null;
  readonly bandUpper: number | null;
  /** Groups the point rests on: far points rest on early groups only. */
  readonly groups: readonly string[];
}

export interface MeasuredSynthetic {
  readonly treated: string;
  /** Territories of the mixture, largest weight first; those under 1 % are left out. */
  readonly weights: readonly { readonly territory: string; readonly weight: number }[];
  readonly unique: boolean;
  readonly preRmspe: number;
  readonly postRmspe: number;
  readonly ratio: number | null;
  /** Share of territories whose gap, as a multiple of theirs before, is at least as large. */
  readonly pValue: number | null;
  readonly placebos: readonly {
    readonly territory: string;
    readonly meanEffect: number;
    readonly preRmspe: number;
    readonly ratio: number | null;
  }[];
  /** The same change against the plain mean of the others. */
  readonly plainDifference: number;
}

interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  /** Newey–West. */
  readonly se: number | null;
}

export interface MeasuredInterruption {
  readonly jump: RolloutFigure;
  /** Change of slope, a period. */
  readonly slope: RolloutFigure;
  readonly atEnd: RolloutFigure & { readonly period: string };
  /** How much a period remembers the one before, between 0 and 1, with its 95 % range. */
  readonly memory: { readonly mean: number; readonly lower: number; readonly upper: number };
  /** Least squares and Newey–West errors, to redo the computation elsewhere. */
  readonly leastSquares: { readonly lag: number; readonly coefficients: readonly Coefficient[] };
}

export interface MeasuredDifferences {
  readonly means: {
    readonly treatedBefore: number;
    readonly treatedAfter: number;
    readonly controlBefore: number;
    readonly controlAfter: number;
  };
  readonly seClassical: number | null;
  readonly seHC1: number | null;
  readonly seCluster: number | null;
  readonly clusters: number | null;
  readonly rows: number;
}

export interface SeriesRow {
  readonly period: string;
  readonly observed: number;
  readonly expected: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether the service was there. */
  readonly after: boolean;
}
