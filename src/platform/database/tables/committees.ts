import type { Generated } from 'kysely';
import type { InstantColumn, JsonColumn } from '../column-types.ts';

/** Committees of this installation; the table `committee` holds those an import tells. Days are `YYYY-MM-DD`. */
export interface CommitteeTables {
  committee_session: CommitteeSessionTable;
  committee_objective: CommitteeObjectiveTable;
  committee_result: CommitteeResultTable;
  committee_closing: CommitteeClosingTable;
  committee_decision: CommitteeDecisionTable;
  committee_condition: CommitteeConditionTable;
  committee_condition_answer: CommitteeConditionAnswerTable;
  committee_decision_entry: CommitteeDecisionEntryTable;
  committee_check: CommitteeCheckTable;
  sponsor_terms: SponsorTermsTable;
}

/** `evidence`: the frozen document as its text, since its bytes are hashed; null: not frozen yet. */
interface CommitteeSessionTable {
  id: string;
  service: string;
  planned_on: string;
  money_ends_on: string | null;
  /** What the sponsor is asked. */
  question: string | null;
  evidence: string | null;
  evidence_sha256: string | null;
  frozen_on: string | null;
  frozen_by: string | null;
  created_by: string;
  created_at: InstantColumn;
}

/** Set at a session for the time after it; tied to an indicator of the plan, or (all three null) in words only. */
interface CommitteeObjectiveTable {
  id: string;
  session: string;
  position: number;
  text: string;
  indicator: string | null;
  direction: ObjectiveDirection | null;
  /** In the unit of the indicator; shares between 0 and 1. */
  target: number | null;
  due_on: string;
  created_by: string;
  created_at: InstantColumn;
}

export type ObjectiveDirection = 'at-least' | 'at-most';
export type ResultVerdict = 'reached' | 'partly' | 'not' | 'not-measurable';

/** What became of an objective, as known at a later `session`. */
interface CommitteeResultTable {
  session: string;
  objective: string;
  verdict: ResultVerdict;
  word: string;
  is_computed: boolean;
  author: string;
  at: InstantColumn;
}

/** Why a committee whose evidence was frozen never decided. */
interface CommitteeClosingTable {
  session: string;
  reason: string;
  author: string;
  role: string;
  at: InstantColumn;
}

export type DecisionKind = 'continue-more' | 'continue-less' | 'provisional' | 'pivot' | 'stop' | 'transfer';

interface CommitteeDecisionTable {
  id: string;
  session: string;
  service: string;
  kind: DecisionKind;
  reason: string;
  /** Euros. */
  amount: number | null;
  money_until: string | null;
  is_public: boolean;
  evidence_sha256: string;
  grid: JsonColumn<unknown>;
  decided_on: string;
  decided_by: string;
  role: string;
  at: InstantColumn;
}

interface CommitteeConditionTable {
  id: string;
  decision: string;
  service: string;
  position: number;
  text: string;
  due_on: string;
  /** The proof asked by a provisional decision. */
  is_proof: boolean;
}

/** What the team says of a condition; said again, the last word stands. */
interface CommitteeConditionAnswerTable {
  id: string;
  condition: string;
  is_met: boolean;
  word: string;
  author: string;
  at: InstantColumn;
}

export type DecisionEntryKind = 'correction' | 'addition' | 'made-public';

interface CommitteeDecisionEntryTable {
  id: string;
  decision: string;
  kind: DecisionEntryKind;
  text: string;
  author: string;
  role: string;
  at: InstantColumn;
}

export type CheckVerdict = 'as-hoped' | 'not-as-hoped' | 'cannot-tell';

/** Six or twelve months after a decision: what happened. `figures`: then and now, as computed that day. */
interface CommitteeCheckTable {
  id: string;
  decision: string;
  months: 6 | 12;
  verdict: CheckVerdict;
  word: string;
  figures: JsonColumn<unknown>;
  /** SHA-256 of the publication known that day; null: none was. */
  publication: string | null;
  author: string;
  role: string;
  at: InstantColumn;
}

/** What a sponsor says counts for an indicator; the last word stands. */
interface SponsorTermsTable {
  number: Generated<string>;
  service: string;
  indicator: string;
  unit: 'share' | 'value';
  /** In the unit of the effect; null: that of the plan is read. */
  threshold: number | null;
  /** Euros; null: that of the plan is read. */
  value_per_outcome: number | null;
  reason: string;
  author: string;
  role: string;
  at: InstantColumn;
}
