import { type Kysely, sql } from 'kysely';

/** A service to come, thought through step by step by one account; it goes with the account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table project_draft (
      id text primary key,
      account text not null references account (id),
      name text not null check (name <> ''),
      answers jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`)
    .execute(db);
  await sql.raw('create index project_draft_account on project_draft (account, updated_at)').execute(db);
}
