import { type Kysely, sql } from 'kysely';

/** What the software has to do by itself, and what became of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table job (
    id text primary key,
    key text not null unique,
    kind text not null,
    service text references service (id) on delete cascade,
    payload jsonb not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    run_at timestamptz not null,
    attempts integer not null default 0,
    most_attempts integer not null check (most_attempts > 0),
    lease text,
    lease_until timestamptz,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    outcome text,
    check ((state = 'running') = (lease is not null and lease_until is not null))
  )`,
  `create index job_due on job (run_at) where state in ('waiting', 'running')`,
  `create index job_service on job (service, created_at)`,
];
