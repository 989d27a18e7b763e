import { expect, test } from 'vitest';
import { holidayOf, publicHolidays } from './holidays.ts';
import { regularity } from './regularity.ts';
import { weekAfter } from './week.ts';

test('public holidays fall on the days the State publishes', () => {
  // Easter Monday, Ascension and Whit Monday, from the calendars of service-public.fr and of the Bureau des longitudes.
  for (const [year, monday, ascension, whit] of [
    [2024, '2024-04-01', '2024-05-09', '2024-05-20'],
    [2025, '2025-04-21', '2025-05-29', '2025-06-09'],
    [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-29', '2027-05-06', '2027-05-17'],
    [2038, '2038-04-26', '2038-06-03', '2038-06-14'],
    [1981, '1981-04-20', '1981-05-28', '1981-06-08'],
  ] as const) {
    const days = publicHolidays(year);
    expect([days.get(monday), days.get(ascension), days.get(whit), days.size]).toEqual([
      'lundi de Pâques',
      'Ascension',
      'lundi de Pentecôte',
      11,
    ]);
  }
});

test('holiday weeks: August, the turn of the year, public holidays on working days', () => {
  expect(holidayOf('2026-W32')).toBe('août');
  expect(holidayOf('2026-W36')).toBeNull();
  expect(holidayOf('2026-W52')).toBe('fêtes de fin d’année');
  expect(holidayOf('2026-W53')).toBe('fêtes de fin d’année');
  expect(holidayOf('2027-W01')).toBeNull();
  expect(holidayOf('2026-W46')).toBe('armistice de 1918');
  // 1 November 2026 is a Sunday: an ordinary week.
  expect(holidayOf('2026-W44')).toBeNull();
  expect(holidayOf('2025-W01')).toBe('fêtes de fin d’année');
});

const now = '2026-W48';
const back = (...weeks: number[]) => new Set(weeks.map((count) => weekAfter(now, -count)));
const none: ReadonlySet<string> = new Set();

test('a row of weeks counts those done, this one when it is', () => {
  expect(regularity(now, { done: back(1, 3), measured: none }).streak).toBe(2);
  expect(regularity(now, { done: back(0, 1, 3), measured: none }).streak).toBe(3);
});

test('a holiday week and one miss a quarter are forgiven; a second miss in the quarter ends the row', () => {
  // Week 46 has 11 November; weeks 47, 45, 44, 43… are ordinary weeks of the last quarter.
  const oneMiss = regularity(now, { done: back(1, 4, 5, 6), measured: none });
  expect(oneMiss.streak).toBe(4);
  expect(oneMiss.weeks.slice(-5).map(({ state }) => state)).toEqual([
    'done',
    'forgiven',
    'holiday',
    'done',
    'current',
  ]);
  const twoMisses = regularity(now, { done: back(1, 5, 6), measured: back(3, 4) });
  expect(twoMisses.streak).toBe(1);
  expect(twoMisses.weeks.slice(-5).map(({ state }) => state)).toEqual([
    'measured',
    'forgiven',
    'holiday',
    'done',
    'current',
  ]);
});

test('August breaks nothing, and weeks before the first one are never a miss forgiven', () => {
  const done = back(...Array.from({ length: 12 }, (_, i) => i + 1), 17, 18);
  expect(regularity(now, { done, measured: none }).weeks.map(({ state }) => state)).toContain('holiday');
  const started = regularity(now, { done: back(1), measured: none });
  expect(started.weeks.filter(({ state }) => state === 'forgiven')).toEqual([]);
  expect(started.weeks).toHaveLength(52);
});
