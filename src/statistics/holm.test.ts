import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holm } from './holm.ts';

test('is R’s p.adjust(method = "holm")', () => {
  const close = (got: readonly number[], want: readonly number[]) => {
    for (const [i, value] of got.entries()) expect(value).toBeCloseTo(want[i] ?? 0, 12);
  };
  close(holm([0.01, 0.02, 0.03, 0.04, 0.05]), [0.05, 0.08, 0.09, 0.09, 0.09]);
  close(holm([0.03, 0.01, 0.2, 0.015]), [0.06, 0.04, 0.2, 0.045]);
  expect(holm([])).toEqual([]);
});

test('never lowers a p-value, keeps their order, and is at most Bonferroni', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(pValues, (p) => {
      const adjusted = holm(p);
      p.forEach((value, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(value);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p.length * value) + 1e-12);
        p.forEach((other, j) => {
          if (value < other) expect(adjusted[i] ?? 0).toBeLessThanOrEqual(adjusted[j] ?? 0);
        });
      });
    }),
  );
});
