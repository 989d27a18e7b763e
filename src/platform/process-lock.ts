import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from './process-alive.ts';
import type { Refusal } from './refusal.ts';

/** The refusal to say when another process, named when it is known, holds the lock. */
export type Busy = (owner: number | null) => Refusal;

const held = new Set<string>();

/**
 * Takes the lock file `path` for this process; returns what releases it. A lock left by a process that died is
 * taken over: also one that carries this process's own number, as in a container where every process is the first.
 * The lock file is linked into place whole, so that its owner can always be read.
 */
export function lockFile(path: string, busy: Busy, attempts = 5): () => void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (linked(draft, path)) return hold(path);
      const owner = ownerOf(path);
      if (owner !== null && isAnother(owner, path)) throw busy(owner);
      setDeadAside(path, owner);
    }
    throw busy(null);
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(path: string): () => void {
  held.add(path);
  return () => {
    if (held.delete(path) && ownerOf(path) === process.pid) rmSync(path, { force: true });
  };
}

function isAnother(owner: number, path: string): boolean {
  return owner === process.pid ? held.has(path) : isAlive(owner);
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
