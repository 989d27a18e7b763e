import type { EvidenceLevel } from '../../measure/measure.ts';
import type { DecisionKind } from '../../platform/database/tables/committees.ts';
import type { PublicationSummary } from '../../publish/summary/publication-summary.ts';
import type { ServiceState } from '../review/service-state.ts';
import type { Answer, Because } from '../suggestion/suggestion.ts';
import type { DeskTask } from './desk-tasks.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One service as its sponsor's desk holds it, before any of it is put in words. Days are `YYYY-MM-DD`. */
export interface DeskService {
  readonly id: string;
  readonly name: string;
  /** What a search looks into: lower case, without accents. */
  readonly search: string;
  readonly organisations: readonly Named[];
  readonly incubators: readonly Named[];
  /** As a reader says it; null: not known. */
  readonly phase: string | null;
  readonly demonstration: boolean;
  readonly group: DeskGroup;
  /** Of the last publication that stands; null: there is none. */
  readonly published: {
    readonly sha256: string;
    readonly summary: PublicationSummary;
    readonly trend: string | null;
  } | null;
  readonly level: EvidenceLevel | null;
  /** Euros a year, from the budgets of the last twelve months; null: not entered. */
  readonly costPerYear: number | null;
  readonly suggestion: { readonly answer: Answer; readonly because: Because };
  readonly state: ServiceState;
  readonly nextCommittee: { readonly session: string; readonly day: string } | null;
  readonly lastDecision: { readonly kind: DecisionKind; readonly day: string } | null;
  /** What someone has to decide or do, the most pressing first. */
  readonly tasks: readonly DeskTask[];
  /** Puts in French what the team can do next, for a service that published nothing. */
  readonly nextStep: () => string;
}

/**
 * What is known of a service, and not how well it does: services of one group can be read side by side, and nothing is
 * ranked by its figure.
 */
export const deskGroups = ['compared', 'followed', 'sign', 'unmeasured', 'ended'] as const;
export type DeskGroup = (typeof deskGroups)[number];

export function groupOf(isEnded: boolean, summary: PublicationSummary | null): DeskGroup {
  if (isEnded) return 'ended';
  if (summary === null) return 'unmeasured';
  if (summary.level >= 3 && summary.effect.kind === 'estimate') return 'compared';
  return summary.level >= 2 ? 'followed' : 'sign';
}
