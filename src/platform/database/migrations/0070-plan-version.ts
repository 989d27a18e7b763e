import { type Kysely, sql } from 'kysely';

/**
 * Every version of the plan of a service; the last one is its plan. They only grow: what was announced before looking
 * is never rewritten, and stays when the service leaves the portfolio (no foreign key, like publications). The plan that
 * `service` held becomes the first version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table plan_version (
    service text not null,
    number integer not null check (number > 0),
    text text not null check (text <> ''),
    hash text not null,
    author text not null,
    note text not null default '',
    created_at timestamptz not null,
    primary key (service, number)
  )`,
  `insert into plan_version (service, number, text, hash, author, created_at)
    select id, 1, plan_text, plan_hash, 'foulee', updated_at from service
    where plan_text <> '' and plan_hash is not null`,
  `alter table service drop column plan_text, drop column plan_hash`,
  `create function plan_version_never_changes() returns trigger language plpgsql as $$
    begin raise exception 'a plan version never changes'; end $$`,
  `create trigger plan_version_never_changes before update or delete or truncate on plan_version
    for each statement execute function plan_version_never_changes()`,
];
