import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Sealed, sealContent } from '../http/sealed.ts';

/** Files the pages need, each under an address that changes with its content: it can be kept for ever. */
export class Assets {
  readonly #files = new Map<string, Sealed>();

  /** Adds a file and gives its address. */
  add(name: string, type: string, content: string | Buffer): string {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const address = `/actifs/${hash}/${name}`;
    const isText = /^(text\/|image\/svg)/.test(type);
    const sealed = sealContent({
      headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
      bytes,
      brotli: isText ? brotliCompressSync(bytes, brotliOptions(bytes)) : null,
      gzip: isText ? gzipSync(bytes, { level: 9 }) : null,
    });
    this.#files.set(address, sealed);
    return address;
  }

  find(address: string): Sealed | undefined {
    return this.#files.get(address);
  }
}

const brotliOptions = (bytes: Buffer) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
