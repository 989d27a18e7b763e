import type { Effect, MatrixRow, Service, Source } from '../plan/plan.ts';
import type { EffectEstimate } from '../statistics/effect-estimate.ts';
import type { Estimate } from '../statistics/estimate.ts';
import type { Decision, MeasuredComparison } from './comparison/measured-comparison.ts';
import type { FigureMeasure } from './figure-measure.ts';
import type { FollowedUnits, KeptPanels } from './kept-counts.ts';
import type { MeasuredRollout } from './rollout/measured-rollout.ts';

/** What `foulee measure --json` prints: one plan version applied to data known at one time. */
export interface MeasureDocument {
  readonly foulee: 1;
  readonly software: string;
  readonly service: Service;
  readonly effect: Effect;
  readonly plan: { readonly hash: string };
  readonly measures: readonly Measure[];
}

/** The result of one indicator: `method` says which of these it is. */
export type Measure = FollowUpMeasure | RolloutMeasure | FigureMeasure;

/** What every measure says, whatever its method. */
export interface MeasureBase {
  readonly indicator: string;
  readonly name: string;
  readonly matrix: MatrixRow;
  readonly inputs: readonly MeasureInput[];
  /** Last day for which outcomes are complete; null when no date is needed or known. */
  readonly coverage: { readonly day: string; readonly derived: boolean; readonly sentence: string } | null;
  readonly units: number;
  readonly outcomes: number;
  readonly cohorts: readonly CohortRow[];
  readonly triangle: readonly TriangleCell[];
  /** Every figure of the measure, or why there is none: in the unit of its method. */
  readonly estimates: readonly (Grouped & EstimateBase)[];
  /** At each horizon, what the service changes: difference then ratio; empty without a comparison. */
  readonly effects: readonly EffectEstimate[];
  /** Every check the evidence level rests on, those of the comparison included. */
  readonly checks: readonly Check[];
  readonly headline: HeadlineBase;
  readonly evidence: Evidence;
  readonly warnings: readonly Warning[];
}

/** What every figure has, in whatever unit: its interval, or null when there is none to give. */
export interface EstimateBase {
  readonly kind: 'estimate' | 'insufficient';
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  /** Units observed at all. */
  readonly n: number;
}

/** The sentence a measure is known by, and the figure it reads: `effect` with a comparison, else `estimate`. */
export interface HeadlineBase {
  readonly sentence: string;
  readonly estimate: EstimateBase;
  readonly effect: EffectEstimate | null;
}

export interface FollowUpMeasure extends MeasureBase {
  readonly method: 'follow-up';
  /** What one unit is: a person, or a person × target pair. */
  readonly unit: 'person' | 'pair';
  /** What units are called, when the plan says it. */
  readonly unitLabel?: string;
  readonly horizons: readonly number[];
  readonly window: { readonly after: number; readonly until: number | null };
  /** Days in one step of `curves[].points[].time`: 1, or the source's duration unit. */
  readonly timeUnit: number;
  /** At each horizon, for everyone (`group` null), then for each group and each breakdown value. */
  readonly estimates: readonly GroupedEstimate[];
  readonly curves: readonly IncidenceCurve[];
  readonly tests: readonly GroupTest[];
  /** Competing ways out, when the plan declares some: cumulative incidence of each at each horizon. */
  readonly competing: readonly CompetingEstimate[];
  readonly nowcast: Nowcast | null;
  readonly projection: Projection | null;
  /** Who was compared with whom, and how alike; null without a comparison. */
  readonly comparison: MeasuredComparison | null;
  /** Territories compared by the way the service was rolled out, or everyone with the past; null without. */
  readonly rollout: MeasuredRollout | null;
  readonly decision: Decision | null;
  readonly headline: Headline;
  /** Kept only when asked for (`keepCounts`): what a publication is made from. Never printed. */
  readonly followed?: FollowedUnits;
  readonly panels?: KeptPanels;
}

/** A table of territories and periods: `units` are the territories compared, `outcomes` the values read. */
export interface RolloutMeasure extends MeasureBase {
  readonly method: 'rollout';
  readonly rollout: MeasuredRollout;
  readonly decision: Decision | null;
  /** Kept only when asked for (`keepCounts`). Never printed. */
  readonly panels?: KeptPanels;
}

export interface MeasureInput {
  readonly source: string;
  readonly kind: Source['kind'];
  readonly rows: number;
  readonly rejected: number;
  /** Rows kept out of the match because they carry no identifier (anonymous use, undocumented hire). */
  readonly withoutSubject: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly digest: string;
}

export interface CohortRow {
  /** `2019-03`, `2019-W12` or `2019-Q1`; `all` when units have no entry date. */
  readonly cohort: string;
  readonly units: number;
  readonly outcomes: number;
  /** Share of the follow-up up to the largest horizon that is already observed, 0 to 1; null: no date to tell. */
  readonly maturity: number | null;
  readonly estimates: readonly Estimate[];
}

/** Outcomes of a cohort by the period in which they happened, whatever the maturity. */
export interface TriangleCell {
  readonly cohort: string;
  readonly period: string;
  readonly outcomes: number;
  /** Whether the whole period is within the register's coverage. */
  readonly complete: boolean;
}

export type GroupedEstimate = Estimate & Grouped;

export interface Grouped {
  /** null: everyone. */
  readonly group: string | null;
  /** What the group is a value of: `group`, or the name of a breakdown attribute. */
  readonly by: string | null;
}

export type CompetingEstimate = Estimate & Grouped & { readonly cause: string };

export interface IncidenceCurve extends Grouped {
  readonly points: readonly CurvePoint[];
}

/** One step of the curve; it keeps its value until the next point. `lower`/`upper` null: no interval there. */
export interface CurvePoint {
  readonly time: number;
  readonly incidence: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
}

export interface GroupTest {
  readonly name: 'log-rank' | 'gray';
  readonly by: string;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly sentence: string;
}

/** Outcomes already reported and what they will be once late reports are in; from the register's own delays. */
export interface Nowcast {
  readonly sentence: string;
  readonly asOf: string;
  readonly maxDelay: number;
  readonly observed: number;
  /** null: the register is too young to tell for some of the days. */
  readonly expected: number | null;
  /** Share of outcomes known within `days` of happening. */
  readonly delays: readonly { readonly days: number; readonly share: number }[];
  readonly byDay: readonly {
    readonly day: string;
    readonly observed: number;
    readonly expected: number | null;
  }[];
}

/** Chain ladder on the cohort triangle: outcomes each cohort will have at the end of its window. */
export interface Projection {
  readonly method: 'chain-ladder';
  readonly cohorts: readonly {
    readonly cohort: string;
    readonly observed: number;
    readonly expected: number;
    readonly standardError: number | null;
  }[];
}

export interface Headline {
  readonly sentence: string;
  /** The estimate the sentence reads; with a comparison, the sentence reads `effect`. */
  readonly estimate: Estimate;
  readonly effect: EffectEstimate | null;
}

export type EvidenceLevel = 0 | 1 | 2 | 3 | 4 | 5;

export interface Evidence {
  readonly level: EvidenceLevel;
  readonly name: string;
  readonly checks: readonly Check[];
  /** What would raise the level, in French. */
  readonly raise: string;
}

export interface Check {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'not-applicable';
  readonly figure: number | null;
  readonly sentence: string;
}

export interface Warning {
  readonly code: string;
  readonly sentence: string;
}
