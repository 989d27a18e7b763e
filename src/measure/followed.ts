import type { FollowUpCount } from '../statistics/follow-up-count.ts';

/** Units of one index day and one cell that share the same follow-up. `indexDay` null: durations without dates. */
export interface Followed extends FollowUpCount {
  readonly indexDay: number | null;
  readonly cells: readonly string[];
}

/** What the engine counts: units by index day, and their first outcome when `delay` is set (then also among the units). */
export interface UnitCount {
  readonly indexDay: number;
  readonly exitDelay: number | null;
  readonly endDelay: number | null;
  readonly delay: number | null;
  readonly cells: readonly string[];
  readonly n: number;
}

export interface FollowUpLimits {
  /** Last day for which outcomes are complete, days since 1970-01-01. */
  readonly coverage: number;
  /** Days after the index day at which the window closes; null: never. */
  readonly until: number | null;
}

/**
 * Ends each unit's follow-up at the first of: its outcome (status 1), its other way out (status 2), the end of the
 * window, of its own follow-up, or of the register's coverage (status 0). An outcome on the day of the exit counts.
 * A clock that starts after the coverage has been followed for 0 days.
 */
export function followed(counts: readonly UnitCount[], limits: FollowUpLimits): readonly Followed[] {
  const withoutOutcome = new Map<string, { readonly count: UnitCount; n: number }>();
  const cellNumbers = new Map<string, number>();
  const result: Followed[] = [];
  for (const count of counts) {
    const { indexDay, exitDelay, endDelay, delay, cells, n } = count;
    const key = `${indexDay}/${exitDelay}/${endDelay}/${numbered(cellNumbers, cells)}`;
    const entry = withoutOutcome.get(key);
    const left = delay === null ? n : -n;
    if (entry === undefined) withoutOutcome.set(key, { count, n: left });
    else entry.n += left;
    if (delay !== null) result.push(ended(count, delay, n, limits));
  }
  for (const { count, n } of withoutOutcome.values()) {
    if (n > 0) result.push(ended(count, null, n, limits));
  }
  return result;
}

function numbered(numbers: Map<string, number>, cells: readonly string[]): number {
  if (cells.length === 0) return 0;
  const name = cells.length === 1 ? (cells[0] ?? '') : cells.join('\u0000');
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}

function ended(count: UnitCount, delay: number | null, n: number, limits: FollowUpLimits): Followed {
  const { indexDay, exitDelay, endDelay, cells } = count;
  const { coverage, until } = limits;
  const observed = Math.max(0, Math.min(coverage - indexDay, until ?? Infinity, endDelay ?? Infinity));
  const exit = exitDelay ?? Infinity;
  if (delay !== null && delay <= observed && delay <= exit)
    return { time: delay, status: 1, n, indexDay, cells };
  if (exit <= observed) return { time: exit, status: 2, n, indexDay, cells };
  return { time: observed, status: 0, n, indexDay, cells };
}

/** The same follow-up whatever the index day and the cell: what estimators need, in far fewer rows. */
export function pooled(units: readonly FollowUpCount[]): readonly FollowUpCount[] {
  const counts = new Map<number, { readonly time: number; readonly status: number; n: number }>();
  for (const { time, status, n } of units) {
    const key = time * statuses + status;
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { time, status, n });
    else entry.n += n;
  }
  return [...counts.values()];
}

/** More than the ways out a plan can name. */
const statuses = 1024;
