import { periodName, periodOf, periodStart } from '../measure/period.ts';
import { dayNumber, isoDay } from '../statistics/calendar-day.ts';

/** An ISO 8601 week, Monday to Sunday: `2026-W48`. Weeks sort as text. */
export type Week = string;

/** The week a day (`YYYY-MM-DD`) falls in. */
export const weekOf = (day: string): Week => periodName(periodOf(numberOf(day), 'week'), 'week');

/** The seven days of a week, Monday first. */
export const daysOf = (week: Week): readonly string[] =>
  Array.from({ length: 7 }, (_, i) => isoDay(periodStart(indexOf(week), 'week') + i));

export const mondayOf = (week: Week): string => isoDay(periodStart(indexOf(week), 'week'));

/** The week `count` weeks after (before, when negative). */
export const weekAfter = (week: Week, count = 1): Week => periodName(indexOf(week) + count, 'week');

/** Whole weeks from one to the other. */
export const weeksBetween = (from: Week, to: Week): number => indexOf(to) - indexOf(from);

/** Weeks have consecutive numbers. */
function indexOf(week: Week): number {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  return periodOf(numberOf(`${year}-01-04`), 'week') + Number(number) - 1;
}

function numberOf(day: string): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`${day} is not a day`);
  return number;
}
