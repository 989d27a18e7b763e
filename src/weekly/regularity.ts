import { holidayOf } from './holidays.ts';
import { mondayOf, type Week, weekAfter } from './week.ts';

/** One square of the calendar. `done`: the team wrote something; `measured`: the machine alone ran. */
export interface CalendarWeek {
  readonly week: Week;
  readonly state: 'done' | 'measured' | 'holiday' | 'forgiven' | 'empty' | 'current';
  /** Name of the holiday, when it is one. */
  readonly holiday: string | null;
}

export interface Regularity {
  /** A year of weeks, oldest first, this one last. */
  readonly weeks: readonly CalendarWeek[];
  /** Weeks done in a row up to now. */
  readonly streak: number;
}

const shown = 52;

/**
 * A year of weeks and how many were done in a row. A holiday week never breaks the row, nor does this week before it is
 * over, nor one week missed in each quarter of the calendar; none of them counts in it either, unless it was done.
 */
export function regularity(
  now: Week,
  { done, measured }: { readonly done: ReadonlySet<Week>; readonly measured: ReadonlySet<Week> },
): Regularity {
  const weeks: CalendarWeek[] = [];
  const forgiven = new Set<string>();
  let streak = 0;
  let running = true;
  for (let i = 0; i < shown; i++) {
    const week = weekAfter(now, -i);
    const holiday = holidayOf(week);
    const state = stateOf(week);
    if (state === 'done' && running) streak++;
    if (state === 'empty' || state === 'measured') running = false;
    weeks.unshift({ week, state, holiday });

    function stateOf(own: Week): CalendarWeek['state'] {
      if (done.has(own)) return 'done';
      if (own === now) return 'current';
      if (holiday !== null) return 'holiday';
      const quarter = quarterOf(own);
      if (running && !forgiven.has(quarter) && [...done].some((other) => other < own)) {
        forgiven.add(quarter);
        return 'forgiven';
      }
      return measured.has(own) ? 'measured' : 'empty';
    }
  }
  return { weeks, streak };
}

/** Of the Thursday of the week: a week belongs to the quarter where most of its working days are. */
function quarterOf(week: Week): string {
  const monday = new Date(`${mondayOf(week)}T00:00:00Z`);
  const thursday = new Date(monday.getTime() + 3 * 86_400_000);
  return `${thursday.getUTCFullYear()}-${Math.floor(thursday.getUTCMonth() / 3)}`;
}
