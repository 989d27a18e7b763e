import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { textLiteral } from '../platform/duckdb.ts';
import { Refusal } from '../platform/refusal.ts';
import type { SourceFile } from './discover-files.ts';
import type { Compression } from './input-format.ts';
import { longestLine } from './raw-rows-sql.ts';
import { damagedArchive } from './whole-archive.ts';

const headSize = 1 << 20;

export interface Head {
  readonly bytes: Buffer;
  /** Whether the head is the whole file. */
  readonly whole: boolean;
  readonly compression: Compression;
  readonly parquet: boolean;
}

/**
 * The first megabyte of a file, decompressed; the compression is told by the bytes, not by the name.
 * `ordered`: a connection that keeps the order of rows.
 */
export async function readHead(file: SourceFile, ordered: () => Promise<DuckDBConnection>): Promise<Head> {
  const raw = firstBytes(file.path, headSize + 1);
  const starts = (...bytes: number[]) => bytes.every((byte, i) => raw[i] === byte);
  const head = (bytes: Buffer, compression: Compression): Head => ({
    bytes: bytes.subarray(0, headSize),
    whole: bytes.length <= headSize,
    compression,
    parquet: false,
  });
  if (starts(0x50, 0x41, 0x52, 0x31)) return { ...head(raw, 'none'), parquet: true };
  if (starts(0x1f, 0x8b)) return head(await gunzipped(file), 'gzip');
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return head(await unzstd(file, await ordered()), 'zstd');
  const unknown = starts(0x42, 0x5a, 0x68)
    ? 'bzip2'
    : starts(0x50, 0x4b, 3, 4)
      ? 'zip (ou un classeur Excel)'
      : starts(0xfd, 0x37, 0x7a)
        ? 'xz'
        : null;
  if (unknown) {
    throw new Refusal(
      'data',
      `${file.name} est un fichier ${unknown}, que Foulée ne lit pas.`,
      'Décompressez-le, ou recompressez-le en .gz ou .zst ; un classeur s’enregistre d’abord en CSV.',
    );
  }
  return head(raw, 'none');
}

function firstBytes(path: string, length: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

async function gunzipped(file: SourceFile): Promise<Buffer> {
  const stream = createReadStream(file.path).pipe(createGunzip());
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > headSize) break;
    }
  } catch {
    throw damagedArchive(file);
  }
  return Buffer.concat(chunks);
}

async function unzstd(file: SourceFile, connection: DuckDBConnection): Promise<Buffer> {
  try {
    const reader = await connection.runAndReadAll(
      `SELECT line FROM read_csv(${textLiteral(file.path)}, auto_detect = false, columns = {'line': 'VARCHAR'},
        delim = E'\\x1f', quote = '', escape = '', header = false, compression = 'zstd',
        ignore_errors = true, max_line_size = ${longestLine}) LIMIT 200`,
    );
    return Buffer.from(
      reader
        .getRows()
        .map(([line]) => `${line ?? ''}\n`)
        .join(''),
    );
  } catch {
    throw damagedArchive(file);
  }
}
