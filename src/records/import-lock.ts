import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../platform/process-alive.ts';
import { Refusal } from '../platform/refusal.ts';

/**
 * Keeps two imports of a service from running at once; returns what releases the lock. A lock left by a process
 * that died is taken over. The lock file is linked into place whole, so that its owner can always be read.
 */
export function lockImport(folder: string, attempts = 5): () => void {
  const path = join(folder, 'import.lock');
  const draft = join(folder, `import.lock.${process.pid}`);
  writeFileSync(draft, String(process.pid), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (linked(draft, path)) return () => release(path);
      const owner = ownerOf(path);
      if (owner !== null && isAlive(owner)) throw busy(owner);
      setDeadAside(path, owner);
    }
    throw busy(null);
  } finally {
    rmSync(draft, { force: true });
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** Moved away, then looked at again: another process may have taken the lock over in between. */
function setDeadAside(path: string, dead: number | null): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
    if (ownerOf(aside) !== dead) linked(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(path: string): void {
  if (ownerOf(path) === process.pid) rmSync(path, { force: true });
}

const busy = (owner: number | null) =>
  new Refusal(
    'data',
    `Un autre import de ce service est en cours${owner === null ? '' : ` (processus ${owner})`}.`,
    'Attendez qu’il se termine, puis relancez la commande.',
  );
