import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/**
 * The day of the last committee of a service before a day (`YYYY-MM-DD`), whether it was imported or decided here; null
 * when none is known.
 */
export async function lastCommitteeDay(
  db: Database,
  service: string,
  before: string,
): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(day) as day from (
      select held_on as day from committee where service_id = ${service}
      union all
      select decided_on from committee_decision where service = ${service}
    ) held where day < ${before}`.execute(db);
  return rows[0]?.day ?? null;
}
