import { dayNumber, isoDay } from '../../../statistics/calendar-day.ts';
import { seededRandom } from '../../../statistics/seeded-random.ts';

/** Draws of one row: uniform numbers, whole numbers below a bound, one of some values by their weights. */
export interface Draws {
  readonly uniform: () => number;
  readonly below: (bound: number) => number;
  readonly happens: (probability: number) => boolean;
}

/**
 * A CSV of rows simulated day after day from `first` to `last`, `perDay` of them on average. The same seed gives the
 * same rows, and a later last day adds to them.
 */
export function dailyTable(
  columns: string,
  days: { readonly first: string; readonly last: string; readonly perDay: number; readonly seed: number },
  row: (day: string, draws: Draws, rank: number) => readonly (string | number)[],
): string {
  const draws = drawsFrom(days.seed);
  const lines = [columns];
  const end = numbered(days.last);
  let due = 0;
  for (let day = numbered(days.first); day <= end; day++) {
    due += days.perDay * 2 * draws.uniform();
    for (; due >= 1; due--) lines.push(row(isoDay(day), draws, lines.length).join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** A CSV of `count` rows. */
export function fixedTable(
  columns: string,
  { count, seed }: { readonly count: number; readonly seed: number },
  row: (draws: Draws, rank: number) => readonly (string | number)[],
): string {
  const draws = drawsFrom(seed);
  const lines = Array.from({ length: count }, (_, i) => row(draws, i + 1).join(','));
  return `${[columns, ...lines].join('\n')}\n`;
}

export const dayAfter = (day: string, days: number): string => isoDay(numbered(day) + days);

/** First day of the month that comes a number of months after that of a day. */
export function monthAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** First days of the months from that of `since` to that of `through`. */
export function monthsBetween({
  since,
  through,
}: {
  readonly since: string;
  readonly through: string;
}): readonly string[] {
  const months: string[] = [];
  for (let next = monthAfter(since, 0); next <= through; next = monthAfter(next, 1)) months.push(next);
  return months;
}

function drawsFrom(seed: number): Draws {
  const uniform = seededRandom(seed);
  return {
    uniform,
    below: (bound) => Math.floor(uniform() * bound),
    happens: (probability) => uniform() < probability,
  };
}

function numbered(day: string): number {
  const number = dayNumber(day);
  if (number === null) throw new TypeError(`${day} is not a day`);
  return number;
}
