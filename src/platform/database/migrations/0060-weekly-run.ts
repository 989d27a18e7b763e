import { type Kysely, sql } from 'kysely';

/** The run of each week, and what the team wrote of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table weekly_run (
    service text not null references service (id) on delete cascade,
    week text not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
    at timestamptz not null,
    document text,
    reading jsonb not null,
    is_simulated boolean not null,
    primary key (service, week)
  )`,
  `create table weekly_entry (
    id text primary key,
    service text not null references service (id) on delete cascade,
    week text not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
    kind text not null check (kind in ('learned', 'calls', 'step')),
    text text not null check (text <> ''),
    calls integer check (calls > 0),
    who text,
    author text not null,
    at timestamptz not null,
    step_end text check (step_end in ('done', 'not-done', 'dropped')),
    ended_at timestamptz,
    check ((kind = 'calls') = (calls is not null)),
    check (kind = 'step' or step_end is null)
  )`,
  `create unique index weekly_entry_one_step on weekly_entry (service, week) where kind = 'step'`,
  `create index weekly_entry_week on weekly_entry (service, week)`,
];
