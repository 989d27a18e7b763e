import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packFile } from './pack-file.ts';

async function* piecesOf(bytes: Uint8Array, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const limits = (sent: number, held: number) => ({
  sent,
  held,
  tooLarge: (limit: string) => new Error(limit),
});
const csv = Buffer.from('id;jour\n'.repeat(20_000));

test('a file is held packed, and comes back as it was', async () => {
  const { pieces, size } = await packFile(piecesOf(csv), limits(1e6, 1e6));
  expect(size).toBeLessThan(csv.length / 50);
  expect(gunzipSync(Buffer.concat(pieces)).equals(csv)).toBe(true);
});

test('one already packed is kept as it is; an empty one is nothing', async () => {
  const packed = gzipSync(csv);
  const { pieces } = await packFile(piecesOf(packed, 7), limits(1e6, 1e6));
  expect(Buffer.concat(pieces).equals(packed)).toBe(true);
  expect(await packFile(piecesOf(Buffer.alloc(0)), limits(1, 1))).toEqual({ pieces: [], size: 0 });
});

test('it stops at what may be sent, and at what may be held, without reading on', async () => {
  let read = 0;
  const endless = (async function* () {
    for (;;) {
      read += 1000;
      yield Buffer.from(Array.from({ length: 1000 }, () => Math.floor(256 * Math.abs(Math.sin(read++)))));
    }
  })();
  await expect(packFile(endless, limits(50_000, 1e9))).rejects.toThrow('sent');
  expect(read).toBeLessThan(1e6);
  const again = (async function* () {
    for (let i = 0; ; i++)
      yield Buffer.from(
        Array.from({ length: 1000 }, (_, j) => Math.floor(256 * Math.abs(Math.sin(i * 7 + j)))),
      );
  })();
  await expect(packFile(again, limits(1e9, 20_000))).rejects.toThrow('held');
});
