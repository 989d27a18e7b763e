import { expect, test } from 'vitest';
import { dateText, daysBetween, isCalendarDate, suggestDate } from './calendar-date.ts';

test.each([
  ['29/02/2020', '2020-02-29'],
  ['1/9/2018', '2018-09-01'],
  ['2020.2.9', '2020-02-09'],
  ['2019-10-28 00:00:00.0', '2019-10-28'],
  ['29/02/2021', undefined],
  ['31/31/2021', undefined],
  ['demain', undefined],
  [20200229, undefined],
])('%s → %s', (written, suggestion) => {
  expect(suggestDate(written)).toBe(suggestion);
});

test('days of the calendar', () => {
  expect([isCalendarDate('2020-02-29'), isCalendarDate('2021-02-29'), isCalendarDate('x')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  expect(daysBetween('2019-03-31', '2019-03-30')).toBe(-1);
  expect([dateText('2020-02-29'), dateText('2021-08-01')]).toEqual(['29 février 2020', '1er août 2021']);
});
