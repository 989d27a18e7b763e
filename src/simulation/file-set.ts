import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Many files of text written at once through small buffers of fixed size. */
export interface FileSet {
  /** A file of the set; it exists once something is written in it. */
  file(name: string, header: string): TextFile;
  /** Writes what is still in the buffers; the names of the files, sorted. */
  finish(): string[];
  /** Removes every file of the set. */
  abandon(): void;
}

export interface TextFile {
  write(row: string): void;
}

/** Memory shared by the buffers of all files, and the longest a row may be, in bytes. */
const memory = 32 * 2 ** 20;
const longestRow = 4096;

/**
 * Files of `folder`, about `expected` of them. A name in `.gz` is compressed, as a series of gzip members, one a
 * buffer: together they are one gzip file. Throws the system's error when a write fails.
 */
export function createFileSet(folder: string, expected: number): FileSet {
  const size = Math.max(4 * longestRow, Math.min(2 ** 19, Math.floor(memory / Math.max(1, expected))));
  const files = new Map<string, { buffer: Buffer; used: number; rows: TextFile }>();

  const flush = (name: string, bytes: Buffer): void => {
    const data = name.endsWith('.gz') ? gzipSync(bytes, { level: 4 }) : bytes;
    const handle = openSync(join(folder, name), 'a');
    try {
      for (let done = 0; done < data.length; ) done += writeSync(handle, data, done);
    } finally {
      closeSync(handle);
    }
  };

  return {
    file(name, header) {
      const known = files.get(name);
      if (known !== undefined) return known.rows;
      const buffer = Buffer.allocUnsafe(size);
      const file = {
        buffer,
        used: buffer.write(header),
        rows: {
          write(row: string) {
            if (file.used + longestRow > size) {
              flush(name, buffer.subarray(0, file.used));
              file.used = 0;
            }
            file.used += buffer.write(row, file.used);
          },
        },
      };
      files.set(name, file);
      return file.rows;
    },
    finish() {
      for (const [name, file] of files) flush(name, file.buffer.subarray(0, file.used));
      return [...files.keys()].sort();
    },
    abandon() {
      for (const name of files.keys()) rmSync(join(folder, name), { force: true });
    },
  };
}
