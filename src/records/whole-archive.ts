import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../platform/refusal.ts';
import type { SourceFile } from './discover-files.ts';
import type { Compression } from './input-format.ts';

/**
 * Refuses an archive that stops before its end: DuckDB reads a cut one up to the cut without a word, and the rows
 * after it would be missing in silence. A gzip file is decompressed; a zstd one is walked from block to block.
 */
export async function refuseCutArchive(
  file: SourceFile,
  compression: Compression,
  signal: AbortSignal | undefined,
): Promise<void> {
  const whole =
    compression === 'gzip'
      ? await gunzips(file.path, signal)
      : compression === 'zstd'
        ? await endsOnFrame(file.path)
        : true;
  if (!whole) throw damagedArchive(file);
}

export const damagedArchive = (file: SourceFile) =>
  new Refusal(
    'data',
    `${file.name} est une archive abîmée ou incomplète.`,
    'Copiez-la de nouveau depuis son origine.',
  );

async function gunzips(path: string, signal: AbortSignal | undefined): Promise<boolean> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), createGunzip(), nowhere, { signal });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) return false;
    throw error;
  }
}

const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;

/** Whether a zstd file ends where its last frame does (RFC 8878, section 3.1). */
async function endsOnFrame(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    let at: number | null = 0;
    while (at !== null && at < size) at = await afterFrame(file, at);
    return at === size;
  } finally {
    await file.close();
  }
}

/** The byte after the frame that starts at `at`; null when it is no frame, or is not whole. */
async function afterFrame(file: FileHandle, at: number): Promise<number | null> {
  const head = await bytesAt(file, at, 8);
  if (head === null) return null;
  const magic = head.readUInt32LE(0);
  if ((magic & 0xfffffff0) >>> 0 === skippableMagic) return at + 8 + head.readUInt32LE(4);
  if (magic !== frameMagic) return null;
  const descriptor = head.readUInt8(4);
  const checksum = (descriptor & 4) === 0 ? 0 : 4;
  let block: number | null = at + 5 + headerLength(descriptor);
  for (;;) {
    const header = await bytesAt(file, block, 3);
    if (header === null) return null;
    const bits = header.readUIntLE(0, 3);
    const repeated = ((bits >> 1) & 3) === 1;
    block += 3 + (repeated ? 1 : bits >> 3);
    if ((bits & 1) === 1) return block + checksum;
  }
}

/** Bytes of a frame's header after its descriptor: window, dictionary and content size. */
function headerLength(descriptor: number): number {
  const single = (descriptor & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const contentSize = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  return (single ? 0 : 1) + dictionary + contentSize;
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return bytesRead === length ? buffer : null;
}
