import { type Kysely, sql } from 'kysely';

/** The keys with which programs and pages send rows to one source of a service's plan. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table collection_key (
    id text primary key,
    prefix text not null,
    key_hash text not null unique,
    name text not null,
    service text not null references service (id) on delete cascade,
    source text not null,
    origins jsonb not null,
    created_at timestamptz not null,
    created_by text not null,
    revoked_at timestamptz,
    last_used_on date
  )`,
  'create index collection_key_service on collection_key (service)',
];
