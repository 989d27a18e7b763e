import { expect, test } from 'vitest';
import { dayNumber, isoDay } from './calendar-day.ts';

test('days since 1970, both ways', () => {
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dayNumber('1969-12-31')).toBe(-1);
  expect((dayNumber('2020-03-01') ?? 0) - (dayNumber('2020-02-28') ?? 0)).toBe(2);
  expect(isoDay(dayNumber('2026-11-23') ?? 0)).toBe('2026-11-23');
});

test.each(['2021-02-29', '2020-13-01', '2020-1-1', '20200101', '', 'hier'])('%s is not a day', (text) => {
  expect(dayNumber(text)).toBeNull();
});
