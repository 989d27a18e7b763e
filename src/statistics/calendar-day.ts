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
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The day `count` days later (before, when negative). */
export const daysAfter = (day: string, count: number): string =>
  isoDay((dayNumber(day) ?? Number.NaN) + count);
