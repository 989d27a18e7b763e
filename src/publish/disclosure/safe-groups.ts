import type { FollowUpCount } from '../../statistics/follow-up-count.ts';
import { besideEarlier, type NamedCounts, neverFiner, others, safeBeside, unitsSafe } from './earlier.ts';
import { classed, type LifeTable } from './life-table.ts';
import { competingWays, type DisclosureRule } from './rule.ts';
import { timeClasses } from './time-classes.ts';

export interface GroupQuestion {
  readonly groups: readonly NamedCounts[];
  /** Ends of the classes in which everyone is published: groups are never finer, so that no difference is. */
  readonly until: readonly number[];
  readonly wanted: readonly number[];
  readonly rule: DisclosureRule;
  /** The same table in earlier publications. */
  readonly earlier: readonly LifeTable[];
  /** Groups that must stay apart (those of a comparison): the table is given up rather than merged. */
  readonly apart?: boolean;
}

/**
 * Groups side by side in common classes of time. While a group is too small for its counts to be seen, the two
 * smallest are taken together as « others »; so nothing is hidden that the total would give back. Null when fewer than
 * two groups could be shown apart.
 */
export function safeGroups(question: GroupQuestion): LifeTable | null {
  const { until, wanted, rule, earlier } = question;
  const furthest = wanted.find((end) => until.includes(end));
  const ways = Math.max(0, ...question.groups.map(({ counts }) => competingWays(counts)));
  let groups: readonly NamedCounts[] = question.groups.filter(({ counts }) => units(counts) > 0);
  while (groups.length > 1) {
    const compared = besideEarlier(groups, earlier);
    const found = unitsSafe(compared, rule)
      ? timeClasses({
          groups: groups.map(({ counts }) => counts),
          candidates: neverFiner(until, wanted, earlier),
          wanted,
          rule,
          alsoSafe: safeBeside(compared, rule),
        })
      : [];
    if (found.length > 0 && (furthest === undefined || found.includes(furthest))) {
      return { until: found, groups: groups.map(({ group, counts }) => classed(group, counts, found, ways)) };
    }
    if (question.apart) return null;
    groups = smallestTogether(groups);
  }
  return null;
}

/** The two smallest groups become « others »; when there are others already, they count as one of the two. */
function smallestTogether(groups: readonly NamedCounts[]): readonly NamedCounts[] {
  const bySize = [...groups].sort((a, b) => rank(a) - rank(b));
  const [first, second, ...rest] = bySize;
  const kept = groups.filter((group) => rest.includes(group));
  return [...kept, { group: others, counts: [...(first?.counts ?? []), ...(second?.counts ?? [])] }];
}

const rank = ({ group, counts }: NamedCounts): number => (group === others ? -1 : units(counts));
const units = (counts: readonly FollowUpCount[]): number => counts.reduce((sum, { n }) => sum + n, 0);
