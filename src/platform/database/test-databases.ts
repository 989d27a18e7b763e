import { existsSync, mkdirSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { readConfig } from '../config.ts';
import { newId } from '../ids.ts';
import { embeddedPool, serverPool } from './connection-pool.ts';
import { type Database, databaseOn } from './database.ts';
import { migrate } from './migrate.ts';

/** A kind of database the same contract must hold on. */
export interface TestDatabase {
  readonly name: string;
  /** A new database, migrated and empty, nobody else's; `destroy()` it at the end. */
  open(): Promise<Database>;
}

/**
 * The databases to run a contract on: PGlite in memory always, PostgreSQL when FOULEE_TEST_POSTGRES names one.
 * `describe.each(testDatabases())('$name', ({ open }) => { … })`; opening takes a second: once a file.
 */
export function testDatabases(): readonly TestDatabase[] {
  const { testPostgres } = readConfig();
  if (testPostgres === null) {
    process.stderr.write(
      'PostgreSQL was NOT tested: set FOULEE_TEST_POSTGRES to the address of a database to test it too.\n',
    );
    return [embedded];
  }
  return [embedded, { name: 'PostgreSQL', open: () => openSchema(testPostgres) }];
}

const embedded: TestDatabase = {
  name: 'PGlite',
  async open() {
    const pool = await embeddedPool(
      new PGlite({ loadDataDir: await openAsBlob(await freshCluster()) }),
      () => {},
    );
    return migrated(databaseOn(pool));
  },
};

/** A new cluster takes PGlite many seconds to make; its files are kept and reused by the next tests. */
async function freshCluster(): Promise<string> {
  const folder = join(tmpdir(), `foulee-tests-${process.getuid?.() ?? 'user'}`);
  const path = join(folder, `pglite-${pgliteVersion()}.tar`);
  if (existsSync(path)) return path;
  const database = await PGlite.create();
  const files = await database.dumpDataDir('none');
  await database.close();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, Buffer.from(await files.arrayBuffer()), { mode: 0o600 });
  renameSync(draft, path);
  return path;
}

function pgliteVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

async function openSchema(url: string): Promise<Database> {
  const schema = `test_${newId()}`;
  await onServer(url, `create schema ${schema}`);
  const pool = serverPool(url, schema);
  const end = async () => {
    await pool.end();
    await onServer(url, `drop schema ${schema} cascade`);
  };
  return migrated(databaseOn({ connect: () => pool.connect(), end }));
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function migrated(db: Database): Promise<Database> {
  await migrate(db);
  return db;
}
