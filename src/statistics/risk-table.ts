import type { FollowUpCount } from './follow-up-count.ts';

/** What happens at one distinct time of follow-up. */
export interface RiskStep {
  readonly time: number;
  /** Units at risk just before `time`. */
  readonly atRisk: number;
  /** Units with the outcome of interest, with another outcome, censored, at `time`. */
  readonly events: number;
  readonly competing: number;
  readonly censored: number;
}

export interface RiskTable {
  readonly n: number;
  readonly steps: readonly RiskStep[];
  /** Delayed entries only, by increasing time: units entered up to and including `time`. */
  readonly entries: readonly { readonly time: number; readonly entered: number }[];
}

/**
 * Counts sorted into distinct times with the number at risk at each: one sort, one sweep. At a tied time events
 * precede censorings. An entry of 0 is no delay: such units are at risk from the start, time 0 included.
 * `cause` is the status counted as the event; other statuses above 0 are competing.
 */
export function riskTable(counts: readonly FollowUpCount[], cause = 1): RiskTable {
  const rows = counts.filter((row) => row.n > 0).sort((a, b) => a.time - b.time);
  const entries = delayedEntries(rows);
  const n = rows.reduce((total, row) => total + row.n, 0);
  const late = entries.at(-1)?.entered ?? 0;
  const steps: RiskStep[] = [];
  let entered = n - late;
  let left = 0;
  let nextEntry = 0;
  for (let i = 0; i < rows.length; ) {
    const time = rows[i]?.time ?? 0;
    const tally = { events: 0, competing: 0, censored: 0 };
    for (let row = rows[i]; row !== undefined && row.time === time; row = rows[++i]) {
      if (row.status === cause) tally.events += row.n;
      else if (row.status > 0) tally.competing += row.n;
      else tally.censored += row.n;
    }
    for (let e = entries[nextEntry]; e !== undefined && e.time < time; e = entries[++nextEntry]) {
      entered = n - late + e.entered;
    }
    steps.push({ time, atRisk: entered - left, ...tally });
    left += tally.events + tally.competing + tally.censored;
  }
  return { n, steps, entries };
}

function delayedEntries(rows: readonly FollowUpCount[]): RiskTable['entries'] {
  const delayed = rows.filter((row) => (row.entry ?? 0) > 0);
  delayed.sort((a, b) => (a.entry ?? 0) - (b.entry ?? 0));
  let entered = 0;
  return delayed.map((row) => {
    entered += row.n;
    return { time: row.entry ?? 0, entered };
  });
}

/** Index of the last element whose time is at most `time`, -1 before the first. */
export function lastAtOrBefore(steps: readonly { readonly time: number }[], time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.time ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Units at risk just before `time`, whether or not something happens then: `entry < time <= exit`. */
export function atRiskJustBefore(table: RiskTable, time: number): number {
  const before = lastAtOrBefore(table.steps, time);
  const step = table.steps[before];
  if (step?.time === time) return step.atRisk;
  const next = table.steps[before + 1];
  if (next === undefined) return 0;
  return next.atRisk - (enteredBefore(table, next.time) - enteredBefore(table, time));
}

function enteredBefore(table: RiskTable, time: number): number {
  let i = lastAtOrBefore(table.entries, time);
  while (i >= 0 && table.entries[i]?.time === time) i -= 1;
  return table.entries[i]?.entered ?? 0;
}

/** Last observed time; -1 when nobody was followed. */
export const lastObservedTime = (table: RiskTable): number => table.steps.at(-1)?.time ?? -1;

/**
 * A curve read at `horizon`: its last step by then, units still at risk just before, events so far, and whether
 * follow-up stops earlier while some remain.
 */
export function readAt<Step extends RiskStep & { readonly survival: number }>(
  { table, steps }: { readonly table: RiskTable; readonly steps: readonly Step[] },
  horizon: number,
) {
  const index = lastAtOrBefore(steps, horizon);
  const step = steps[index];
  return {
    step,
    atRisk: atRiskJustBefore(table, horizon),
    events: steps.slice(0, index + 1).reduce((sum, { events }) => sum + events, 0),
    beyondFollowUp: horizon > lastObservedTime(table) && (step?.survival ?? 1) > 0,
  };
}
