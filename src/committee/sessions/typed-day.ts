import { dayOf } from '../../portfolio/day.ts';
import { dayToCorrect } from './refusals.ts';

/** A day as a form sends it, `2027-06-15` or `15/06/2027`; refuses what is not a day of this century. */
export function typedDay(typed: string, what: string): string {
  const text = typed.trim();
  const day = dayOf(text);
  if (day !== null && day >= '2000-01-01' && day <= '2099-12-31') return day;
  throw dayToCorrect(`« ${text.slice(0, 20)} » n’est pas ${what}.`);
}

export const typedDayOrNothing = (typed: string, what: string): string | null =>
  typed.trim() === '' ? null : typedDay(typed, what);
