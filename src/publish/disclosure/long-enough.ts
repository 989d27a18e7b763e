import type { FollowUpCount } from '../../statistics/follow-up-count.ts';
import { countedAt, groupUnits, type LifeTable, type LifeTableGroup } from './life-table.ts';

/** Fewer people still followed at a horizon: the measure gives no figure there, nor does what is published of it. */
export const leastFollowed = 11;

/**
 * Whether a figure at a time rests on people followed that long: nobody was lost before it, or enough were followed
 * past it. Classes of time put some of those lost at their end, which must not pass for people seen until then.
 */
export function followedPast(counts: readonly FollowUpCount[], time: number): boolean {
  let lost = 0;
  let past = 0;
  for (const { n, ...count } of counts) {
    if (countedAt(count) > time) past += n;
    else if (count.status === 0) lost += n;
  }
  return lost === 0 || past >= leastFollowed;
}

/** The same, read in published classes for the groups taken together; false when no class ends at that time. */
export function shownFollowedPast(
  { until }: LifeTable,
  groups: readonly LifeTableGroup[],
  time: number,
): boolean {
  const last = until.indexOf(time);
  if (last < 0) return false;
  const upTo = groups.map(({ group, classes }) => ({
    group,
    classes: classes.slice(0, last + 1),
    beyond: 0,
  }));
  const lost = upTo.flatMap(({ classes }) => classes).reduce((sum, { censored }) => sum + censored, 0);
  return lost === 0 || total(groups) - total(upTo) >= leastFollowed;
}

const total = (groups: readonly LifeTableGroup[]): number =>
  groups.reduce((sum, group) => sum + groupUnits(group), 0);
