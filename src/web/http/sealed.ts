import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A response ready to be sent again and again: its bytes, compressed once, and their tag. */
export interface Sealed {
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly bytes: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

const compressible = /^(text\/|application\/(json|problem\+json|atom\+xml|xml|vnd)|image\/svg)/;
const smallest = 800;

/** Reads a response whole and compresses it; the tag is that of its content. */
export async function seal(response: Response): Promise<Sealed> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const compress = bytes.length >= smallest && compressible.test(headers['content-type'] ?? '');
  return {
    headers,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    bytes,
    brotli: compress ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : null,
    gzip: compress ? gzipSync(bytes, { level: 6 }) : null,
  };
}

/** The form of a sealed response that a client accepts. */
export function bodyFor(
  { bytes, brotli, gzip }: Pick<Sealed, 'bytes' | 'brotli' | 'gzip'>,
  accepted: string,
): { readonly body: Buffer; readonly encoding: 'br' | 'gzip' | null } {
  if (brotli !== null && accepts(accepted, 'br')) return { body: brotli, encoding: 'br' };
  if (gzip !== null && accepts(accepted, 'gzip')) return { body: gzip, encoding: 'gzip' };
  return { body: bytes, encoding: null };
}

const accepts = (header: string, encoding: string): boolean =>
  header.includes(encoding) && !new RegExp(`\\b${encoding}\\s*;\\s*q=0(?:\\.0*)?(?:,|\\s|$)`).test(header);

/** Whether the client already holds these bytes. */
export function isUnchanged(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
