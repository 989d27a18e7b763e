import type { DecisionKind } from './committees.ts';

export interface StandingTables {
  service_standing: ServiceStandingTable;
}

/**
 * Of each service that published or planned a committee, what stands whatever the day. Written by the database itself when
 * what it sums up is written, and read only. Days are `YYYY-MM-DD`.
 */
export interface ServiceStandingTable {
  service: string;
  /** SHA-256 of the last publication that stands and says something; null: there is none. */
  publication: string | null;
  level: 0 | 1 | 2 | 3 | 4 | 5 | null;
  /** Kind of the effect it tells. */
  effect: 'estimate' | 'insufficient' | 'none' | null;
  /** SHA-256 of the one that stands before it. */
  publication_before: string | null;
  /** The last decision. */
  decision: string | null;
  decision_session: string | null;
  decision_kind: DecisionKind | null;
  decided_on: string | null;
  money_until: string | null;
  /** Months after which it was last looked back at. */
  looked_back: 6 | 12 | null;
  /** The first committee planned after it that is still to decide. */
  session: string | null;
  planned_on: string | null;
  money_ends_on: string | null;
  frozen_on: string | null;
  /** The days of the conditions that nobody answered, the earliest first. */
  open_conditions: readonly string[];
}
