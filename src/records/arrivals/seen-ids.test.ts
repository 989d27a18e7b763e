import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { seenIds } from './seen-ids.ts';

const id = (n: number) => createHash('sha256').update(String(n)).digest().readBigUInt64BE(0);

test('the last ids are remembered, much older ones are forgotten, and a new one is never taken for known', () => {
  const seen = seenIds(1000);
  for (let n = 0; n < 5000; n++) {
    expect(seen.has(id(n))).toBe(false);
    seen.add(id(n));
    expect(seen.has(id(n))).toBe(true);
    if (n >= 1000) expect(seen.has(id(n - 1000))).toBe(true);
    if (n >= 2000) expect(seen.has(id(n - 2000))).toBe(false);
  }
});

test('zero and the largest id are ids like others', () => {
  const seen = seenIds();
  for (const edge of [0n, 2n ** 64n - 1n]) {
    expect(seen.has(edge)).toBe(false);
    seen.add(edge);
    seen.add(edge);
    expect(seen.has(edge)).toBe(true);
  }
});
