const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of an ISO day `YYYY-MM-DD`; null when it is not a day of the calendar. */
export function dayNumber(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  // The 31st of a shorter month is read as a day of the next one.
  const isThatDay = new Date(time).getUTCDate() === Number(day.slice(8));
  return isThatDay ? time / millisecondsPerDay : null;
}

/** ISO day of a number of days since 1970-01-01. */
export const isoDay = (number: number): string =>
  new Date(number * millisecondsPerDay).toISOString().slice(0, 10);

/** The same day of the month, `months` later (before, when negative); the last day of that month when it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const reached = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(reached / 12), (reached % 12) + 1];
  const newDate = Math.min(date, lastDate(newYear, newMonth));
  return `${digits(newYear, 4)}-${digits(newMonth, 2)}-${digits(newDate, 2)}`;
}

const digits = (number: number, count: number): string => String(number).padStart(count, '0');

function lastDate(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day `count` days later (before, when negative). */
export const daysAfter = (day: string, count: number): string =>
  isoDay((dayNumber(day) ?? Number.NaN) + count);
