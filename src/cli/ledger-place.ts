import { instant } from '../platform/clock.ts';
import { databaseLedger } from '../publish/ledger/database-ledger.ts';
import { fileLedger } from '../publish/ledger/file-ledger.ts';
import type { Author, Ledger } from '../publish/ledger/ledger.ts';
import { withDatabase } from './with-database.ts';

/** Runs on the ledger kept in a folder, or else in the application database. */
export const withLedger = <T>(folder: string | undefined, run: (ledger: Ledger) => Promise<T>): Promise<T> =>
  folder ? run(fileLedger(folder)) : withDatabase((db) => run(databaseLedger(db)));

/** Who writes in the ledger from a terminal. */
export const commandLineAuthor = (): Author => ({ actor: 'foulee', role: 'command-line', at: instant() });
