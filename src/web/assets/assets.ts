import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file the pages need, under an address that changes with its content: it can be kept for ever. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly bytes: Buffer;
  /** Null: already compressed (fonts, images). */
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

export class Assets {
  readonly #files = new Map<string, Asset>();

  /** Adds a file and gives its address. */
  add(name: string, type: string, content: string | Buffer): string {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const address = `/actifs/${hash}/${name}`;
    const isText = /^(text\/|image\/svg)/.test(type);
    this.#files.set(address, {
      type,
      etag: `"${hash}"`,
      bytes,
      brotli: isText ? brotliCompressSync(bytes, brotliOptions(bytes)) : null,
      gzip: isText ? gzipSync(bytes, { level: 9 }) : null,
    });
    return address;
  }

  find(address: string): Asset | undefined {
    return this.#files.get(address);
  }
}

const brotliOptions = (bytes: Buffer) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
