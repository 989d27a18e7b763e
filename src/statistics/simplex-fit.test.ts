import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from './linear-algebra.ts';
import { simplexFit } from './simplex-fit.ts';

const coordinates = fc.double({ min: -10, max: 10, noNaN: true });

describe('simplexFit', () => {
  it('meets the conditions of the optimum: no point of the pool lies nearer', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 })).chain(([count, length]) => {
          const point = fc.array(coordinates, { minLength: length, maxLength: length });
          return fc.tuple(fc.array(point, { minLength: count, maxLength: count }), point);
        }),
        ([points, target]) => {
          const { weights, squaredDistance } = simplexFit(points, target);
          expect(weights.every((weight) => weight >= 0)).toBe(true);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          const gap = target.map((value, t) =>
            points.reduce((sum, point, j) => sum + (weights[j] ?? 0) * (point[t] ?? 0), -value),
          );
          expect(dot(gap, gap)).toBeCloseTo(squaredDistance, 6);
          // The gap makes an acute angle with every other way to go: (x_j - target) · gap >= |gap|².
          for (const point of points) {
            const away = point.map((value, t) => value - (target[t] ?? 0));
            expect(dot(away, gap)).toBeGreaterThan(squaredDistance - 1e-6);
          }
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });

  it('finds the mixture a target was made of, and says when several would do', () => {
    const points = [
      [1, 0, 0, 2],
      [0, 1, 0, 1],
      [0, 0, 1, 5],
    ];
    const mixture = [0, 1, 2, 3].map((t) => 0.2 * (points[0]?.[t] ?? 0) + 0.8 * (points[2]?.[t] ?? 0));
    const fit = simplexFit(points, mixture);
    [0.2, 0, 0.8].forEach((weight, j) => {
      expect(fit.weights[j]).toBeCloseTo(weight, 9);
    });
    expect(simplexFit([[0], [1], [2]], [1]).unique).toBe(false);
    expect(simplexFit([[0], [1], [2]], [5])).toMatchObject({ squaredDistance: 9, unique: true });
  });
});
