import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** The sentence each of these publications is known by, by SHA-256. */
export async function publishedSentences(
  db: Database,
  publications: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (publications.length === 0) return new Map();
  const rows = await db
    .selectFrom('publication_summary')
    .select(['sha256', 'sentence'])
    .where('sha256', '=', sql<string>`any(${[...publications]})`)
    .execute();
  return new Map(rows.flatMap(({ sha256, sentence }) => (sentence === null ? [] : [[sha256, sentence]])));
}
