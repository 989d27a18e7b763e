import type { Generated } from 'kysely';
import type { GrantedRole } from '../../accounts/roles.ts';
import type { InstantColumn, JsonColumn } from '../column-types.ts';

export interface ReviewTables {
  review: ReviewTable;
  review_request: ReviewRequestTable;
  review_comment: ReviewCommentTable;
  review_reply: ReviewReplyTable;
}

/** `form`: of a version of the plan; `substance`: of a publication. */
export type ReviewKind = 'form' | 'substance';

/** `approved`, or `changes` asked for. */
export type Verdict = 'approved' | 'changes';

interface Subject {
  /** In the order they were written. */
  number: Generated<number>;
  service: string;
  kind: ReviewKind;
  /** Of the plan, for `form`. */
  plan_version: number | null;
  /** SHA-256 of the publication, for `substance`. */
  publication: string | null;
}

/** None of these tables is ever changed: they only grow. */
export interface ReviewTable extends Subject {
  id: string;
  /** Of the plan reviewed, or of the one that gave the publication. */
  plan_hash: string;
  verdict: Verdict;
  /** Version of the checklist that was answered. */
  checklist: number;
  answers: JsonColumn<unknown>;
  summary: string;
  /** An account id; never shown to the public. */
  reviewer: string;
  /** The role that allowed it, that day. */
  role: GrantedRole;
  /** In the name of which organisation, as it was called that day. */
  organisation: string | null;
  at: InstantColumn;
}

export interface ReviewRequestTable extends Subject {
  id: string;
  note: string;
  /** An account id. */
  author: string;
  at: InstantColumn;
}

/** On a line of the plan, or on a part of one indicator of the publication; neither: on the whole. */
export interface ReviewCommentTable extends Subject {
  id: string;
  line: number | null;
  /** The line as it was written. */
  quoted: string | null;
  indicator: string | null;
  part: string | null;
  text: string;
  /** An account id; never shown to the public. */
  author: string;
  role: GrantedRole;
  at: InstantColumn;
}

export interface ReviewReplyTable {
  id: string;
  number: Generated<number>;
  comment: string;
  kind: 'reply' | 'resolved' | 'reopened';
  text: string;
  author: string;
  role: GrantedRole;
  at: InstantColumn;
}
