import { dayNumber, isoDay } from '../../statistics/calendar-day.ts';
import type { Period } from './costs-over.ts';

/** The days of a period as figures name it: `2026-09`, or the year that ends on a day. Null: it names neither. */
export function daysOfFigure(period: string): Period | null {
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(period);
  if (month !== null) {
    const next = Date.UTC(Number(month[1]), Number(month[2]), 1) / 86_400_000;
    return { from: `${period}-01`, until: isoDay(next - 1) };
  }
  const day = dayNumber(period);
  return day === null ? null : yearUntil(period);
}

/** The 365 days that end on a day of the calendar. */
export function yearUntil(day: string): Period {
  const last = dayNumber(day);
  if (last === null) throw new RangeError(`not a day of the calendar: ${day}`);
  return { from: isoDay(last - 364), until: day };
}
