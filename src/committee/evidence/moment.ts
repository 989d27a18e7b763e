import { parisInstant } from '../../platform/paris-time.ts';

/** A day in Paris, `YYYY-MM-DD`; the instant at which it is over, and the last one before, ISO 8601. */
export interface Moment {
  readonly day: string;
  readonly end: string;
  readonly last: string;
}

const dayLength = 86_400_000;

export function endOf(day: string): Moment {
  const next = new Date(Date.parse(day) + dayLength).toISOString().slice(0, 10);
  const end = parisInstant(next, 0);
  return { day, end, last: new Date(Date.parse(end) - 1).toISOString() };
}
