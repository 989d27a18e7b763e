import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../content-digest.ts';
import type { SourceFile } from '../discover-files.ts';
import type { FileChanges } from '../file-changes.ts';
import type { JsonFormat } from '../input-format.ts';
import type { ImportedFile } from '../manifest.ts';
import { isSegment } from './arrivals-folder.ts';
import { lastLineEnd } from './resume-stream.ts';

/** Files of rows received, each up to its last whole line, made to last before they are counted; none: nothing came. */
export function arrivedFiles(folder: string): readonly SourceFile[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter(isSegment).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names
    .map((name) => {
      const path = join(folder, name);
      const file = openSync(path, 'r+');
      try {
        fsyncSync(file);
        const { size, mtimeMs } = fstatSync(file);
        return { name, path, size: lastLineEnd(file, size), modified: mtimeMs };
      } finally {
        closeSync(file);
      }
    })
    .filter(({ size }) => size > 0);
}

/**
 * What came since the last import. Files only ever grow, so one of the size it had is not read again: the time is that
 * of the new rows, and of the files they are in.
 */
export async function arrivalChanges(
  files: readonly SourceFile[],
  imported: readonly ImportedFile[],
  signal: AbortSignal | undefined,
): Promise<FileChanges> {
  const known = new Map(imported.map((entry) => [entry.name, entry]));
  const unchanged: ImportedFile[] = [];
  const toRead: FileChanges['toRead'][number][] = [];
  for (const file of files) {
    const before = known.get(file.name) ?? null;
    known.delete(file.name);
    if (before !== null && before.size === file.size) unchanged.push(before);
    else toRead.push({ file, content: await contentOf(file, signal), before, grown: before !== null });
  }
  return { unchanged, sameContent: [], toRead, gone: [...known.values()] };
}

async function contentOf(file: SourceFile, signal: AbortSignal | undefined): Promise<Content> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file.path, { end: file.size - 1, signal })) hash.update(chunk);
  const text = { utf8: true, controls: false, nul: false, longLine: false, prefixes: new Map() };
  return { size: file.size, digest: hash.digest('hex'), ...text };
}

/** Lines of flat JSON objects: a dot in a key is part of the name. */
export const arrivalFormat = (columns: readonly string[]): JsonFormat => ({
  type: 'json-lines',
  compression: 'none',
  encoding: 'utf-8',
  mixedLineEnds: false,
  columns,
  dottedKeys: columns,
});
