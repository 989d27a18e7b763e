import type { FollowUpCount } from '../../statistics/follow-up-count.ts';

/** How few people a published count may stand for. */
export interface DisclosureRule {
  /** Fewest people a published count may count, 0 set apart: 11 for people, 3 for firms. */
  readonly threshold: number;
  /** Largest share one contributor may have in a published sum: 0.85 for firms, null for people. */
  readonly largestShare: number | null;
}

export const peopleRule: DisclosureRule = { threshold: 11, largestShare: null };
export const firmsRule: DisclosureRule = { threshold: 3, largestShare: 0.85 };

/** Whether a count, or the difference of two published counts, may be seen: none, or enough people. */
export const maySee = (count: number, { threshold }: DisclosureRule): boolean =>
  count === 0 || Math.abs(count) >= threshold;

/** How many ways out besides the outcome the counts know. */
export const competingWays = (counts: readonly FollowUpCount[]): number =>
  counts.reduce((most, { status }) => Math.max(most, status - 1), 0);
