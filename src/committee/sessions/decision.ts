import { z } from 'zod';
import type {
  CheckVerdict,
  DecisionEntryKind,
  DecisionKind,
} from '../../platform/database/tables/committees.ts';
import { criteria } from './decision-words.ts';

const scored = z.object({ score: z.number().int().min(0).max(5).nullable(), reason: z.string().nullable() });

/** The sponsor's grid: each question out of 5, or not scored, with a word of reason. */
export const gridShape = z.record(z.enum(criteria), scored);

export type Grid = z.infer<typeof gridShape>;

/** What a committee decided, and all that was said of it afterwards. Days are `YYYY-MM-DD`. */
export interface Decision {
  readonly id: string;
  readonly session: string;
  readonly service: string;
  readonly kind: DecisionKind;
  readonly reason: string;
  /** Euros. */
  readonly amount: number | null;
  readonly moneyUntil: string | null;
  readonly isPublic: boolean;
  readonly decidedOn: string;
  readonly role: string;
  readonly grid: Grid;
  readonly evidence: DecidedOn;
  readonly conditions: readonly Condition[];
  /** Oldest first. */
  readonly entries: readonly DecisionEntry[];
  readonly checks: readonly DecisionCheck[];
}

/** The frozen evidence it rests on. */
export interface DecidedOn {
  readonly sha256: string;
  readonly day: string;
  /** The sentence the service was known by; null: it had no figure. */
  readonly sentence: string | null;
  /** The publication the figures came from; null: they came from none. */
  readonly publication: { readonly number: number; readonly day: string } | null;
}

export interface Condition {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
  /** The proof that a provisional decision asked for. */
  readonly isProof: boolean;
  readonly answer: { readonly isMet: boolean; readonly word: string; readonly at: string } | null;
}

export interface DecisionEntry {
  readonly kind: DecisionEntryKind;
  readonly text: string;
  readonly role: string;
  readonly at: string;
}

/** What happened, six or twelve months later. */
export interface DecisionCheck {
  readonly months: 6 | 12;
  readonly verdict: CheckVerdict;
  readonly word: string;
  /** Then and now, one French sentence for each figure. */
  readonly figures: readonly string[];
  readonly at: string;
}
