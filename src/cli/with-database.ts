import { readConfig } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';

/** Runs a command on the application database, brought up to date, and closes it whatever happens. */
export async function withDatabase<T>(run: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(readConfig());
  try {
    await migrate(db);
    return await run(db);
  } finally {
    await db.destroy();
  }
}
