import { dayNumber } from '../../statistics/calendar-day.ts';

/** Days from one to another, both included, as days since 1970-01-01. */
export interface DayRange {
  readonly from: number;
  readonly until: number;
}

/** Two days of the calendar, `YYYY-MM-DD`; throws on anything else: days are checked where they come in. */
export function dayRange(from: string, until: string): DayRange {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  if (first === null || last === null) throw new RangeError(`not days of the calendar: ${from}, ${until}`);
  return { from: first, until: last };
}

export const daysIn = ({ from, until }: DayRange): number => Math.max(0, until - from + 1);

/** What two ranges share; null when it is nothing. */
export function shared(a: DayRange, b: DayRange): DayRange | null {
  const range = { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
  return range.from <= range.until ? range : null;
}

/** Ranges put together, in order, none touching another. */
export function united(ranges: readonly DayRange[]): readonly DayRange[] {
  const result: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || range.from > last.until + 1) result.push(range);
    else result[result.length - 1] = { from: last.from, until: Math.max(last.until, range.until) };
  }
  return result;
}

/** What is left of a range once others are taken out of it. */
export function without(range: DayRange, others: readonly DayRange[]): readonly DayRange[] {
  let left: readonly DayRange[] = [range];
  for (const other of others) {
    left = left.flatMap((piece) => {
      if (shared(piece, other) === null) return [piece];
      return [
        { from: piece.from, until: other.from - 1 },
        { from: other.until + 1, until: piece.until },
      ].filter((rest) => rest.from <= rest.until);
    });
  }
  return left;
}
