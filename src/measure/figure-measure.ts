import type { InsufficientReason } from '../statistics/estimate.ts';
import type { Grouped, MeasureBase } from './measure.ts';

/** A figure in a unit of its own, by period or by group, or why there is none. */
export type FigureEstimate = Grouped & FigureContext & (KnownFigure | MissingFigure);

interface FigureContext {
  /** « heures libérées », « sur 10 »; `proportion` for a share between 0 and 1. */
  readonly unit: string;
  /** `2026-09` or `2026-09-30`; null when the figure is of no period. */
  readonly period: string | null;
  readonly level: number;
  readonly n: number;
}

interface KnownFigure {
  readonly kind: 'estimate';
  readonly value: number;
  /** Null: the figure is counted or given, there is no interval to compute. */
  readonly lower: number | null;
  readonly upper: number | null;
}

interface MissingFigure {
  readonly kind: 'insufficient';
  readonly reason: InsufficientReason;
  readonly sentence: string;
  readonly value: null;
  readonly lower: null;
  readonly upper: null;
}

export interface FigureMeasureBase extends MeasureBase {
  readonly unit: string;
  readonly estimates: readonly FigureEstimate[];
  readonly headline: { readonly sentence: string; readonly estimate: FigureEstimate; readonly effect: null };
  /** What the plan compares the figure to, in its unit. */
  readonly reference: {
    readonly baseline: number | null;
    readonly target: number | null;
    readonly by: string | null;
  };
}

/** Rows of a source counted in a month. */
export interface MonthCount {
  readonly month: string;
  readonly count: number;
  /** Whether the source covers the whole month. */
  readonly complete: boolean;
}

export interface SampleReading {
  /** Null: written in the plan. */
  readonly source: string | null;
  readonly n: number;
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether weights, clusters or strata were used. */
  readonly designed: boolean;
  readonly unit: string;
}

export interface SampleVolumeMeasure extends FigureMeasureBase {
  readonly method: 'sample-volume';
  readonly words: {
    readonly total: string;
    readonly each: string;
    readonly sampled: string;
    readonly cases: string;
  };
  /** Null when the sample gives no mean. */
  readonly sample: SampleReading | null;
  readonly volume: {
    readonly source: string | null;
    readonly months: readonly MonthCount[];
    readonly given: {
      readonly value: number;
      readonly lower: number | null;
      readonly upper: number | null;
    } | null;
  };
}

export interface ProxyMeasure extends FigureMeasureBase {
  readonly method: 'proxy';
  readonly counted: string;
  readonly signOf: string;
  readonly months: readonly MonthCount[];
  readonly calibration: {
    readonly source: string | null;
    readonly effect: string;
    readonly called: number;
    readonly yes: number;
    readonly share: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  } | null;
}

export interface AnswerShare {
  readonly answer: string;
  readonly count: number;
  /** Whether it counts as the effect. */
  readonly counts: boolean;
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ResponseReading {
  readonly asked: number;
  readonly answered: number;
  /** Answers given less than the delay of the plan after use: not counted. */
  readonly tooEarly: number;
  readonly byCell: readonly {
    readonly attribute: string;
    readonly classes: readonly { readonly name: string; readonly asked: number; readonly answered: number }[];
  }[];
}

export interface AskedLaterMeasure extends FigureMeasureBase {
  readonly method: 'asked-later';
  readonly answers: readonly AnswerShare[];
  readonly response: ResponseReading;
  /** Days from use to answer: half of the answers came before `median`, 8 in 10 between `early` and `late`. */
  readonly delay: { readonly early: number; readonly median: number; readonly late: number } | null;
  /** Attributes on which answers were weighted to meet the population. */
  readonly weightedOn: readonly string[];
  /** How many equally weighted answers would say as much. */
  readonly effectiveSize: number | null;
}

export interface DeclaredMeasure extends FigureMeasureBase {
  readonly method: 'declared';
  readonly direction: 'up' | 'down';
  readonly provenance: string | null;
  readonly values: readonly { readonly day: string; readonly value: number; readonly goal: number | null }[];
  readonly trend: { readonly since: string; readonly change: number; readonly sentence: string } | null;
}

export type FigureMeasure = SampleVolumeMeasure | ProxyMeasure | AskedLaterMeasure | DeclaredMeasure;
