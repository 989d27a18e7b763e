import type { Server } from 'node:http';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../platform/refusal.ts';
import { cached } from '../http/cached.ts';
import { PublicCache } from '../http/public-cache.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { closeServer, listen } from './listen.ts';
import { type Answer, nodeServer } from './node-server.ts';

const text = 'Une page lue par beaucoup de monde. '.repeat(60);
const answers: Answer[] = [];
let made = 0;
let server: Server;
let address: string;

beforeAll(async () => {
  const cache = new PublicCache({ stamp: async () => 'same', clock: () => performance.now() });
  const app = new Hono();
  app.use(cached(cache), securityHeaders('http://impact.test'));
  app.get('/page', (context) => {
    made += 1;
    return context.html(text);
  });
  app.get('/lente', async (context) => {
    await new Promise((done) => setTimeout(done, 300));
    return context.text('finie');
  });
  server = nodeServer({
    app,
    cache,
    onAnswer: (answer) => answers.push(answer),
    clock: () => performance.now(),
  });
  address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
});
afterAll(async () => {
  if (server.listening) await closeServer(server, 1000);
});

const ask = async (options: RequestInit = {}) => {
  const response = await fetch(`${address}/page`, {
    ...options,
    headers: { 'accept-encoding': 'br', ...options.headers },
  });
  const headers = Object.fromEntries(response.headers);
  for (const name of ['date', 'connection', 'keep-alive', 'transfer-encoding']) delete headers[name];
  return { status: response.status, headers, body: await response.text() };
};

test('a page is made once; the cache then answers with the same headers and the same bytes', async () => {
  const first = await ask();
  expect(first.body).toBe(text);
  expect(first.headers['content-encoding']).toBe('br');
  expect(first.headers['content-security-policy']).toContain("default-src 'none'");
  const second = await ask();
  expect(second).toEqual(first);
  expect(made).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([200]);
});

test('a client that holds the page is told so, and a HEAD has no body', async () => {
  const { headers } = await ask();
  const tag = headers.etag ?? '';
  expect(await ask({ headers: { 'if-none-match': tag } })).toMatchObject({ status: 304, body: '' });
  expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});

test('a client that compresses nothing gets plain bytes', async () => {
  const plain = await ask({ headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers['content-length']).toBe(String(Buffer.byteLength(text)));
});

test('a port already taken is refused in French', async () => {
  const { port } = new URL(address);
  const other = nodeServer({
    app: new Hono(),
    cache: new PublicCache({ stamp: async () => '', clock: () => 0 }),
    onAnswer: () => {},
    clock: () => 0,
  });
  const refusal = await listen(other, Number(port), '127.0.0.1').catch((error) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal.message).toContain(`Le port ${port} est déjà pris`);
});

test('stopping waits for the answers under way, and takes no new request', async () => {
  const slow = fetch(`${address}/lente`).then((response) => response.text());
  await new Promise((done) => setTimeout(done, 50));
  await closeServer(server, 5000);
  expect(await slow).toBe('finie');
  await expect(fetch(`${address}/page`)).rejects.toThrow();
});
