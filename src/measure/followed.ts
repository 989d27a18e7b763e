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
  const withoutOutcome = new Map<string, { count: UnitCount; n: number }>();
  const cells = new Map<string, number>();
  const result: Followed[] = [];
  for (const count of counts) {
    const name = count.cells.join('\u0000');
    const cell = cells.get(name) ?? cells.size;
    cells.set(name, cell);
    const key = `${count.indexDay}/${count.exitDelay}/${count.endDelay}/${cell}`;
    const entry = withoutOutcome.get(key) ?? { count, n: 0 };
    entry.n += count.delay === null ? count.n : -count.n;
    withoutOutcome.set(key, entry);
    if (count.delay !== null) result.push({ ...ended(count, limits), ...place(count), n: count.n });
  }
  for (const { count, n } of withoutOutcome.values()) {
    if (n > 0) result.push({ ...ended({ ...count, delay: null }, limits), ...place(count), n });
  }
  return result;
}

const place = ({ indexDay, cells }: UnitCount) => ({ indexDay, cells });

function ended({ indexDay, exitDelay, endDelay, delay }: UnitCount, { coverage, until }: FollowUpLimits) {
  const observed = Math.max(0, Math.min(coverage - indexDay, until ?? Infinity, endDelay ?? Infinity));
  const exit = exitDelay ?? Infinity;
  if (delay !== null && delay <= observed && delay <= exit) return { time: delay, status: 1 };
  return exit <= observed ? { time: exit, status: 2 } : { time: observed, status: 0 };
}

/** The same follow-up whatever the index day and the cell: what estimators need, in far fewer rows. */
export function pooled(units: readonly FollowUpCount[]): readonly FollowUpCount[] {
  const counts = new Map<number, FollowUpCount>();
  for (const { time, status, n } of units) {
    const key = time * statuses + status;
    counts.set(key, { time, status, n: (counts.get(key)?.n ?? 0) + n });
  }
  return [...counts.values()];
}

/** More than the ways out a plan can name. */
const statuses = 1024;
