import { expect, test } from 'vitest';
import { dayNumber, isoDay } from '../statistics/calendar-day.ts';
import { lastWholePeriod, periodName, periodOf, periodStart } from './period.ts';

const day = (text: string) => dayNumber(text) ?? Number.NaN;

test.each([
  ['2019-12-29', 'week', '2019-W52'],
  ['2019-12-30', 'week', '2020-W01'],
  ['2021-01-03', 'week', '2020-W53'],
  ['2021-01-04', 'week', '2021-W01'],
  ['2020-02-29', 'month', '2020-02'],
  ['2020-12-31', 'quarter', '2020-Q4'],
  ['1969-12-31', 'month', '1969-12'],
] as const)('%s is in the %s %s', (text, size, name) => {
  expect(periodName(periodOf(day(text), size), size)).toBe(name);
});

test('a period starts on the first of its days and the one before ends the day before', () => {
  for (const size of ['week', 'month', 'quarter'] as const) {
    for (let d = day('2018-11-01'); d < day('2021-03-01'); d++) {
      const period = periodOf(d, size);
      const start = periodStart(period, size);
      expect(start).toBeLessThanOrEqual(d);
      expect(periodOf(start, size)).toBe(period);
      expect(periodOf(start - 1, size)).toBe(period - 1);
    }
  }
});

test('a period is whole on its last day only', () => {
  const name = (text: string) => periodName(lastWholePeriod(day(text), 'month'), 'month');
  expect(name('2020-02-28')).toBe('2020-01');
  expect(name('2020-02-29')).toBe('2020-02');
  expect(isoDay(day('2020-02-29'))).toBe('2020-02-29');
});
