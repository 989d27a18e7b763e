import { type Kysely, sql } from 'kysely';

/** What someone sent to be published, kept for an hour while they read what the public would. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table publication_draft (
      id text primary key,
      service text not null references service (id) on delete cascade,
      account text not null references account (id),
      document text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`)
    .execute(db);
}
