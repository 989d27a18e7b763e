import { expect, test } from 'vitest';
import { keptWhile } from './kept-while.ts';

test('asked once for all, and again when the stamp changes', async () => {
  let stamp = 'a';
  let asked = 0;
  const read = keptWhile(
    async () => stamp,
    async () => ++asked,
  );
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  expect(await read()).toBe(1);
  stamp = 'b';
  expect(await read()).toBe(2);
});

test('a failure is said to who asked, and not kept', async () => {
  const answers = [Promise.reject(new Error('no base')), Promise.resolve('rows')];
  for (const answer of answers) answer.catch(() => {});
  const read = keptWhile(
    async () => 'same',
    () => answers.shift() ?? Promise.reject(new Error('asked too often')),
  );
  await expect(read()).rejects.toThrow('no base');
  expect(await read()).toBe('rows');
  expect(await read()).toBe('rows');
});
