const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The calendar day in Paris at an instant (ISO 8601), `YYYY-MM-DD`. */
export const parisDay = (instant: string): string => clock.format(new Date(instant)).slice(0, 10);

/**
 * The instant (ISO 8601, UTC) at which clocks in Paris show `hour` o'clock on a day, summer time or not. An hour the clocks
 * jump over is an hour later; one they show twice is its first time.
 */
export function parisInstant(day: string, hour: number): string {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  // Paris is one or two hours ahead; the earlier instant that shows the wanted hour is the first.
  const found = [2, 1].map((ahead) => wanted - ahead * 3_600_000).find((time) => shown(time) === wanted);
  return new Date(found ?? wanted - 3_600_000).toISOString();
}

/** What clocks in Paris show, as if it were UTC. */
const shown = (time: number): number => Date.parse(`${clock.format(time).replace(' ', 'T')}Z`);
