import { firstDifference } from '../bundle/canonical.ts';
import { figuresIn } from './wording.ts';

/**
 * What is computed today, without what a publication of an earlier calculation does not hold: fields it lacks, rows of
 * a list between those it has. What it does hold and today's calculation does not is left for the comparison to find.
 */
export function onlyPublished(computed: unknown, published: unknown): unknown {
  if (Array.isArray(computed) && Array.isArray(published)) return rowsPublished(computed, published);
  if (!isRecord(computed) || !isRecord(published)) return computed;
  return Object.fromEntries(
    Object.entries(computed).flatMap(([key, entry]) =>
      Object.hasOwn(published, key) ? [[key, onlyPublished(entry, published[key])]] : [],
    ),
  );
}

/** Rows are kept in order: each published one is looked for after the last found. */
function rowsPublished(computed: readonly unknown[], published: readonly unknown[]): readonly unknown[] {
  const paired = (row: unknown, i: number) => onlyPublished(row, published[i]);
  if (computed.length <= published.length) return computed.map(paired);
  const found: unknown[] = [];
  for (const row of computed) {
    if (found.length === published.length) break;
    const kept = paired(row, found.length);
    const alike = firstDifference(figuresIn(kept), figuresIn(published[found.length])) === null;
    if (alike) found.push(kept);
  }
  return found.length === published.length ? found : computed.map(paired);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
