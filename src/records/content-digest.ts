import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

export interface Content {
  readonly size: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  /** Digest of the first n bytes, for each n asked for that the file reaches. */
  readonly prefixes: ReadonlyMap<number, string>;
  readonly utf8: boolean;
  /** Whether there are bytes 0x80 to 0x9F, which are signs in Windows-1252 and nothing in Latin-1. */
  readonly controls: boolean;
  readonly nul: boolean;
  /** Whether a line is longer than the limit given. */
  readonly longLine: boolean;
}

const chunkSize = 4 << 20;

/**
 * Reads a file once, in bounded memory, and says what its bytes are. `lengths`: sizes of older contents that
 * this file may be the continuation of. `longestLine`: bytes a line may have.
 */
export async function digestContent(
  path: string,
  lengths: readonly number[],
  longestLine: number,
  onBytes: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<Content> {
  const hash = createHash('sha256');
  const lines = lineLengths(longestLine);
  const prefixes = new Map<number, string>();
  const stops = [...new Set(lengths)].filter((length) => length > 0).sort((a, b) => a - b);
  const file = await open(path);
  let size = 0;
  let text: TextState = { utf8: true, controls: false, nul: false, rest: Buffer.alloc(0) };
  try {
    const buffer = Buffer.allocUnsafe(chunkSize);
    for (;;) {
      signal?.throwIfAborted();
      const next = stops[0] === undefined ? chunkSize : Math.min(chunkSize, stops[0] - size);
      const { bytesRead } = await file.read(buffer, 0, next, size);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      text = lookAt(chunk, text);
      lines.add(chunk);
      size += bytesRead;
      onBytes(bytesRead);
      if (size === stops[0]) {
        stops.shift();
        prefixes.set(size, hash.copy().digest('hex'));
      }
    }
  } finally {
    await file.close();
  }
  const utf8 = text.utf8 && text.rest.length === 0;
  return {
    size,
    digest: hash.digest('hex'),
    prefixes,
    utf8,
    controls: text.controls,
    nul: text.nul,
    longLine: lines.tooLong(),
  };
}

interface TextState {
  readonly utf8: boolean;
  readonly controls: boolean;
  readonly nul: boolean;
  /** The start of a character cut by the end of the chunk. */
  readonly rest: Buffer;
}

function lookAt(chunk: Buffer, before: TextState): TextState {
  const nul = before.nul || chunk.includes(0);
  if (before.rest.length === 0 && isAscii(chunk)) return { ...before, nul };
  const bytes = before.rest.length === 0 ? chunk : Buffer.concat([before.rest, chunk]);
  const end = wholeCharacters(bytes);
  if (before.utf8 && isUtf8(bytes.subarray(0, end))) {
    return { ...before, nul, rest: Buffer.from(bytes.subarray(end)) };
  }
  return { utf8: false, controls: before.controls || hasControls(bytes), nul, rest: Buffer.alloc(0) };
}

/** Only asked of what is not UTF-8, where these bytes continue characters. */
function hasControls(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte >= 0x80 && byte <= 0x9f) return true;
  return false;
}

/** Length without the bytes of a last character that is not complete. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0)
      return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** Tells whether a line passes `limit` bytes, looking only near every `limit`-th byte. */
function lineLengths(limit: number) {
  const lineFeed = 0x0a;
  let sinceBreak = 0;
  let tooLong = false;
  return {
    add(chunk: Buffer): void {
      if (tooLong) return;
      let start = -1 - sinceBreak;
      while (chunk.length - start - 1 > limit) {
        const within = start + 1 + limit;
        const end = within < 0 ? -1 : chunk.lastIndexOf(lineFeed, within);
        if (end <= start || end < 0) {
          tooLong = true;
          return;
        }
        start = end;
      }
      const last = chunk.lastIndexOf(lineFeed);
      sinceBreak = last < 0 ? sinceBreak + chunk.length : chunk.length - 1 - last;
    },
    tooLong: () => tooLong,
  };
}
