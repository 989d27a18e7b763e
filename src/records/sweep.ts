import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName, readManifest } from './manifest.ts';

/** Removes what an interrupted import left, and what the last one replaced. Only while holding the lock. */
export function sweep(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  const state = readManifest(folder);
  const listed = new Set([
    manifestName,
    ...(state?.files ?? []).flatMap((file) => [...file.segments, ...file.reports, ...file.rejects]),
  ]);
  for (const name of names) {
    if (!listed.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
