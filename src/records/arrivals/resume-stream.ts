import { closeSync, fsyncSync, ftruncateSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storedKeys } from './arrival-shape.ts';
import { streamName, streamNumber } from './arrivals-folder.ts';
import { idsRemembered, type SeenIds, seenIds } from './seen-ids.ts';

/**
 * Takes up the stream of a source where the last process left it: a line cut short is taken away, the ids of the last
 * rows are known again. `next`: number of the file to begin.
 */
export async function resumeStream(
  folder: string,
  remembered: number = idsRemembered,
): Promise<{ readonly next: number; readonly seen: SeenIds }> {
  const numbers = readdirSync(folder)
    .map(streamNumber)
    .filter((number) => number !== null)
    .sort((a, b) => a - b);
  const paths = numbers.map((number) => join(folder, streamName(number)));
  const last = paths.at(-1);
  if (last !== undefined) cutTornLine(last);
  const found: bigint[][] = [];
  for (const path of paths.toReversed()) {
    if (found.reduce((sum, ids) => sum + ids.length, 0) >= remembered) break;
    found.push(idsIn(await readFile(path, 'latin1')));
  }
  const seen = seenIds(remembered);
  for (const ids of found.toReversed()) for (const id of ids) seen.add(id);
  return { next: (numbers.at(-1) ?? 0) + 1, seen };
}

/** Ids are written first in a line. */
function idsIn(text: string): bigint[] {
  const ids: bigint[] = [];
  for (const [, id] of text.matchAll(storedId)) ids.push(BigInt(`0x${id}`));
  return ids;
}

const storedId = new RegExp(`^\\{"${storedKeys.id}":"([0-9a-f]{16})"`, 'gm');

/** Removes what follows the last end of line. */
function cutTornLine(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const end = lastLineEnd(file, statSync(path).size);
    ftruncateSync(file, end);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const block = 1 << 16;

/** The length of the whole lines of an open file of `size` bytes. */
export function lastLineEnd(file: number, size: number): number {
  const buffer = Buffer.alloc(block);
  for (let end = size; end > 0; end -= block) {
    const start = Math.max(0, end - block);
    const read = readSync(file, buffer, 0, end - start, start);
    const at = buffer.subarray(0, read).lastIndexOf(0x0a);
    if (at >= 0) return start + at + 1;
  }
  return 0;
}
