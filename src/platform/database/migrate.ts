import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { type Migration, migrations } from './migrations/all.ts';
import { databaseTooNew } from './refusals.ts';

/** Any number that only Foulée uses: two processes that start at once migrate one after the other. */
const lock = 7_305_621_984;

interface AppliedTable {
  migration: { name: string };
}

/**
 * Brings the tables up to date, each migration in a transaction of its own; returns the names applied now.
 * Safe to run at every start and from several processes. Refuses a database of a later version.
 */
export async function migrate(db: Database, steps: readonly Migration[] = migrations): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const name = await applyNext(db, steps);
    if (name === null) return applied;
    applied.push(name);
  }
}

function applyNext(db: Database, steps: readonly Migration[]): Promise<string | null> {
  return (db as unknown as Kysely<AppliedTable>).transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(transaction);
    await sql`create table if not exists migration (
      name text primary key,
      applied_at timestamptz not null default now()
    )`.execute(transaction);
    const rows = await transaction.selectFrom('migration').select('name').execute();
    const done = new Set(rows.map(({ name }) => name));
    const unknown = [...done].filter((name) => !steps.some((step) => step.name === name));
    if (unknown.length > 0) throw databaseTooNew(unknown);
    const next = steps.find(({ name }) => !done.has(name));
    if (next === undefined) return null;
    await next.up(transaction as unknown as Kysely<unknown>);
    await transaction.insertInto('migration').values({ name: next.name }).execute();
    return next.name;
  });
}
