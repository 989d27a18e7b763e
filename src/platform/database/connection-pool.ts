import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import type { DatabaseSetting } from '../config.ts';
import { lockFile } from '../process-lock.ts';
import { connectionRefusal, embeddedBusy, embeddedRefusal } from './refusals.ts';

/** Connections to one database; `end` waits for those in use, then leaves nothing open. */
export interface ConnectionPool {
  connect(): Promise<pg.PoolClient>;
  end(): Promise<void>;
}

/** A query that waits longer than this for its connection fails: most often one asked inside a transaction. */
const longestWait = 30_000;
const serverConnections = 10;

/** Opens the database named by the configuration, and checks that it answers. */
export async function openPool(setting: DatabaseSetting): Promise<ConnectionPool> {
  return setting.kind === 'embedded' ? openEmbedded(setting.folder) : openServer(setting.url);
}

/** PGlite has one connection: a pool of one is the mutex that keeps transactions apart. */
export async function embeddedPool(database: PGlite, release: () => void): Promise<ConnectionPool> {
  await database.waitReady;
  const pool = new pg.Pool({
    ...createPgConfig(database),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: longestWait,
    types: plainTypes,
  });
  pool.on('error', () => {});
  return {
    connect: () => pool.connect(),
    async end() {
      await pool.end();
      await database.close();
      release();
    },
  };
}

/** A pool on a PostgreSQL server, in `schema` when one is named. */
export function serverPool(url: string, schema?: string): ConnectionPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: serverConnections,
    connectionTimeoutMillis: longestWait,
    application_name: 'foulee',
    types: plainTypes,
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
  });
  // A server that restarts breaks idle connections; the next query opens a new one.
  pool.on('error', () => {});
  return pool;
}

async function openEmbedded(folder: string): Promise<ConnectionPool> {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const release = lockFile(`${folder}.lock`, embeddedBusy(folder));
  try {
    return await embeddedPool(new PGlite(folder), release);
  } catch (error) {
    release();
    throw embeddedRefusal(folder, error);
  }
}

async function openServer(url: string): Promise<ConnectionPool> {
  const pool = serverPool(url);
  try {
    (await pool.connect()).release();
    return pool;
  } catch (error) {
    await pool.end();
    throw connectionRefusal(error);
  }
}

/** Plain values on both databases: whole numbers as numbers, days, lists of days and instants as ISO 8601 text. */
const { builtins } = pg.types;
const dayArray = 1182;
const toDays = (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','));
const toDate = pg.types.getTypeParser(builtins.TIMESTAMPTZ);
const plainTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === builtins.INT8) return Number;
    if (oid === builtins.DATE) return String;
    if (oid === dayArray) return toDays;
    if (oid === builtins.TIMESTAMPTZ) return (text: string) => toDate(text).toISOString();
    return pg.types.getTypeParser(oid, format ?? 'text');
  }) as typeof pg.types.getTypeParser,
};
