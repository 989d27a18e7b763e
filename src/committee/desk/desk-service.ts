import type { EvidenceLevel } from '../../measure/measure.ts';
import type { DecisionKind } from '../../platform/database/tables/committees.ts';
import type { PublicationSummary } from '../../publish/summary/publication-summary.ts';
import type { ServiceState } from '../review/service-state.ts';
import type { Answer, Because } from '../suggestion/suggestion.ts';
import type { DeskTask } from './desk-tasks.ts';

/** One service as a desk ranges it: what is read of every one, however many there are. Days are `YYYY-MM-DD`. */
export interface ListedService {
  readonly id: string;
  readonly name: string;
  /** As the source names it; null: not known. */
  readonly phase: string | null;
  readonly demonstration: boolean;
  readonly group: DeskGroup;
  /** Of the last publication that stands; null: there is none. */
  readonly level: EvidenceLevel | null;
  readonly nextCommittee: { readonly session: string; readonly day: string } | null;
  readonly lastDecision: { readonly kind: DecisionKind; readonly day: string } | null;
  /** What someone has to decide or do, the most pressing first. */
  readonly tasks: readonly DeskTask[];
}

/** The same with what is read of a few, or when it is asked for, before any of it is put in words. */
export interface DeskService extends ListedService, JudgedService {
  readonly organisations: readonly Named[];
  readonly incubators: readonly Named[];
  /** What the publication is known by, and where its figure goes; null: nothing is published. */
  readonly sentence: string | null;
  readonly trend: string | null;
  readonly state: ServiceState;
  /** Puts in French what the team can do next, for a service that published nothing. */
  readonly nextStep: () => string;
}

/** What the data suggest of a service, and from what. */
export interface JudgedService {
  /** Summary of the last publication that stands; null: there is none. */
  readonly published: PublicationSummary | null;
  readonly hasPlan: boolean;
  /** Euros a year, from the budgets of the last twelve months; null: not entered. */
  readonly costPerYear: number | null;
  readonly suggestion: { readonly answer: Answer; readonly because: Because };
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * What is known of a service, and not how well it does: services of one group can be read side by side, and nothing is
 * ranked by its figure.
 */
export const deskGroups = ['compared', 'followed', 'sign', 'unmeasured', 'ended'] as const;
export type DeskGroup = (typeof deskGroups)[number];
