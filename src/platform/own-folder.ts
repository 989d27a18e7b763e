import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './process-alive.ts';

/**
 * A new folder of this process under `parent`, named `<kind>-<its number>-…`; those of the same kind left by processes
 * that died are removed on the way.
 */
export function ownFolder(parent: string, kind: string): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  sweepDead(parent, kind);
  return mkdtempSync(join(parent, `${kind}-${process.pid}-`));
}

/** Removes the folders of this kind left by processes that died; one that another account owns stays. */
export function sweepDead(parent: string, kind: string): void {
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(`${kind}-`) ? /^(\d+)-/.exec(name.slice(kind.length + 1))?.[1] : undefined;
    if (owner !== undefined && !isAlive(Number(owner))) removeIfAllowed(join(parent, name));
  }
}

function removeIfAllowed(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
  }
}
