/**
 * How strong a hidden cause would have to be to undo a matched comparison of censored follow-up: Rosenbaum's bounds on
 * the outcome known at a horizon. Those whose follow-up stops before the horizon without the outcome are left out: were
 * the service without effect, that would not depend on who received it, so the test keeps its meaning; they cost
 * power only. Users and others with the same covariates are interchangeable: the number of pairs of each kind is that
 * expected from pairs drawn at random among them, rounded.
 */
import type { PairedRows } from './nearest-matching.ts';
import type { Refused } from './refused.ts';
import { type RosenbaumBounds, rosenbaumBounds } from './rosenbaum-bounds.ts';
import { type MatchedGroup, rosenbaumStrata } from './rosenbaum-strata.ts';
import type { CellFollowUp, WeightGroups } from './weighted-follow-up.ts';

/** Units alike with the outcome by the horizon, and known to be without it then. */
export interface KnownOutcomes {
  readonly events: Float64Array;
  readonly others: Float64Array;
}

/** `direction`: 1 for an effect that raises the outcome, -1 for one that lowers it. */
export type HiddenCause = (horizon: number, direction: 1 | -1) => RosenbaumBounds | Refused;

export function knownOutcomes(
  rows: readonly CellFollowUp[],
  groups: Pick<WeightGroups, 'counts'>,
  groupOf: ArrayLike<number>,
  horizon: number,
): KnownOutcomes {
  const events = new Float64Array(groups.counts.length);
  const others = new Float64Array(groups.counts.length);
  rows.forEach(({ time, status, n }, i) => {
    const g = groupOf[i] as number;
    if (status === 1 && time <= horizon) events[g] = (events[g] as number) + n;
    else if (status > 1 || time >= horizon) others[g] = (others[g] as number) + n;
  });
  return { events, others };
}

/** Exact matching: everybody in a cell is matched with everybody of the other arm in it. */
export function hiddenCauseInCells(
  { events, others }: KnownOutcomes,
  { cell, treated }: WeightGroups,
  direction: 1 | -1,
): RosenbaumBounds | Refused {
  const [happened, not] = direction === 1 ? [events, others] : [others, events];
  const cells = new Map<number, { -readonly [K in keyof MatchedGroup]: number }>();
  cell.forEach((name, g) => {
    const known = cells.get(name) ?? { treated: 0, others: 0, events: 0, treatedEvents: 0 };
    cells.set(name, known);
    const own = happened[g] as number;
    const size = own + (not[g] as number);
    known.events += own;
    if (treated[g] === 1) {
      known.treated += size;
      known.treatedEvents += own;
    } else known.others += size;
  });
  return rosenbaumStrata([...cells.values()], [1]);
}

/** Pairs without replacement. */
export function hiddenCauseInPairs(
  { events, others }: KnownOutcomes,
  counts: ArrayLike<number>,
  paired: readonly PairedRows[],
  direction: 1 | -1,
): RosenbaumBounds | Refused {
  const share = (rows: readonly number[], of: Float64Array) =>
    rows.reduce((sum, g) => sum + (of[g] as number), 0) /
    rows.reduce((sum, g) => sum + (counts[g] as number), 0);
  let [userOnly, otherOnly] = [0, 0];
  for (const { treated, control, pairs } of paired) {
    userOnly += pairs * share(treated, events) * share(control, others);
    otherOnly += pairs * share(treated, others) * share(control, events);
  }
  const [forIt, against] =
    direction === 1
      ? [Math.round(userOnly), Math.round(otherOnly)]
      : [Math.round(otherOnly), Math.round(userOnly)];
  return rosenbaumBounds({ discordantPairs: forIt + against, treatedOnly: forIt, gammas: [1] });
}
