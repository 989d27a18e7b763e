import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entry,
  fromRows,
  gram,
  independentColumns,
  invertSymmetric,
  multiply,
  multiplyVector,
  solve,
  transpose,
} from './linear-algebra.ts';

const value = fc.double({ min: -10, max: 10, noNaN: true });
const square = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.record({
    rows: fc.array(fc.array(value, { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
    b: fc.array(value, { minLength: size, maxLength: size }),
  }),
);

describe('linear algebra', () => {
  test('X’WX is what the definition says', () => {
    const x = fromRows([
      [1, 0, 2],
      [1, 3, -1],
      [1, 1, 1],
    ]);
    const w = [2, 1, 3];
    const weighted = fromRows(
      w.map((weight, i) => [...x.values.slice(3 * i, 3 * i + 3)].map((v) => v * weight)),
    );
    expect([...gram(x, w).values]).toEqual([...multiply(transpose(x), weighted).values]);
  });

  test('the inverse of a positive matrix gives the identity back', () => {
    fc.assert(
      fc.property(square, ({ rows }) => {
        const size = rows.length;
        const ridge = fromRows([...rows, ...rows.map((_, i) => rows.map((__, j) => (i === j ? 1 : 0)))]);
        const a = gram(ridge);
        const inverse = invertSymmetric(a);
        expect(inverse).not.toBeNull();
        if (inverse === null) return;
        const product = multiply(a, inverse);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) expect(entry(product, i, j)).toBeCloseTo(i === j ? 1 : 0, 7);
      }),
      { numRuns: 50 },
    );
  });

  test('solving then multiplying gives the right-hand side back', () => {
    fc.assert(
      fc.property(square, ({ rows, b }) => {
        const dominant = fromRows(rows.map((r, i) => r.map((v, j) => (i === j ? v + 60 : v))));
        const x = solve(dominant, b);
        expect(x).not.toBeNull();
        for (const [i, v] of multiplyVector(dominant, x ?? []).entries()) expect(v).toBeCloseTo(b[i] ?? 0, 8);
      }),
      { numRuns: 50 },
    );
    expect(
      solve(
        fromRows([
          [0, 1],
          [1, 0],
        ]),
        [2, 3],
      ),
    ).toEqual(Float64Array.of(3, 2));
  });

  test('a column that follows from others is found, whatever its scale, and has no inverse', () => {
    const x = fromRows([1, 2, 4, 7].map((t, i) => [1, t, 1e6 * (3 - 2 * t), i % 2]));
    expect(independentColumns(gram(x))).toEqual([0, 1, 3]);
    expect(invertSymmetric(gram(x))).toBeNull();
    expect(
      solve(
        fromRows([
          [1, 2],
          [2, 4],
        ]),
        [1, 2],
      ),
    ).toBeNull();
  });
});
