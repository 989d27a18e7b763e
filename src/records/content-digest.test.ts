import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { digestContent } from './content-digest.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-digest-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function look(content: Buffer, limit: number) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return digestContent(path, [], limit, () => {}, undefined);
}

test('a line that passes the limit is seen, wherever it is', async () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 30 }), async (lines, limit) => {
      const { longLine } = await look(Buffer.from(lines.map((n) => 'x'.repeat(n)).join('\n')), limit);
      expect(longLine).toBe(lines.some((n) => n > limit));
    }),
    { numRuns: 60 },
  );
});

test('across the 4 MB chunks it reads', async () => {
  const limit = 5_000_000;
  const around = (n: number) => Buffer.from(`a\n${'x'.repeat(n)}\nb\n`);
  expect((await look(around(limit), limit)).longLine).toBe(false);
  expect((await look(around(limit + 1), limit)).longLine).toBe(true);
  expect((await look(around(3 * limit), limit)).longLine).toBe(true);
});

test('what the bytes are: ASCII, UTF-8 cut by a chunk, Windows-1252, latin-1, NUL', async () => {
  const cut = Buffer.concat([Buffer.alloc((4 << 20) - 1, 'a'), Buffer.from('é\n')]);
  expect(await look(cut, 1e9)).toMatchObject({ utf8: true, nul: false });
  expect(await look(Buffer.from('déjà', 'latin1'), 1e9)).toMatchObject({ utf8: false, controls: false });
  expect(await look(Buffer.from([0x64, 0x80, 0x0a]), 1e9)).toMatchObject({ utf8: false, controls: true });
  expect(await look(Buffer.from('a\0b'), 1e9)).toMatchObject({ utf8: true, nul: true });
});
