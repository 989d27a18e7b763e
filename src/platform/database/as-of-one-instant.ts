import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** Runs several reads on one state of the database, whatever is written meanwhile. */
export function asOfOneInstant<T>(
  db: Database,
  read: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      // Compiling a statement that runs once would cost PostgreSQL more than running it.
      await sql`set local jit = off`.execute(transaction);
      return read(transaction);
    });
}
