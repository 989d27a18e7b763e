import { expect, test } from 'vitest';
import { dayNumber, daysAfter, isoDay, monthsAfter } from './calendar-day.ts';

test('days since 1970, both ways', () => {
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dayNumber('1969-12-31')).toBe(-1);
  expect((dayNumber('2020-03-01') ?? 0) - (dayNumber('2020-02-28') ?? 0)).toBe(2);
  expect(isoDay(dayNumber('2026-11-23') ?? 0)).toBe('2026-11-23');
});

test.each(['2021-02-29', '2020-13-01', '2020-1-1', '20200101', '', 'hier'])('%s is not a day', (text) => {
  expect(dayNumber(text)).toBeNull();
});

test('months end where they end, and years are crossed both ways', () => {
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28');
  expect(monthsAfter('2026-11-28', 12)).toBe('2027-11-28');
  expect(monthsAfter('2027-01-31', -1)).toBe('2026-12-31');
  expect(monthsAfter('2024-03-31', -1)).toBe('2024-02-29');
  expect(daysAfter('2027-01-01', -1)).toBe('2026-12-31');
});
