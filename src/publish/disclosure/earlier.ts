import type { FollowUpCount } from '../../statistics/follow-up-count.ts';
import { countedAt, groupUnits, type LifeTable, type LifeTableGroup } from './life-table.ts';
import { type DisclosureRule, maySee } from './rule.ts';

export interface NamedCounts {
  readonly group: string | null;
  readonly counts: readonly FollowUpCount[];
}

/** Name of the groups too small to be shown, taken together. */
export const others = '*';

/** Today's counts of some people beside those already public of the same people. */
export interface Compared {
  readonly now: readonly FollowUpCount[];
  readonly until: readonly number[];
  readonly before: LifeTableGroup;
}

/**
 * What a reader can set beside each earlier table: groups of the same name, and all the rest taken together, which is
 * what the others leave. A group shown for the first time belongs to the rest.
 */
export function besideEarlier(
  groups: readonly NamedCounts[],
  earlier: readonly LifeTable[],
): readonly Compared[] {
  return earlier.flatMap((table) => {
    const known = new Map(table.groups.map((group) => [group.group, group]));
    const { until } = table;
    const named = groups.flatMap(({ group, counts }) => {
      const before = group === others ? undefined : known.get(group);
      return before === undefined ? [] : [{ group, now: counts, until, before }];
    });
    const names = new Set(named.map(({ group }) => group));
    const rest = groups.filter(({ group }) => !names.has(group)).flatMap(({ counts }) => counts);
    const before = table.groups.filter(({ group }) => !names.has(group));
    return before.length === 0 && rest.length === 0
      ? named
      : [...named, { now: rest, until, before: together(before, until.length) }];
  });
}

/** Whether the number of units itself differs from each earlier one by none or by enough of them. */
export const unitsSafe = (compared: readonly Compared[], rule: DisclosureRule): boolean =>
  compared.every(({ now, before }) => maySee(sum(now) - groupUnits(before), rule));

/**
 * Whether a class of time, set beside what was public before, counts none or enough people: against the largest span
 * of earlier classes it holds and the smallest that holds it, for outcomes; against the same end, for those who have
 * passed it. Wider or narrower spans differ by earlier classes, which are safe themselves.
 */
export function safeBeside(
  compared: readonly Compared[],
  rule: DisclosureRule,
): (from: number | null, to: number) => boolean {
  const pairs = compared.map(({ now, before, until }) => ({
    now: readings(now),
    before: readings(countsOf(before, until)),
    until,
  }));
  return (from, to) =>
    pairs.every(({ now, before, until }) => {
      const [below, above] = [lastUpTo(until, to), firstFrom(until, to)];
      if (below === to && !maySee(now.passed(to) - before.passed(to), rule)) return false;
      const ways = Math.max(now.ways, before.ways);
      const spans = [
        { since: null, start: null, end: below },
        { since: null, start: null, end: above },
        { since: from, start: from === null ? null : firstFrom(until, from), end: below },
        { since: from, start: from === null ? null : lastUpTo(until, from), end: above },
      ];
      for (const { since, start, end } of spans) {
        if (end === null || (since !== null && start === null) || (start !== null && start >= end)) continue;
        for (let status = 1; status <= ways; status++) {
          const change = now.between(since, to, status) - before.between(start, end, status);
          if (!maySee(change, rule)) return false;
        }
      }
      return true;
    });
}

/**
 * Ends at which a class may end today: those of every earlier table, later ones, and the horizons wanted. Cutting
 * otherwise than before would let two publications be set against each other in any number of ways.
 */
export const neverFiner = (
  candidates: readonly number[],
  wanted: readonly number[],
  earlier: readonly LifeTable[],
): readonly number[] =>
  candidates.filter(
    (end) =>
      wanted.includes(end) || earlier.every(({ until }) => until.includes(end) || end > (until.at(-1) ?? -1)),
  );

interface Readings {
  readonly ways: number;
  /** Units followed past a time. */
  passed(time: number): number;
  /** Units that came to a status after `from` and no later than `to`. */
  between(from: number | null, to: number, status: number): number;
}

function readings(counts: readonly FollowUpCount[]): Readings {
  const ways = counts.reduce((most, { status }) => Math.max(most, status), 0);
  const gone = cumulated(counts);
  const byStatus = Array.from({ length: ways + 1 }, (_, status) =>
    cumulated(counts.filter((count) => count.status === status)),
  );
  const units = sum(counts);
  return {
    ways,
    passed: (time) => units - gone(time),
    between: (from, to, status) => {
      const upTo = byStatus[status] ?? (() => 0);
      return upTo(to) - (from === null ? 0 : upTo(from));
    },
  };
}

/** How many up to each time, asked many times. */
function cumulated(counts: readonly FollowUpCount[]): (time: number) => number {
  const byTime = new Map<number, number>();
  for (const { n, ...count } of counts) {
    const time = countedAt(count);
    byTime.set(time, (byTime.get(time) ?? 0) + n);
  }
  const times = [...byTime.keys()].sort((a, b) => a - b);
  let total = 0;
  const sums = times.map((time) => {
    total += byTime.get(time) ?? 0;
    return total;
  });
  const known = new Map<number, number>();
  return (time) => {
    const found = known.get(time);
    if (found !== undefined) return found;
    const at = times.findLastIndex((other) => other <= time);
    const upTo = at < 0 ? 0 : (sums[at] ?? 0);
    known.set(time, upTo);
    return upTo;
  };
}

/** Classes as counts at their ends; those still followed are past the last of them. */
function countsOf({ classes, beyond }: LifeTableGroup, until: readonly number[]): readonly FollowUpCount[] {
  const rows = classes.flatMap(({ outcomes, competing, censored }, k) => {
    const time = until[k] ?? 0;
    const lost = { time: Math.max(0, time - 0.5), status: 0, n: censored };
    return [lost, ...[outcomes, ...competing].map((n, i) => ({ time, status: i + 1, n }))];
  });
  return [...rows, { time: Number.POSITIVE_INFINITY, status: 0, n: beyond }];
}

function together(groups: readonly LifeTableGroup[], length: number): LifeTableGroup {
  const add = (of: (group: LifeTableGroup) => number) =>
    groups.reduce((total, group) => total + of(group), 0);
  const ways = groups[0]?.classes[0]?.competing.length ?? 0;
  return {
    group: others,
    classes: Array.from({ length }, (_, k) => ({
      outcomes: add(({ classes }) => classes[k]?.outcomes ?? 0),
      competing: Array.from({ length: ways }, (_, i) => add(({ classes }) => classes[k]?.competing[i] ?? 0)),
      censored: add(({ classes }) => classes[k]?.censored ?? 0),
    })),
    beyond: add(({ beyond }) => beyond),
  };
}

const sum = (counts: readonly { readonly n: number }[]): number =>
  counts.reduce((total, { n }) => total + n, 0);
const lastUpTo = (ends: readonly number[], time: number): number | null =>
  ends.findLast((end) => end <= time) ?? null;
const firstFrom = (ends: readonly number[], time: number): number | null =>
  ends.find((end) => end >= time) ?? null;
