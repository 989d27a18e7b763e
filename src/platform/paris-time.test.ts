import { expect, test } from 'vitest';
import { parisDay, parisInstant } from './paris-time.ts';

test('nine o’clock in Paris, in winter, in summer, and on the days the clocks change', () => {
  expect(
    ['2026-01-12', '2026-07-13', '2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map((day) =>
      parisInstant(day, 9).slice(11, 16),
    ),
  ).toEqual(['08:00', '07:00', '08:00', '07:00', '07:00', '08:00']);
});

test('an hour that does not exist is the next; one that happens twice is its first time', () => {
  expect(parisInstant('2026-03-29', 2)).toBe('2026-03-29T01:00:00.000Z');
  expect(parisInstant('2026-10-25', 2)).toBe('2026-10-25T00:00:00.000Z');
});

test('the day in Paris starts before that of Greenwich', () => {
  expect([parisDay('2026-11-22T22:59:59Z'), parisDay('2026-11-22T23:00:00Z')]).toEqual([
    '2026-11-22',
    '2026-11-23',
  ]);
  expect(parisDay('2026-07-12T22:00:00Z')).toBe('2026-07-13');
});
