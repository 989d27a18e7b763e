import { type RawBuilder, sql } from 'kysely';

/** Rows that were written and not withdrawn, now (null) or at an instant (ISO 8601), whatever happened since. */
export function standingAt(knownAt: string | null): RawBuilder<boolean> {
  return knownAt === null
    ? sql<boolean>`withdrawn_at is null`
    : sql<boolean>`(recorded_at <= ${knownAt} and (withdrawn_at is null or withdrawn_at > ${knownAt}))`;
}
