import { type Kysely, sql } from 'kysely';

/** Who is reminded of the weekly run, when and where, and what was sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table reminder (
    id text primary key,
    account text not null references account (id),
    service text not null references service (id) on delete cascade,
    weekday integer not null check (weekday between 1 and 5),
    hour integer not null check (hour between 6 and 20),
    created_at timestamptz not null,
    unique (account, service)
  )`,
  `create table calendar_feed (
    account text primary key references account (id),
    secret_hash text not null unique,
    created_at timestamptz not null
  )`,
  `create table webhook (
    id text primary key,
    service text not null references service (id) on delete cascade,
    shape text not null check (shape in ('chat', 'signed')),
    url text not null,
    secret text,
    created_by text not null,
    created_at timestamptz not null,
    check ((shape = 'signed') = (secret is not null))
  )`,
  `create table weekly_delivery (
    target text not null,
    week text not null,
    state text not null check (state in ('started', 'sent', 'failed')),
    at timestamptz not null,
    primary key (target, week)
  )`,
];
