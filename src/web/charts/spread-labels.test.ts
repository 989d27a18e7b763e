import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

test('labels that do not touch stay where they are', () => {
  expect(spreadLabels([30, 10, 20], 5, 0, 40)).toEqual([30, 10, 20]);
});

test('labels that touch are pushed apart, whatever they are, within the frame', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 5 }), (wanted) => {
      const placed = spreadLabels(wanted, 10, 0, 100);
      const sorted = placed.toSorted((a, b) => a - b);
      expect(sorted.every((y, i) => i === 0 || y - (sorted[i - 1] ?? 0) >= 10 - 1e-9)).toBe(true);
      expect(sorted.every((y) => y >= -1e-9 && y <= 100 + 1e-9)).toBe(true);
      for (const [i, a] of wanted.entries()) {
        for (const [j, b] of wanted.entries()) if (a < b) expect(placed[i]).toBeLessThan(placed[j] ?? -1);
      }
    }),
  );
});
