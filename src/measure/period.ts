import type { CohortSize } from '../plan/plan.ts';
import { isoDay } from '../statistics/calendar-day.ts';

const mondayOffset = 3; // 1970-01-01 was a Thursday

/** Number of the week, month or quarter a day falls in; consecutive periods have consecutive numbers. */
export function periodOf(day: number, size: CohortSize): number {
  if (size === 'week') return Math.floor((day + mondayOffset) / 7);
  const date = new Date(day * 86_400_000);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return size === 'month' ? month : Math.floor(month / 3);
}

/** First day of a period, days since 1970-01-01. */
export function periodStart(period: number, size: CohortSize): number {
  if (size === 'week') return period * 7 - mondayOffset;
  const month = size === 'month' ? period : period * 3;
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
}

/** Name of a period: `2019-03`, `2019-W12` (ISO week), `2019-Q1`. */
export function periodName(period: number, size: CohortSize): string {
  const start = periodStart(period, size);
  const day = isoDay(start);
  if (size === 'month') return day.slice(0, 7);
  if (size === 'quarter') return `${day.slice(0, 4)}-Q${(period % 4) + 1}`;
  const thursday = start + mondayOffset;
  const year = Number(isoDay(thursday).slice(0, 4));
  const firstWeek = periodOf(Date.UTC(year, 0, 4) / 86_400_000, 'week');
  return `${year}-W${String(period - firstWeek + 1).padStart(2, '0')}`;
}

/** Last period that is wholly over on `day`. */
export const lastWholePeriod = (day: number, size: CohortSize): number => periodOf(day + 1, size) - 1;
