import { expect, test } from 'vitest';
import { PublicCache } from './public-cache.ts';
import { type Sealed, sealContent } from './sealed.ts';

const sealed = (size = 10): Sealed =>
  sealContent({ headers: {}, bytes: Buffer.alloc(size), brotli: null, gzip: null });

function cacheAt(start = 0) {
  const state = { now: start, stamp: 'a', checks: 0 };
  const cache = new PublicCache({
    clock: () => state.now,
    stamp: async () => {
      state.checks += 1;
      return state.stamp;
    },
  });
  return { cache, state };
}

test('a page is kept until something public changes', async () => {
  const { cache, state } = cacheAt();
  expect(await cache.current('/')).toBeUndefined();
  cache.keep('/', sealed());
  state.now = 5000;
  expect(cache.recent('/')).toBeUndefined();
  expect(await cache.current('/')).toBeDefined();
  expect(cache.recent('/')).toBeDefined();
  state.stamp = 'b';
  state.now = 10_000;
  expect(await cache.current('/')).toBeUndefined();
});

test('many requests at once ask one question', async () => {
  const { cache, state } = cacheAt();
  await Promise.all(Array.from({ length: 20 }, () => cache.current('/')));
  expect(state.checks).toBe(1);
});

test('what changes here is forgotten at once', async () => {
  const { cache } = cacheAt();
  await cache.refresh();
  cache.keep('/', sealed());
  cache.clear();
  expect(cache.recent('/')).toBeUndefined();
});

test('memory is bounded: the oldest pages leave, a huge one is not kept', async () => {
  const { cache } = cacheAt();
  await cache.refresh();
  cache.keep('/huge', sealed(50e6));
  expect(cache.recent('/huge')).toBeUndefined();
  for (let i = 0; i < 30; i++) cache.keep(`/${i}`, sealed(4e6));
  expect(cache.recent('/0')).toBeUndefined();
  expect(cache.recent('/29')).toBeDefined();
});
