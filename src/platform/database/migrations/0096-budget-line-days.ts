import { type Kysely, sql } from 'kysely';

/** What many services cost over the last months is found without reading ten years of lines. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index budget_line_standing on budget_line (ends_on) where withdrawn_at is null`.execute(
    db,
  );
}
