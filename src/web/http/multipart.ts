/** One field or file of a form, read as it comes: its bytes once, before the next part. */
export interface FormPart {
  readonly name: string;
  /** Null: a field. */
  readonly filename: string | null;
  readonly pieces: AsyncIterable<Buffer>;
}

/** A body that is not the form it says it is, or that is cut, its connection closed for instance. */
export class MalformedForm extends Error {}

const mostHeaderBytes = 16_384;

/**
 * The parts of a `multipart/form-data` body (RFC 7578) in the order they are sent, without ever holding more than a few
 * pieces of the body. A part nobody reads is passed over.
 */
export async function* formParts(
  contentType: string,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<FormPart> {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || boundary.length > 200) throw new MalformedForm();
  const cut = cutter(body);
  await passOver(cut.until(Buffer.from(`--${boundary}`)));
  const between = Buffer.from(`\r\n--${boundary}`);
  while ((await cut.take(2)) === '\r\n') {
    const header = await textOf(cut.until(Buffer.from('\r\n\r\n')));
    const name = /[; ]name="([^"]*)"/i.exec(header)?.[1];
    if (name === undefined) throw new MalformedForm();
    const filename = /[; ]filename="([^"]*)"/i.exec(header)?.[1]?.replaceAll('%22', '"') ?? null;
    const pieces = cut.until(between);
    yield { name, filename, pieces };
    await passOver(pieces);
  }
}

/** Reads a stream up to a mark, the mark itself dropped; a mark that never comes is a malformed form. */
function cutter(body: AsyncIterable<Uint8Array>) {
  const source = body[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { value, done } = await source.next().catch(() => {
      throw new MalformedForm();
    });
    if (done) throw new MalformedForm();
    rest = rest.length === 0 ? Buffer.from(value) : Buffer.concat([rest, value]);
  };
  return {
    async take(count: number): Promise<string> {
      while (rest.length < count) await more();
      const taken = rest.toString('latin1', 0, count);
      rest = rest.subarray(count);
      return taken;
    },
    async *until(mark: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        const at = rest.indexOf(mark);
        const sure = at === -1 ? Math.max(0, rest.length - mark.length + 1) : at;
        const piece = rest.subarray(0, sure);
        rest = rest.subarray(at === -1 ? sure : at + mark.length);
        if (piece.length > 0) yield piece;
        if (at !== -1) return;
        await more();
      }
    },
  };
}

async function passOver(pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of pieces);
}

async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > mostHeaderBytes) throw new MalformedForm();
    read.push(piece);
  }
  return Buffer.concat(read).toString('utf8');
}
