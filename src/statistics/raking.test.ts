import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Margin, rake } from './raking.ts';
import { isRefused } from './refused.ts';

const margin = (name: string, classes: readonly string[], totals: Record<string, number>): Margin => ({
  name,
  classes,
  totals: new Map(Object.entries(totals)),
});

describe('rake', () => {
  it('meets every margin, keeping the odds ratio of the starting table', () => {
    const rows = ['a', 'a', 'b', 'b'];
    const columns = ['x', 'y', 'x', 'y'];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 5, max: 95 }),
        fc.integer({ min: 5, max: 95 }),
        (weights, a, x) => {
          const raked = rake(weights, [
            margin('row', rows, { a, b: 100 - a }),
            margin('column', columns, { x, y: 100 - x }),
          ]);
          if (isRefused(raked)) throw new Error(raked.sentence);
          const [ax = 0, ay = 0, bx = 0, by = 0] = raked;
          expect(ax + ay).toBeCloseTo(a, 6);
          expect(ax + bx).toBeCloseTo(x, 6);
          const [w1 = 1, w2 = 1, w3 = 1, w4 = 1] = weights;
          expect((ax * by) / (ay * bx) / ((w1 * w4) / (w2 * w3))).toBeCloseTo(1, 6);
        },
      ),
      { numRuns: 100, seed: 2 },
    );
  });

  it.each([
    ['a class nobody answered in', [margin('m', ['a', 'a'], { a: 10, b: 5 })], 'not-identified'],
    ['totals of zero', [margin('m', ['a', 'a'], { a: 0 })], 'not-identified'],
    ['a class of zero people that answered', [margin('m', ['a', 'b'], { a: 0, b: 5 })], 'not-identified'],
    ['a class without total', [margin('m', ['a', 'b'], { a: 10 })], 'invalid-input'],
    ['a negative total', [margin('m', ['a', 'b'], { a: 10, b: -2 })], 'invalid-input'],
    [
      'margins that disagree',
      [margin('m', ['a', 'b'], { a: 10, b: 5 }), margin('k', ['x', 'y'], { x: 10, y: 15 })],
      'not-identified',
    ],
    [
      'margins no weighting can meet',
      [margin('m', ['a', 'b'], { a: 10, b: 5 }), margin('k', ['x', 'y'], { x: 5, y: 10 })],
      'not-identified',
    ],
  ])('refuses %s', (_, margins, error) => {
    expect(rake([1, 1], margins)).toMatchObject({ error });
  });
});
