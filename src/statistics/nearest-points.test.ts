import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromRows } from './linear-algebra.ts';
import { pointIndex } from './nearest-points.ts';

const squared = (a: readonly number[], b: readonly number[]) =>
  a.reduce((s, v, k) => s + (v - (b[k] ?? 0)) ** 2, 0);

/** Every point within the smallest distance that holds `wanted` units, by looking at them all. */
function slowly(
  points: readonly (readonly number[])[],
  sizes: readonly number[],
  query: readonly number[],
  wanted: number,
) {
  const distances = points.map((point) => squared(point, query));
  const order = [...points.keys()].sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0));
  let held = 0;
  for (const point of order) {
    held += sizes[point] ?? 0;
    if (held >= wanted)
      return order.filter((p) => (distances[p] ?? 0) <= (distances[point] ?? 0)).sort((a, b) => a - b);
  }
  return [...points.keys()];
}

describe('nearest points', () => {
  const coordinate = fc.integer({ min: -4, max: 4 });
  const cloud = fc.integer({ min: 1, max: 3 }).chain((dimension) => {
    const point = fc.array(coordinate, { minLength: dimension, maxLength: dimension });
    return fc.record({
      points: fc.array(fc.record({ point, n: fc.integer({ min: 1, max: 3 }) }), {
        minLength: 1,
        maxLength: 25,
      }),
      query: point,
      wanted: fc.integer({ min: 1, max: 4 }),
    });
  });

  test('finds what looking at every point finds, ties included', () => {
    fc.assert(
      fc.property(cloud, ({ points, query, wanted }) => {
        const [at, sizes] = [points.map(({ point }) => point), points.map(({ n }) => n)];
        const index = pointIndex(fromRows(at), (p) => sizes[p] ?? 0);
        expect(index.nearest(query, wanted)?.points).toEqual(slowly(at, sizes, query, wanted));
      }),
      { numRuns: 300 },
    );
  });

  test('a point taken out is never found again', () => {
    fc.assert(
      fc.property(cloud, ({ points, query }) => {
        const at = points.map(({ point }) => point);
        const index = pointIndex(fromRows(at));
        const left = new Set(at.keys());
        while (left.size > 0) {
          const [found = -1] = index.nearest(query)?.points ?? [];
          expect(left.has(found)).toBe(true);
          const best = Math.min(...[...left].map((p) => squared(at[p] ?? [], query)));
          expect(squared(at[found] ?? [], query)).toBe(best);
          index.remove(found);
          left.delete(found);
        }
        expect(index.nearest(query)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});
