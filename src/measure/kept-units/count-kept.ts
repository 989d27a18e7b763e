import { createHash } from 'node:crypto';
import { type FollowUpQuestion, type FollowUpRow, followUpCounts } from '../../engine/follow-up-counts.ts';
import type { Engine } from '../../engine/port.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ImportedSource } from '../../records/imported-source.ts';
import { segmentsOf, type UnitStore } from '../../records/kept-units/kept-units.ts';
import { countAll } from './count-all.ts';
import { countChanges } from './count-changes.ts';
import { workNames } from './work-names.ts';

/** A count of units that are kept from one time to the next. */
export interface KeptCount {
  readonly engine: Engine;
  readonly store: UnitStore;
  readonly question: FollowUpQuestion;
  /** Digest of the question. */
  readonly asked: string;
  readonly index: ImportedSource;
  readonly outcome: ImportedSource;
  /** Rows of people that one statement holds in memory, about. */
  readonly most: number;
  readonly onProgress: (share: number) => void;
}

/**
 * The rows of `followUpCounts`, in time that depends on what is new since the last count: units that nothing new names
 * are not looked at again, nor are the outcomes they had. Everything is counted when there is no last count, or another
 * question, or rows that were taken away or replaced. Null when nothing can be kept: count in the ordinary way.
 */
export async function countKept(count: Omit<KeptCount, 'asked'>): Promise<readonly FollowUpRow[] | null> {
  const { engine, store, index, outcome, question } = count;
  const kept = { ...count, asked: digestOf(question) };
  const news = newSegments(kept);
  try {
    return await (news === null ? countAll(kept) : countChanges(kept, news));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    store.forget();
    return null;
  } finally {
    for (const name of workNames) await engine.forget(name);
    for (const { source, files } of [index, outcome]) await engine.expose({ name: source, files });
  }
}

/** Files that the last count did not have, and those that it had, by source. */
export interface NewSegments {
  readonly uses: Segments;
  readonly outcomes: Segments;
  readonly rows: number;
}

interface Segments {
  readonly fresh: readonly string[];
  readonly known: readonly string[];
}

/** Past this share of what was counted first, counting all again costs about as little, and leaves fewer rows to keep. */
const mostAdded = 0.5;

/** What is new since the last count; null when all must be counted. */
function newSegments({ store, asked, index, outcome }: KeptCount): NewSegments | null {
  const { known } = store;
  if (known === null || known.question !== asked) return null;
  const rows = index.rows + outcome.rows - known.rows;
  if (rows < 0 || rows > known.rows * mostAdded || known.added > known.first * mostAdded) return null;
  const [uses, outcomes] = [index, outcome].map((source) => split(source, known.segments[source.source]));
  return uses && outcomes ? { uses, outcomes, rows } : null;
}

/** Null when rows that were counted are no longer there. */
function split(source: ImportedSource, before: readonly string[] | undefined): Segments | null {
  const named = segmentsOf([source])[source.source] ?? [];
  if (before === undefined || !before.every((name) => named.includes(name))) return null;
  const had = new Set(before);
  return {
    fresh: source.files.filter((_, i) => !had.has(named[i] ?? '')),
    known: source.files.filter((_, i) => had.has(named[i] ?? '')),
  };
}

const digestOf = (question: FollowUpQuestion): string => {
  const { text, values } = followUpCounts(question);
  return createHash('sha256')
    .update(JSON.stringify([text, values]))
    .digest('hex');
};
