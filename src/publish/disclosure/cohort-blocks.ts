import type { FollowUpCount } from '../../statistics/follow-up-count.ts';
import { besideEarlier, safeBeside, unitsSafe } from './earlier.ts';
import { classed, type LifeTable, type LifeTableGroup } from './life-table.ts';
import { competingWays, type DisclosureRule, maySee } from './rule.ts';

export interface CohortCounts {
  readonly cohort: string;
  readonly counts: readonly FollowUpCount[];
}

/**
 * Consecutive cohorts taken together until every count may be seen. Blocks are named `first/last`. Those already
 * public are never cut again: a finer cut beside a coarser one would give the difference. Null when only one block is
 * possible, which says no more than everyone; null too when the first blocks, set beside everyone of an earlier day, who
 * belonged to them, would tell of a few people.
 */
export function cohortBlocks(
  cohorts: readonly CohortCounts[],
  until: readonly number[],
  rule: DisclosureRule,
  { earlier, everyone }: { readonly earlier: readonly LifeTable[]; readonly everyone: readonly LifeTable[] },
): LifeTable | null {
  const ways = Math.max(0, ...cohorts.map(({ counts }) => competingWays(counts)));
  const mayEnd = publicEnds(earlier);
  const blocks: CohortCounts[][] = [];
  let open: CohortCounts[] = [];
  for (const cohort of cohorts) {
    open.push(cohort);
    if (mayEnd(cohort.cohort) && safeBlock(open)) {
      blocks.push(open);
      open = [];
    }
  }
  while (open.length > 0 && !safeBlock(open)) {
    const before = blocks.pop();
    if (before === undefined) return null;
    open = [...before, ...open];
  }
  if (open.length > 0) blocks.push(open);
  if (blocks.length < 2 || !blocks.every((block) => safeUpTo(block.at(-1)?.cohort ?? ''))) return null;
  return { until, groups: blocks.map((block) => classed(blockName(block), pooled(block), until, ways)) };

  function safeBlock(block: readonly CohortCounts[]): boolean {
    const counts = pooled(block);
    const before = earlier.flatMap((table) => within(table, blockName(block)) ?? []);
    const compared = besideEarlier([{ group: null, counts }], before);
    const changes = safeBeside(compared, rule);
    return (
      safeGroup(classed(null, counts, until, ways), rule) &&
      unitsSafe(compared, rule) &&
      until.every((end, k) => changes(k === 0 ? null : (until[k - 1] ?? null), end))
    );
  }

  function safeUpTo(last: string): boolean {
    const first = pooled(cohorts.filter(({ cohort }) => cohort <= last));
    const compared = besideEarlier([{ group: null, counts: first }], everyone);
    const changes = safeBeside(compared, rule);
    return (
      unitsSafe(compared, rule) &&
      until.every((end, k) => changes(k === 0 ? null : (until[k - 1] ?? null), end))
    );
  }
}

/** `2026-01/2026-03`; one cohort alone keeps its name. */
function blockName(block: readonly CohortCounts[]): string {
  const [first, last] = [block[0]?.cohort ?? '', block.at(-1)?.cohort ?? ''];
  return first === last ? first : `${first}/${last}`;
}

export const blockEnds = (name: string): { readonly first: string; readonly last: string } => {
  const [first = '', last = first] = name.split('/');
  return { first, last };
};

const pooled = (block: readonly CohortCounts[]): readonly FollowUpCount[] =>
  block.flatMap(({ counts }) => counts);

const safeGroup = ({ classes, beyond }: LifeTableGroup, rule: DisclosureRule): boolean =>
  maySee(beyond, rule) &&
  classes.every(({ outcomes, competing, censored }) =>
    [outcomes, censored, ...competing].every((count) => maySee(count, rule)),
  );

/** Cohorts after which a block may end: anywhere after what is public, only where it already ended before. */
function publicEnds(earlier: readonly LifeTable[]): (cohort: string) => boolean {
  const tables = earlier.map(({ groups }) => groups.map(({ group }) => blockEnds(group ?? '').last));
  return (cohort) => tables.every((ends) => cohort > (ends.at(-1) ?? '') || ends.includes(cohort));
}

/** The blocks of an earlier table that lie within one of today's. */
function within(table: LifeTable, name: string): LifeTable | null {
  const { first, last } = blockEnds(name);
  const inside = table.groups.filter(({ group }) => {
    const ends = blockEnds(group ?? '');
    return ends.first >= first && ends.last <= last;
  });
  return inside.length === 0 ? null : { until: table.until, groups: inside };
}
