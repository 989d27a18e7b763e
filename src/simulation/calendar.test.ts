import { expect, test } from 'vitest';
import { addMonths, createCalendar } from './calendar.ts';

test('days of the world are counted from its first, months and weekdays with them', () => {
  const calendar = createCalendar('2019-11', 4);
  expect(calendar.days).toBe(30 + 31 + 31 + 29);
  expect(calendar.iso(0)).toBe('2019-11-01');
  expect(calendar.iso(calendar.days - 1)).toBe('2020-02-29');
  expect(calendar.iso(-1)).toBe('2019-10-31');
  expect([0, 29, 30, 61, -1].map((day) => calendar.month(day))).toEqual([0, 0, 1, 2, -1]);
  // 1 November 2019 was a Friday.
  expect([0, 3].map((day) => calendar.weekday(day))).toEqual([4, 0]);
  expect(addMonths('2019-11', 3)).toBe('2020-02');
  expect(addMonths('2019-01', -1)).toBe('2018-12');
});
