import type { Indicator } from '../../plan/plan.ts';
import type { FollowUpCount } from '../../statistics/follow-up-count.ts';

/** How few people a published count may stand for. */
export interface DisclosureRule {
  /** Fewest people a published count may count, 0 set apart: 11 for people, 3 for firms. */
  readonly threshold: number;
  /**
   * Largest share one contributor may have in a published sum: 0.85 for firms, null for people. Every published count
   * of firms keeps it by its threshold alone: each of at least three counts one.
   */
  readonly largestShare: number | null;
}

export const peopleRule: DisclosureRule = { threshold: 11, largestShare: null };
export const firmsRule: DisclosureRule = { threshold: 3, largestShare: 0.85 };

/**
 * The rule for one indicator: that of firms when its units are firms, unless a threshold was asked for; none for a
 * table of things that are neither people nor firms. People followed or asked always keep that of people.
 */
export function ruleFor(
  { method, unitKind }: Pick<Indicator, 'method' | 'unitKind'>,
  rule: DisclosureRule,
): DisclosureRule {
  if (unitKind === 'firms' && rule.threshold === peopleRule.threshold) return firmsRule;
  return unitKind === 'other' && method === 'rollout' ? { threshold: 1, largestShare: null } : rule;
}

/** Whether a count, or the difference of two published counts, may be seen: none, or enough people. */
export const maySee = (count: number, { threshold }: DisclosureRule): boolean =>
  count === 0 || Math.abs(count) >= threshold;

/** How many ways out besides the outcome the counts know. */
export const competingWays = (counts: readonly FollowUpCount[]): number =>
  counts.reduce((most, { status }) => Math.max(most, status - 1), 0);
