import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyFor, isUnchanged, seal } from './sealed.ts';

const page = (text: string, type = 'text/html; charset=utf-8') =>
  seal(new Response(text, { headers: { 'content-type': type } }));

test('a page is compressed both ways, to the same bytes', async () => {
  const text = 'Une phrase qui se répète. '.repeat(100);
  const sealed = await page(text);
  expect(brotliDecompressSync(sealed.brotli ?? '').toString()).toBe(text);
  expect(gunzipSync(sealed.gzip ?? '').toString()).toBe(text);
  expect(bodyFor(sealed, 'gzip, deflate, br')).toMatchObject({ encoding: 'br', body: sealed.brotli });
  expect(bodyFor(sealed, 'gzip')).toMatchObject({ encoding: 'gzip', body: sealed.gzip });
  expect(bodyFor(sealed, 'br;q=0, gzip;q=0.5')).toMatchObject({ encoding: 'gzip' });
  expect(bodyFor(sealed, '')).toMatchObject({ encoding: null, body: sealed.bytes });
});

test('images and small answers are left as they are', async () => {
  expect((await page('x'.repeat(5000), 'image/png')).brotli).toBeNull();
  expect((await page('court')).brotli).toBeNull();
});

test('the tag follows the content', async () => {
  const [one, same, other] = await Promise.all([page('un'), page('un'), page('deux')]);
  expect(one.etag).toBe(same.etag);
  expect(one.etag).not.toBe(other.etag);
  expect(isUnchanged(one.etag, `"autre", W/${one.etag}`)).toBe(true);
  expect(isUnchanged(one.etag, '*')).toBe(true);
  expect(isUnchanged(one.etag, other.etag)).toBe(false);
  expect(isUnchanged(one.etag, undefined)).toBe(false);
});
