import { dayNumber, isoDay } from '../statistics/calendar-day.ts';
import { daysOf, type Week } from './week.ts';

/**
 * Why a week may go by without a run, in French; null: an ordinary week. August (most of its working days), the
 * fortnight of Christmas and New Year, and weeks with a public holiday from Monday to Friday.
 */
export function holidayOf(week: Week): string | null {
  const working = daysOf(week).slice(0, 5);
  const inAugust = working.filter((day) => day.slice(5, 7) === '08').length;
  if (inAugust >= 3) return 'août';
  const year = Number(working[0]?.slice(0, 4));
  const fortnight = [`${year}-12-25`, `${year}-01-01`, `${year + 1}-01-01`];
  const days = daysOf(week);
  if (fortnight.some((day) => days.includes(day))) return 'fêtes de fin d’année';
  const holidays = new Map([...publicHolidays(year), ...publicHolidays(year + 1)]);
  const found = working.find((day) => holidays.has(day));
  return found === undefined ? null : (holidays.get(found) ?? null);
}

/** The eleven public holidays of mainland France in a year, by day (Code du travail, L3133-1). */
export function publicHolidays(year: number): ReadonlyMap<string, string> {
  const easter = dayNumber(easterSunday(year)) ?? 0;
  return new Map([
    [`${year}-01-01`, 'jour de l’an'],
    [isoDay(easter + 1), 'lundi de Pâques'],
    [`${year}-05-01`, 'fête du Travail'],
    [`${year}-05-08`, 'victoire de 1945'],
    [isoDay(easter + 39), 'Ascension'],
    [isoDay(easter + 50), 'lundi de Pentecôte'],
    [`${year}-07-14`, 'fête nationale'],
    [`${year}-08-15`, 'Assomption'],
    [`${year}-11-01`, 'Toussaint'],
    [`${year}-11-11`, 'armistice de 1918'],
    [`${year}-12-25`, 'Noël'],
  ]);
}

/** Gregorian Easter by the tables of the epact and of the golden number: Meeus 1991, chapter 8. */
function easterSunday(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (correction + 19 * golden + 15) % 30;
  const moon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return isoDay(Date.UTC(year, 2, 28 + moon - weekday) / 86_400_000);
}
