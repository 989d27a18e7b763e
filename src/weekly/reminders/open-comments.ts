import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** How many comments of the reviews of a service nobody has said to be dealt with. */
export async function openComments(db: Database, service: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open from review_comment
    where service = ${service} and coalesce(
      (select kind from review_reply
        where comment = review_comment.id and kind <> 'reply' order by number desc limit 1), '') <> 'resolved'`.execute(
    db,
  );
  return rows[0]?.open ?? 0;
}
