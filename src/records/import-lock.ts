import { join } from 'node:path';
import { lockFile } from '../platform/process-lock.ts';
import { Refusal } from '../platform/refusal.ts';

/** Keeps two imports of a service from running at once; returns what releases the lock. */
export function lockImport(folder: string): () => void {
  return lockFile(join(folder, 'import.lock'), busy);
}

const busy = (owner: number | null) =>
  new Refusal(
    'data',
    `Un autre import de ce service est en cours${owner === null ? '' : ` (processus ${owner})`}.`,
    'Attendez qu’il se termine, puis relancez la commande.',
  );
