import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, constants as zlib } from 'node:zlib';

export interface PackedFile {
  readonly pieces: readonly Buffer[];
  /** Bytes held. */
  readonly size: number;
}

interface Limits {
  /** Bytes of the file as it is sent. */
  readonly sent: number;
  /** Bytes held once packed. */
  readonly held: number;
  readonly tooLarge: (limit: 'sent' | 'held') => Error;
}

/**
 * A file as it arrives, packed in memory and nowhere else: it holds raw identifiers, which never reach the disk. A file
 * already in gzip is kept as it is.
 */
export async function packFile(pieces: AsyncIterable<Uint8Array>, limits: Limits): Promise<PackedFile> {
  const all = pieces[Symbol.asyncIterator]();
  const first = await all.next();
  if (first.done) return { pieces: [], size: 0 };
  const start = Buffer.from(first.value);
  const held: Buffer[] = [];
  let [sent, size] = [0, 0];
  let refusal: Error | null = null;
  const refuse = (limit: 'sent' | 'held'): Error => {
    refusal = limits.tooLarge(limit);
    return refusal;
  };
  const counted = async function* () {
    for (let next: IteratorResult<Uint8Array> = { value: start }; !next.done; next = await all.next()) {
      sent += next.value.length;
      if (sent > limits.sent) throw refuse('sent');
      yield Buffer.from(next.value);
    }
  };
  const keep = async (packed: AsyncIterable<Buffer>) => {
    for await (const piece of packed) {
      size += piece.length;
      if (size > limits.held) throw refuse('held');
      held.push(piece);
    }
  };
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const done = packed
    ? keep(counted())
    : pipeline(Readable.from(counted()), createGzip({ level: zlib.Z_BEST_SPEED }), keep);
  // A pipeline that is stopped tells of its own end rather than of what stopped it.
  await done.catch((error) => {
    throw refusal ?? error;
  });
  return { pieces: held, size };
}
