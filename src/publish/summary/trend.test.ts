import { expect, test } from 'vitest';
import { readOf, trend } from './trend.ts';

const read = (value: number | null, lower: number | null, upper: number | null) =>
  readOf({
    sentence: '',
    effect: null,
    estimate: { kind: 'estimate', value, lower, upper, level: 0.95, n: 100 },
  });

test('a move is called a move only when the intervals do not explain it', () => {
  const before = read(0.14, 0.13, 0.15);
  expect(trend(read(0.17, 0.16, 0.18), before)).toMatch(/^En hausse/);
  expect(trend(read(0.11, 0.1, 0.12), before)).toMatch(/^En baisse/);
  expect(trend(read(0.155, 0.145, 0.165), before)).toMatch(/^Pas de changement net/);
});

test('without figures there is no trend, and the first one is the first', () => {
  expect(trend(read(null, null, null), read(0.1, 0.05, 0.2))).toBeNull();
  expect(trend(read(0.1, 0.05, 0.2), null)).toBe('Premier chiffre publié');
});
