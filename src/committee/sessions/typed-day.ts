import { dayNumber } from '../../statistics/calendar-day.ts';
import { dayToCorrect } from './refusals.ts';

/** A day as a form sends it, `2027-06-15` or `15/06/2027`; refuses what is not a day of the calendar. */
export function typedDay(typed: string, what: string): string {
  const text = typed.trim();
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const day = year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (dayNumber(day) === null) throw dayToCorrect(`« ${text.slice(0, 20)} » n’est pas ${what}.`);
  return day;
}

export const typedDayOrNothing = (typed: string, what: string): string | null =>
  typed.trim() === '' ? null : typedDay(typed, what);
