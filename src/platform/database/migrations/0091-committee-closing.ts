import { type Kysely, sql } from 'kysely';

/** A committee whose evidence was frozen and that never decided, closed with its reason. It never changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table committee_closing (
    session text primary key references committee_session (id),
    reason text not null check (reason <> ''),
    author text not null,
    role text not null,
    at timestamptz not null
  )`,
  `create trigger committee_closing_never_changes before update or delete or truncate on committee_closing
    for each statement execute function committee_never_changes()`,
];
