import { expect, test } from 'vitest';
import { nextToDo, type Progress } from './next-to-do.ts';

const start: Progress = { hasPlan: false, waiting: [], measured: false, published: false, lookedAt: false };

test('from nothing to a week looked at, one thing at a time', () => {
  const way: readonly (readonly [Partial<Progress>, string])[] = [
    [{}, 'plan'],
    [{ hasPlan: true, waiting: ['usage'] }, 'data'],
    [{ hasPlan: true }, 'run'],
    [{ hasPlan: true, measured: true }, 'publish'],
    [{ hasPlan: true, measured: true, published: true }, 'week'],
    [{ hasPlan: true, measured: true, published: true, lookedAt: true }, 'rest'],
  ];
  expect(way.map(([reached]) => nextToDo({ ...start, ...reached }))).toEqual(way.map(([, step]) => step));
});

test('a service that publishes from elsewhere has no plan to write here; a source added later stops nothing', () => {
  expect(nextToDo({ ...start, published: true })).toBe('week');
  const grown = { hasPlan: true, measured: true, published: true, waiting: ['nouvelle'] };
  expect(nextToDo({ ...start, ...grown })).toBe('week');
});
