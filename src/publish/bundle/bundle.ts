import type { Evidence, HeadlineBase, MeasureInput } from '../../measure/measure.ts';
import type { Effect, Indicator, MatrixRow, Service } from '../../plan/plan.ts';
import type { DisclosureRule } from '../disclosure/rule.ts';
import type { PublishedCounts, PublishedFigures } from '../method/published-method.ts';
import type { PublicPlan } from './public-plan.ts';

export const bundleVersion = 1;

/** A measure after disclosure control, frozen: what is public, its SHA-256, and that of each of its parts. */
export interface Publication {
  /** Of the canonical JSON of `bundle`. */
  readonly sha256: string;
  /** Of each part, first 16 digits: says where a copy differs. */
  readonly parts: Readonly<Record<string, string>>;
  readonly bundle: Bundle;
}

export interface Bundle {
  readonly foulee: typeof bundleVersion;
  /** Absent: the first. */
  readonly calculation?: number;
  readonly kind: 'publication';
  /** Name and version of what computed the figures and wrote the sentences. */
  readonly software: string;
  readonly service: Service;
  readonly effect: Effect;
  /** 1 for the first of the service. */
  readonly number: number;
  /** SHA-256 of the publication before; null for the first. */
  readonly previous: string | null;
  readonly plan: PublicPlan;
  readonly publishedOn: string;
  readonly freshness: FreshnessFacts;
  readonly disclosure: { readonly rule: DisclosureRule; readonly hidden: readonly Hidden[] };
  readonly measures: readonly PublishedMeasure[];
}

/** Days are ISO `YYYY-MM-DD`. */
export interface FreshnessFacts {
  readonly measuredOn: string;
  /** Last day for which outcomes are complete, for the figure the service is known by; null when no date is known. */
  readonly dataThrough: string | null;
  readonly nextDue: string;
  /** Days between two runs. */
  readonly everyDays: number;
}

/** Something that was not published as it was measured, and why, in French. */
export interface Hidden {
  readonly indicator: string;
  readonly what: string;
  readonly why: string;
}

export interface PublishedMeasure {
  readonly indicator: string;
  readonly name: string;
  readonly matrix: MatrixRow;
  readonly method: Indicator['method'];
  /** Last day for which outcomes are complete. */
  readonly coverage: { readonly day: string; readonly derived: boolean; readonly sentence: string } | null;
  readonly counts: PublishedCounts;
  /** Computed from `counts` and the plan, to six decimals. */
  readonly figures: PublishedFigures;
  readonly headline: HeadlineBase;
  readonly quality: Quality;
  /** How it is measured, one French sentence each. */
  readonly note: readonly string[];
  readonly evidence: Evidence;
  readonly inputs: readonly PublishedInput[];
  readonly warnings: readonly string[];
}

export type PublishedInput = Pick<MeasureInput, 'source' | 'kind' | 'firstDay' | 'lastDay' | 'digest'> & {
  /** Null: too few to be seen. */
  readonly rows: number | null;
};

/** The five questions asked of a published figure, answered in French. */
export interface Quality {
  readonly howVerified: string;
  readonly source: string;
  readonly accuracyReached: string;
  readonly accuracyNeeded: string;
  readonly limits: string;
}
