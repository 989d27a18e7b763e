import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formParts, MalformedForm } from './multipart.ts';

/** A body as a platform of its own writes it, in pieces of a size. */
async function sent(fields: readonly (readonly [string, string | File])[], size: number) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const request = new Request('https://a.test', { method: 'POST', body: form });
  const bytes = Buffer.from(await request.arrayBuffer());
  return { type: request.headers.get('content-type') ?? '', bytes, pieces: piecesOf(bytes, size) };
}
async function* piecesOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(type: string, body: AsyncIterable<Uint8Array>) {
  const found: [string, string | null, string][] = [];
  for await (const { name, filename, pieces } of formParts(type, body)) {
    const bytes: Buffer[] = [];
    for await (const piece of pieces) bytes.push(Buffer.from(piece));
    found.push([name, filename, Buffer.concat(bytes).toString('base64')]);
  }
  return found;
}

test('whatever is sent is read back, however it is cut into pieces', async () => {
  const content = fc.uint8Array({ maxLength: 400 });
  const tricky = fc
    .constantFrom('\r\n--', '\r\n\r\n', '--', '', '\r', '------formdata')
    .map((text) => Buffer.from(text));
  const file = fc.oneof(
    content,
    tricky,
    fc.tuple(content, tricky, content).map((parts) => Buffer.concat(parts)),
  );
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 300 }), async (bytes, size) => {
      const data = new File([new Uint8Array(bytes)], 'août "1".csv');
      const { type, pieces } = await sent(
        [
          ['a', 'é'],
          ['fichier', data],
          ['b', ''],
        ],
        size,
      );
      const [a, found, b] = await read(type, pieces);
      expect([a, b]).toEqual([
        ['a', null, Buffer.from('é').toString('base64')],
        ['b', null, ''],
      ]);
      expect(found).toEqual(['fichier', 'août "1".csv', Buffer.from(bytes).toString('base64')]);
    }),
    { numRuns: 60, seed: 2026 },
  );
});

test('a part nobody reads is passed over', async () => {
  const { type, pieces } = await sent(
    [
      ['fichier', new File(['x'.repeat(5000)], 'a')],
      ['b', 'fin'],
    ],
    100,
  );
  const names: string[] = [];
  for await (const { name } of formParts(type, pieces)) names.push(name);
  expect(names).toEqual(['fichier', 'b']);
});

test('a cut body, another type, a part without a name or an endless header are malformed', async () => {
  const { type, bytes } = await sent([['fichier', new File(['contenu'], 'a')]], 100);
  await expect(read(type, piecesOf(bytes.subarray(0, -10), 50))).rejects.toThrow(MalformedForm);
  const broken = (async function* () {
    yield bytes.subarray(0, 120);
    throw new Error('aborted');
  })();
  await expect(read(type, broken)).rejects.toThrow(MalformedForm);
  await expect(read('multipart/form-data', piecesOf(bytes, 50))).rejects.toThrow(MalformedForm);
  const written = (text: string) => piecesOf(Buffer.from(text), 1000);
  await expect(
    read('multipart/form-data; boundary=b', written('--b\r\nX: y\r\n\r\nz\r\n--b--')),
  ).rejects.toThrow(MalformedForm);
  const long = `--b\r\n${'X: y\r\n'.repeat(5000)}\r\nz\r\n--b--`;
  await expect(read('multipart/form-data; boundary=b', written(long))).rejects.toThrow(MalformedForm);
});
