import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** A text that changes whenever a review is given: the states shown to the public may have changed with it. */
export async function reviewStamp(db: Database): Promise<string> {
  const { rows } = await sql<{
    stamp: string;
  }>`select coalesce(max(number), 0)::text as stamp from review`.execute(db);
  return rows[0]?.stamp ?? '';
}
