import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Content } from './content-digest.ts';
import type { SourceFile } from './discover-files.ts';
import type { ImportedFile } from './manifest.ts';

/** Longer than the step of any file system's clock, milliseconds. */
const clockStep = 3000;

/**
 * What no write to a file leaves as it was: its number, and when it was last written and changed, in nanoseconds. Null
 * when it changed so short a time before `now` (ISO 8601) that another write could bear the same time, or is gone.
 */
export function stampOf(path: string, now: string): string | null {
  const state = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (state === undefined) return null;
  const { ino, mtimeNs, ctimeNs, ctimeMs } = state;
  return Number(ctimeMs) + clockStep > Date.parse(now) ? null : `${ino}-${mtimeNs}-${ctimeNs}`;
}

/** Files that were imported under the same name and not written to since: their contents are known without reading. */
export function settledFiles(
  files: readonly SourceFile[],
  imported: readonly ImportedFile[],
  now: string,
): ReadonlyMap<SourceFile, Content> {
  const known = new Map(imported.map((entry) => [entry.name, entry]));
  return new Map(
    files.flatMap((file): (readonly [SourceFile, Content])[] => {
      const entry = known.get(file.name);
      if (entry?.stamp === undefined || entry.size !== file.size) return [];
      return entry.stamp === stampOf(file.path, now) ? [[file, contentOf(entry)]] : [];
    }),
  );
}

const contentOf = ({ size, digest }: ImportedFile): Content => ({
  size,
  digest,
  prefixes: new Map(),
  utf8: true,
  controls: false,
  nul: false,
  longLine: false,
});

const startRead = 64 << 10;

/**
 * Whether a file may start with the whole content of a shorter one, from the first bytes of both; not when one of them
 * cannot be read, which is told when it is read whole.
 */
export function mayStartWith(file: SourceFile, shorter: SourceFile): boolean {
  if (shorter.size === 0 || shorter.size >= file.size) return false;
  const length = Math.min(startRead, shorter.size);
  const [start, other] = [startOf(file.path, length), startOf(shorter.path, length)];
  return start !== null && other !== null && start.equals(other);
}

function startOf(path: string, length: number): Buffer | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
