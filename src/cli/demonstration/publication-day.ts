import { daysAfter, monthsAfter } from '../../statistics/calendar-day.ts';

/** The same day of the month, that many months before; the last day of that month when it is shorter. */
export const monthsBefore = (day: string, months: number): string => monthsAfter(day, -months);

/** The last day of the month before: what is known on the day a figure is published. */
export const knownThrough = (day: string): string => daysAfter(`${day.slice(0, 8)}01`, -1);
