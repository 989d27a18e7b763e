import type { FollowUpCount } from '../../statistics/follow-up-count.ts';
import { countedAt } from './life-table.ts';
import { type DisclosureRule, maySee } from './rule.ts';

export interface TimeClassQuestion {
  /** Groups published side by side; with one more than the rest of them, all share the same classes. */
  readonly groups: readonly (readonly FollowUpCount[])[];
  /** Where a class may end, increasing. */
  readonly candidates: readonly number[];
  /** Ends wanted most, as figures are read there; the furthest first. */
  readonly wanted: readonly number[];
  readonly rule: DisclosureRule;
  /** Whether a class is also safe beside what is already public; `from` null: from the start. */
  readonly alsoSafe?: (from: number | null, to: number) => boolean;
}

/**
 * Ends of the classes of time in which every count of every group may be seen: as many figures wanted as possible,
 * then as many classes as possible. Exact: the best chain of classes, by dynamic programming. Empty when not even one
 * class is safe. What remains after the last class is one count: those still followed.
 */
export function timeClasses(question: TimeClassQuestion): readonly number[] {
  const { candidates, rule, alsoSafe } = question;
  const sums = question.groups.map((counts) => runningSums(counts, candidates));
  const safe = (from: number, to: number): boolean =>
    sums.every(({ byStatus }) =>
      byStatus.every((sum) => maySee((sum[to + 1] ?? 0) - (sum[from] ?? 0), rule)),
    ) &&
    (alsoSafe?.(from === 0 ? null : (candidates[from - 1] ?? null), candidates[to] ?? 0) ?? true);
  const endsWell = (to: number): boolean =>
    sums.every(({ units, byStatus }) =>
      maySee(units - byStatus.reduce((gone, sum) => gone + (sum[to + 1] ?? 0), 0), rule),
    );
  const best: Chain[] = [];
  let chosen: Chain | null = null;
  for (const [to, end] of candidates.entries()) {
    let found: Chain | null = null;
    for (let from = 0; from <= to; from++) {
      const before = from === 0 ? start : best[from - 1];
      if (before === undefined || before === nowhere || !safe(from, to)) continue;
      const worth = before.worth + value(end, question.wanted);
      if (found === null || worth > found.worth) found = { worth, ends: { end, before: before.ends } };
    }
    best.push(found ?? nowhere);
    if (found !== null && (chosen === null || found.worth > chosen.worth) && endsWell(to)) chosen = found;
  }
  return chosen === null ? [] : listed(chosen.ends);
}

interface Chain {
  readonly worth: number;
  readonly ends: Ends | null;
}
interface Ends {
  readonly end: number;
  readonly before: Ends | null;
}
const start: Chain = { worth: 0, ends: null };
const nowhere: Chain = { worth: Number.NEGATIVE_INFINITY, ends: null };

/** A figure wanted outweighs any number of classes, a further one any number of nearer ones. */
function value(end: number, wanted: readonly number[]): number {
  const place = wanted.indexOf(end);
  return place < 0 ? 1 : 1000 * 2 ** (wanted.length - place);
}

function listed(ends: Ends | null): number[] {
  const list: number[] = [];
  for (let step = ends; step !== null; step = step.before) list.unshift(step.end);
  return list;
}

/** By status, how many have come to that before or at each candidate; position 0 is before all of them. */
function runningSums(counts: readonly FollowUpCount[], candidates: readonly number[]) {
  const statuses = counts.reduce((most, { status }) => Math.max(most, status), 0) + 1;
  const byStatus = Array.from({ length: statuses }, () => new Float64Array(candidates.length + 1));
  let units = 0;
  for (const { time, status, n } of counts) {
    units += n;
    const counted = countedAt({ time, status });
    const at = candidates.findIndex((end) => counted <= end);
    const sum = byStatus[status];
    if (at >= 0 && sum !== undefined) sum[at + 1] = (sum[at + 1] ?? 0) + n;
  }
  for (const sum of byStatus) for (let i = 1; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (sum[i - 1] ?? 0);
  return { byStatus, units };
}
