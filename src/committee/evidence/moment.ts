import { parisInstant } from '../../platform/paris-time.ts';

/** A day in Paris, `YYYY-MM-DD`, and the instant at which it ends, ISO 8601. */
export interface Moment {
  readonly day: string;
  readonly end: string;
}

const dayLength = 86_400_000;

export function endOf(day: string): Moment {
  const next = new Date(Date.parse(day) + dayLength).toISOString().slice(0, 10);
  return { day, end: parisInstant(next, 0) };
}
