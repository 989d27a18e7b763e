import type { PublicCosts } from '../../committee/costs/public-costs.ts';
import type { ServiceState } from '../../committee/review/service-state.ts';
import type { Decision } from '../../measure/comparison/measured-comparison.ts';
import type { Evidence, EvidenceLevel, FollowUpMeasure } from '../../measure/measure.ts';
import type { Effect, MatrixRow } from '../../plan/plan.ts';
import type { DeclaredRow } from '../../portfolio/figures/declared-rows.ts';
import type { RegistrationVerdict } from '../../portfolio/plans/registration/judge-registration.ts';
import type { Hidden, PublishedInput, PublishedMeasure, Quality } from '../../publish/bundle/bundle.ts';
import type { Freshness } from '../../publish/freshness/freshness.ts';
import type { Lesson } from './lesson.ts';

/** A service as the public sees it: what it is for, what is known of its effect, and since when. */
export interface ServiceView {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly mission: string | null;
  readonly effect: Effect | null;
  readonly phase: { readonly name: string; readonly since: string | null } | null;
  readonly website: string | null;
  /** Invented or retold figures that show how the site works. */
  readonly demonstration: string | null;
  /** Of a service of the demonstration: what the case library tells of it. */
  readonly lesson: Lesson | null;
  readonly publication: PublicationView | null;
  /** Newest first, the latest included. */
  readonly publications: readonly PublicationLink[];
  readonly corrections: readonly CorrectionView[];
  readonly decisions: readonly DecisionView[];
  /** What the service says of itself, which nothing here checks. */
  readonly declared: readonly DeclaredRow[];
  /** How far someone from outside the team has checked its matrix, today. */
  readonly review: ServiceState;
  /** Its budgets, and what they make its uses and effects cost. */
  readonly costs: PublicCosts;
  /** What the team can do next, when nothing is measured yet. */
  readonly nextStep: string;
}

export interface PublicationView {
  readonly hash: string;
  /** Day it became public, `YYYY-MM-DD`. */
  readonly day: string;
  /** Address of this exact state, on the site. */
  readonly address: string;
  readonly measures: readonly MeasureView[];
  /** What was held back, and why. */
  readonly hidden: readonly Hidden[];
  readonly planHash: string;
  readonly software: string;
  readonly measuredOn: string;
  readonly withdrawn: string | null;
  /** By indicator: whether it was announced before its effects were looked at. */
  readonly registrations: Readonly<Record<string, RegistrationVerdict>>;
}

/** One published indicator. */
export interface MeasureView {
  readonly indicator: string;
  readonly name: string;
  readonly matrix: MatrixRow;
  readonly sentence: string;
  readonly evidence: Evidence;
  /** When a figure too young can come at the earliest; null when there is one. */
  readonly firstPossible: string | null;
  /** Of its own data: another measure of the publication may rest on older ones. */
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
  readonly quality: Quality;
  /** How it is measured, one sentence each. */
  readonly note: readonly string[];
  /** What one effect costs, and what waiting is worth, when the plan says enough to tell. */
  readonly cost: readonly string[];
  readonly inputs: readonly PublishedInput[];
  /** Of people followed, its figures in the form that the sections of a report read. */
  readonly followUp: FollowUpMeasure | null;
  /** What the effect means for who decides; null when the plan asks nothing. */
  readonly decision: Decision | null;
  readonly published: PublishedMeasure;
  /** Names of its tables, to download. */
  readonly tables: readonly string[];
}

export interface PublicationLink {
  readonly day: string;
  readonly address: string;
  readonly hash: string;
  readonly planHash: string;
  readonly sentence: string;
  readonly withdrawn: string | null;
}

export interface CorrectionView {
  readonly day: string;
  readonly service: { readonly id: string; readonly name: string };
  readonly reason: string;
  readonly kind: 'correction' | 'withdrawal';
  /** Address of the state corrected. */
  readonly about: string;
}

export interface DecisionView {
  readonly day: string | null;
  readonly sentence: string;
  /** Null: told by an import. */
  readonly taken: TakenView | null;
}

/** On what a decision was taken here, under which conditions, and what became of it; days are `YYYY-MM-DD`. */
export interface TakenView {
  readonly money: string | null;
  readonly frozenOn: string;
  /** Of the frozen evidence. */
  readonly sha256: string;
  readonly publication: { readonly day: string; readonly address: string } | null;
  readonly conditions: readonly {
    readonly text: string;
    readonly dueOn: string;
    readonly state: string;
    readonly word: string | null;
  }[];
  readonly entries: readonly { readonly day: string; readonly kind: string; readonly text: string }[];
  readonly checks: readonly {
    readonly title: string;
    readonly day: string;
    readonly verdict: string;
    readonly word: string;
    readonly figures: readonly string[];
  }[];
}

/** One line of the portfolio. */
export interface ServiceRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly domain: Effect['domain'] | null;
  readonly phase: string | null;
  readonly demonstration: boolean;
  /** What is better in the world, in a few words. */
  readonly effect: string | null;
  /** What a search looks into, in lower case and without accents. */
  readonly search: string;
  /** Figures the service declares of itself. */
  readonly declared: number;
  /** Short form of the headline; null: nothing is published yet. */
  readonly sentence: string | null;
  readonly level: EvidenceLevel | null;
  readonly measuredOn: string | null;
  readonly freshness: Freshness | null;
  readonly trend: string | null;
  readonly review: ServiceState;
  readonly nextStep: string;
}
