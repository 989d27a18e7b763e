import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Header names and values in turn: what Node sends as it is. */
type Head = readonly string[];

/** One way to send an answer: its headers and its bytes. */
export interface Form {
  readonly head: Head;
  readonly body: Buffer;
}

/** An answer ready to be sent again and again: compressed once, every header written in advance. */
export interface Sealed {
  readonly etag: string;
  readonly plain: Form;
  /** Null: not worth compressing (short, a font, an image). */
  readonly brotli: Form | null;
  readonly gzip: Form | null;
  /** Headers for a client that already holds it. */
  readonly unchanged: Head;
}

interface Content {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

/** What a client asks beside the address, as its headers say it. */
interface Asked {
  readonly ifNoneMatch: string | undefined;
  readonly acceptEncoding: string | undefined;
}

const compressible = /^(text\/|application\/(json|problem\+json|atom\+xml|xml|vnd)|image\/svg)/;
const smallest = 800;

/** Reads a response whole and compresses it; the tag is that of its content. */
export async function seal(response: Response): Promise<Sealed> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const compress = bytes.length >= smallest && compressible.test(headers['content-type'] ?? '');
  return sealContent({
    headers,
    bytes,
    brotli: compress ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : null,
    gzip: compress ? gzipSync(bytes, { level: 6 }) : null,
  });
}

/** The same when the content is already compressed. A tag for the same content in several forms is weak (RFC 9110, 8.8.1). */
export function sealContent({ headers, bytes, brotli, gzip }: Content): Sealed {
  const strong = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const etag = brotli === null && gzip === null ? strong : `W/${strong}`;
  const { 'content-length': _, vary, ...kept } = headers;
  const unchanged = Object.entries({
    ...kept,
    etag,
    vary: vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`,
  }).flat();
  const form = (body: Buffer, encoding: readonly string[]): Form => ({
    head: [...unchanged, ...encoding, 'content-length', String(body.length)],
    body,
  });
  return {
    etag,
    plain: form(bytes, []),
    brotli: brotli && form(brotli, ['content-encoding', 'br']),
    gzip: gzip && form(gzip, ['content-encoding', 'gzip']),
    unchanged,
  };
}

/** What to send to a client: the form it accepts, or, when it already holds the content, headers alone. */
export function answerTo(
  sealed: Sealed,
  { ifNoneMatch, acceptEncoding = '' }: Asked,
): { readonly status: 200 | 304; readonly head: Head; readonly body: Buffer | undefined } {
  if (isUnchanged(sealed.etag, ifNoneMatch)) return { status: 304, head: sealed.unchanged, body: undefined };
  const { head, body } = formFor(sealed, acceptEncoding);
  return { status: 200, head, body };
}

function formFor({ plain, brotli, gzip }: Sealed, accepted: string): Form {
  if (brotli !== null && accepted.includes('br') && !refusesBrotli.test(accepted)) return brotli;
  if (gzip !== null && accepted.includes('gzip') && !refusesGzip.test(accepted)) return gzip;
  return plain;
}

const refusesBrotli = /\bbr\s*;\s*q=0(?:\.0*)?(?:,|\s|$)/;
const refusesGzip = /\bgzip\s*;\s*q=0(?:\.0*)?(?:,|\s|$)/;

function isUnchanged(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => opaque(tag.trim()) === opaque(etag));
}

/** Bytes it holds in memory. */
export const weight = ({ plain, brotli, gzip }: Sealed): number =>
  plain.body.length + (brotli?.body.length ?? 0) + (gzip?.body.length ?? 0);

/** A tag without what says it is weak. */
const opaque = (tag: string): string => tag.replace(/^W\//, '');
