import { type Kysely, sql } from 'kysely';

/**
 * What a sponsor says counts: the smallest effect worth having, and what one more outcome is worth. The last word stands;
 * what was said before stays.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table sponsor_terms (
    number bigint generated always as identity primary key,
    service text not null,
    indicator text not null,
    unit text not null check (unit in ('share', 'value')),
    threshold double precision,
    value_per_outcome double precision check (value_per_outcome > 0),
    reason text not null check (reason <> ''),
    author text not null,
    role text not null,
    at timestamptz not null
  )`,
  `create index sponsor_terms_service on sponsor_terms (service, number)`,
  `create trigger sponsor_terms_never_changes before update or delete or truncate on sponsor_terms
    for each statement execute function committee_never_changes()`,
];
