import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../plan/plan.ts';
import { recordShape } from '../record-shape.ts';
import { storedKeys } from './arrival-shape.ts';
import { isSegment } from './arrivals-folder.ts';

/** Which of the rows received go: of these pseudonyms, of days before this one, or all. */
export interface ErasedArrivals {
  readonly pseudonyms: readonly string[];
  readonly before: string | null;
  readonly all: boolean;
}

/**
 * Overwrites rows received with spaces, in place: the files keep their lengths, so that a server that writes at their
 * end and an import that reads from the middle see nothing else change.
 */
export function eraseArrivals(folder: string, source: Source, erased: ErasedArrivals): void {
  if (!existsSync(folder)) return;
  const { days, mainDay } = recordShape(source);
  const dayColumn = days.find(({ name }) => name === mainDay)?.column;
  const pseudonyms = new Set(erased.pseudonyms);
  const goes = (line: string): boolean => {
    const row = fieldsOf(line);
    const day = dayColumn === undefined ? undefined : row[dayColumn];
    const tooOld = erased.before !== null && day !== undefined && day < erased.before;
    return erased.all || tooOld || pseudonyms.has(row[storedKeys.subject] ?? '');
  };
  for (const name of readdirSync(folder).filter(isSegment)) blankLines(join(folder, name), goes);
}

function blankLines(path: string, goes: (line: string) => boolean): void {
  const bytes = readFileSync(path);
  const file = openSync(path, 'r+');
  try {
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(0x0a, start);
      if (end < 0) break;
      if (goes(bytes.toString('utf8', start, end)))
        writeSync(file, Buffer.alloc(end - start, ' '), 0, end - start, start);
      start = end + 1;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function fieldsOf(line: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(line) as Record<string, string>;
  } catch {
    return {};
  }
}
