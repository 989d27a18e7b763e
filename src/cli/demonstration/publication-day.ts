/** The same day of the month, that many months before; the last day of that month when it is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 - months, Math.min(date, last)));
}

/** The last day of the month before: what is known on the day a figure is published. */
export function knownThrough(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return isoDay(Date.UTC(year, month - 1, 0));
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
