import { createReadStream } from 'node:fs';
import type { SourceFile } from './discover-files.ts';
import type { ImportedFile } from './manifest.ts';

/** Where a content already imported ends, in a file that goes on. */
export interface ContentEnd {
  readonly byte: number;
  /** Whole lines before that byte. */
  readonly lines: number;
}

/** Above this many bytes of new lines, reading the whole file again with DuckDB is faster. */
const mostAppended = 256e6;

/**
 * Where to take up a file that grew, or null when it must be read again whole: its old content did not stop at
 * the end of a line, or held lines that could not be split (an open quote could go on after it).
 */
export async function endOf(file: SourceFile, old: ImportedFile): Promise<ContentEnd | null> {
  const unsplit = old.reasons.some(({ column }) => column === null);
  if (old.size === 0 || unsplit || file.size - old.size > mostAppended) return null;
  const stream = createReadStream(file.path, { end: old.size - 1, highWaterMark: 4 << 20 });
  let lines = 0;
  let last = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
    last = bytes[bytes.length - 1] ?? last;
  }
  return last === 10 ? { byte: old.size, lines } : null;
}
