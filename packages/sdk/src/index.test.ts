import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { collect, type Row } from './index.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A site that answers each batch as `answer` says; `batches` is what came. */
async function site(answer: (rank: number) => { status: number; body?: object; retryAfter?: string }) {
  const batches: { rows: Row[]; request: IncomingMessage }[] = [];
  server = createServer(async (request, response) => {
    batches.push({ rows: JSON.parse(await text(request)) as Row[], request });
    const { status, body = { received: 1, refused: 0 }, retryAfter } = answer(batches.length);
    if (status === 0) return request.socket.destroy();
    response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { batches, to: `http://127.0.0.1:${port}/api/collecte/s/usage` };
}

const until = async (is: () => boolean) => {
  for (let i = 0; i < 300 && !is(); i++) await new Promise((wait) => setTimeout(wait, 10));
};

test('rows that come together leave together, with the key in a header and an id each', async () => {
  const { batches, to } = await site(() => ({ status: 200 }));
  const collector = collect({ to, key: 'k', wait: 20 });
  for (const nom of ['a', 'b', 'c']) collector.track({ nom });
  await until(() => batches.length > 0);
  expect(batches).toHaveLength(1);
  expect(batches[0]?.request.headers.authorization).toBe('Bearer k');
  expect(batches[0]?.rows.map(({ nom }) => nom)).toEqual(['a', 'b', 'c']);
  expect(new Set(batches[0]?.rows.map(({ _id }) => _id)).size).toBe(3);
});

test.each([
  ['no answer', 0],
  ['too many batches', 429],
  ['a site in trouble', 503],
  ['a success that is not of the site', 200],
])('after %s, the same rows leave again under the same ids', async (_, status) => {
  const { batches, to } = await site((rank) => (rank === 1 ? { status, body: {} } : { status: 200 }));
  const collector = collect({ to, key: 'k', wait: 10 });
  collector.track({ nom: 'a', _id: 'mien' });
  collector.track({ nom: 'b' });
  expect(await collector.flush()).toBe(false);
  await until(() => batches.length > 1);
  expect(batches[1]?.rows).toEqual(batches[0]?.rows);
  expect(batches[0]?.rows[0]?._id).toBe('mien');
  expect(await collector.flush()).toBe(true);
  expect(batches).toHaveLength(2);
});

test('the site says when to come back', async () => {
  const started = performance.now();
  const { batches, to } = await site((rank) =>
    rank === 1 ? { status: 503, retryAfter: '1' } : { status: 200 },
  );
  const collector = collect({ to, key: 'k', wait: 1 });
  collector.track({ nom: 'a' });
  await collector.flush();
  await until(() => batches.length > 1);
  expect(performance.now() - started).toBeGreaterThan(950);
});

test('what the site refuses is told, and not sent again', async () => {
  const told: unknown[] = [];
  const body = { received: 0, refused: 1, faults: [{ row: 1, field: 'jour' }] };
  const { batches, to } = await site((rank) => (rank === 1 ? { status: 200, body } : { status: 401 }));
  const collector = collect({ to, key: 'k', onRefused: (refusal) => told.push(refusal) });
  collector.track({ nom: 'a' });
  expect(await collector.flush()).toBe(true);
  collector.track({ nom: 'b' });
  expect(await collector.flush()).toBe(true);
  expect(told).toMatchObject([
    { status: 200, answer: body },
    { status: 401, rows: [{ nom: 'b' }] },
  ]);
  expect(batches).toHaveLength(2);
});

test('a site out of reach does not fill the memory', async () => {
  const { to } = await site(() => ({ status: 503 }));
  const collector = collect({ to, key: 'k', most: 2, wait: 60_000 });
  expect([1, 2, 3].map((n) => collector.track({ n }))).toEqual([true, true, false]);
});

test('the built file is under 1.5 kB compressed, and asks for nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-sdk-'));
  try {
    const file = join(folder, 'index.js');
    execFileSync(process.execPath, [resolve('packages/sdk/bundle.mjs'), file]);
    const built = readFileSync(file);
    expect(gzipSync(built, { level: 9 }).length).toBeLessThan(1500);
    expect(brotliCompressSync(built).length).toBeLessThan(1500);
    expect(built.toString()).not.toMatch(/\bimport\b|require\(|cookie|localStorage/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
