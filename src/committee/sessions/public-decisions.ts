import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Decision } from './decision.ts';
import { readDecisions } from './read-decisions.ts';

/** The decisions on a service that anyone may read, the latest first. */
export async function publicDecisions(db: Database, service: string): Promise<readonly Decision[]> {
  return (await readDecisions(db, [service])).filter(({ isPublic }) => isPublic);
}

/** A text that changes whenever what is public of decisions may have: their tables only grow. */
export async function decisionsStamp(db: Database): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws('/',
      (select count(*) from committee_decision), (select count(*) from committee_decision_entry),
      (select count(*) from committee_condition_answer), (select count(*) from committee_check)) as stamp`.execute(
    db,
  );
  return rows[0]?.stamp ?? '';
}
