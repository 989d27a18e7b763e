import { Kysely, PostgresDialect } from 'kysely';
import type { Config } from '../config.ts';
import { type ConnectionPool, openPool } from './connection-pool.ts';
import type { Schema } from './schema.ts';

/** The application database. `destroy()` waits for what runs, then closes everything. */
export type Database = Kysely<Schema>;

/**
 * Opens the application database: embedded under the data folder (one process at a time), or PostgreSQL when
 * DATABASE_URL is set. Refuses in French when it cannot. Tables are made by `migrate`.
 */
export async function openDatabase(config: Pick<Config, 'database'>): Promise<Database> {
  return databaseOn(await openPool(config.database));
}

export function databaseOn(pool: ConnectionPool): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
