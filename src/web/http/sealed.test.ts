import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { answerTo, type Sealed, seal } from './sealed.ts';

const page = (text: string, type = 'text/html; charset=utf-8', headers: Record<string, string> = {}) =>
  seal(new Response(text, { headers: { 'content-type': type, ...headers } }));

/** The answer to a client, its headers as a client reads them. */
const ask = (sealed: Sealed, acceptEncoding?: string, ifNoneMatch?: string) => {
  const { status, head, body } = answerTo(sealed, { acceptEncoding, ifNoneMatch });
  const headers = new Headers(
    head.flatMap((name, i) => (i % 2 === 0 ? [[name, head[i + 1] ?? '']] : [])) as [string, string][],
  );
  return { status, headers: Object.fromEntries(headers), body };
};

test('a page is compressed both ways, to the same bytes, and says its own length', async () => {
  const text = 'Une phrase qui se répète. '.repeat(100);
  const sealed = await page(text);
  const read = (accepted: string, encoding: string | undefined, decoded: (body: Buffer) => Buffer) => {
    const { headers, body = Buffer.alloc(0) } = ask(sealed, accepted);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-length']).toBe(String(body.length));
    expect(decoded(body).toString()).toBe(text);
  };
  read('gzip, deflate, br', 'br', brotliDecompressSync);
  read('gzip', 'gzip', gunzipSync);
  read('br;q=0, gzip;q=0.5', 'gzip', gunzipSync);
  read('br;q=0, gzip;q=0.0', undefined, (body) => body);
  read('identity', undefined, (body) => body);
});

test('images and small answers are left as they are', async () => {
  expect((await page('x'.repeat(5000), 'image/png')).brotli).toBeNull();
  expect((await page('court')).gzip).toBeNull();
});

test('the tag follows the content', async () => {
  const [one, same, other] = await Promise.all([page('un'), page('un'), page('deux')]);
  expect(one.etag).toBe(same.etag);
  expect(one.etag).not.toBe(other.etag);
  expect(one.etag).toMatch(/^"/);
});

test('the tag of a page sent in several forms is weak, and known again in each', async () => {
  const sealed = await page('long '.repeat(400));
  expect(sealed.etag).toMatch(/^W\/"/);
  for (const held of [sealed.etag, sealed.etag.slice(2)]) expect(ask(sealed, 'br', held).status).toBe(304);
});

test('a client that holds the page gets its headers and nothing else', async () => {
  const sealed = await page('un', 'text/html', { vary: 'origin', 'content-length': '2' });
  const { etag } = sealed;
  for (const held of [`"autre", W/${etag}`, etag, '*']) {
    const { status, headers, body } = ask(sealed, 'br', held);
    expect([status, body]).toEqual([304, undefined]);
    expect(headers).toEqual({ 'content-type': 'text/html', etag, vary: 'origin, accept-encoding' });
  }
  expect(ask(sealed, 'br', '"autre"').status).toBe(200);
});
