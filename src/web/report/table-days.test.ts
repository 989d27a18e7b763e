import { expect, test } from 'vitest';
import { tableDays } from './table-days.ts';

test('a curve of few steps gives them all, its last one too, and no day between that nothing is known of', () => {
  expect(tableDays([0, 30, 49, 90, 178], [90, 180])).toEqual([0, 30, 49, 90, 178]);
  expect(tableDays([0, 40, 180], [90, 180])).toEqual([0, 40, 90, 180]);
  expect(tableDays([], [90])).toEqual([0]);
});

test('a curve of every day is read at regular intervals, at its horizons, and to its end', () => {
  const days = tableDays(
    Array.from({ length: 179 }, (_, day) => day),
    [100, 180],
  );
  expect(days.length).toBeLessThan(20);
  expect(days).toContain(100);
  expect(days.at(-1)).toBe(178);
});
