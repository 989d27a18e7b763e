import { observedShare } from '../../measure/cohorts.ts';
import type { Followed } from '../../measure/followed.ts';
import { type CohortCounts, cohortBlocks } from '../disclosure/cohort-blocks.ts';
import { covariateTable } from '../disclosure/covariate-table.ts';
import { besideEarlier, neverFiner, safeBeside, unitsSafe } from '../disclosure/earlier.ts';
import { classed, type LifeTable } from '../disclosure/life-table.ts';
import { followedPast } from '../disclosure/long-enough.ts';
import { nowcastWeeks } from '../disclosure/nowcast-weeks.ts';
import { competingWays, type DisclosureRule, maySee } from '../disclosure/rule.ts';
import { safeGroups } from '../disclosure/safe-groups.ts';
import { timeClasses } from '../disclosure/time-classes.ts';
import type { FollowUpFacts } from './follow-up-facts.ts';
import type { FollowUpCounts } from './published-counts.ts';

const mostCandidates = 400;

/** `few-changes`: not enough people are new since an earlier publication for a new one to say nothing of them. */
export type Frozen = FollowUpCounts | { readonly kind: 'few-changes' };

/**
 * From people counted day by day to counts that may be seen, each of none or of at least as many people as the rule
 * asks: classes of time for everyone, then the same ends or fewer for each table of groups, so that no difference
 * between two tables, nor with an earlier publication, counts a few people.
 */
export function freezeFollowUp(
  facts: FollowUpFacts,
  rule: DisclosureRule,
  earlier: readonly FollowUpCounts[],
): Frozen {
  const units = comparable(facts, rule);
  const published = publicTables(earlier);
  const { timeUnit } = facts;
  const everyone = everyoneTable(
    facts,
    units,
    rule,
    published((counts) => counts.everyone),
  );
  if (everyone === 'few-changes') return { kind: 'few-changes' };
  const until = everyone?.until ?? [];
  const wanted = wantedEnds(facts);
  const tableOf = (
    groups: ReadonlyMap<string, readonly Followed[]>,
    before: readonly LifeTable[],
    apart = false,
  ) =>
    safeGroups({
      groups: [...groups].map(([group, members]) => ({ group, counts: members })),
      until,
      wanted,
      rule,
      earlier: before,
      apart,
    });
  const breakdownBefore = (name: string) =>
    published(({ breakdowns }) => breakdowns.find(({ by }) => by === name)?.table ?? null);
  const breakdowns = facts.breakdowns.flatMap(({ by, groupOf }) => {
    const table = until.length === 0 ? null : tableOf(grouped(units, groupOf), breakdownBefore(by));
    return table === null ? [] : [{ by, table }];
  });
  const armOf = facts.comparison?.armOf;
  const arms =
    armOf === undefined || until.length === 0
      ? null
      : tableOf(
          grouped(units, (unit) => armOf(unit) ?? leftOut),
          published((counts) => counts.arms),
          true,
        );
  const takeUpOf = facts.comparison?.takeUpOf ?? null;
  const takeUp =
    arms === null || takeUpOf === null || armOf === undefined
      ? null
      : safeGroups({
          groups: [...grouped(units, (unit) => `${armOf(unit)}/${takeUpOf(unit)}`)].map(
            ([group, counts]) => ({
              group,
              counts,
            }),
          ),
          until: arms.until,
          wanted,
          rule,
          earlier: published((counts) => counts.takeUp),
          apart: true,
        });
  const cohorts = cohortTable(facts, units, until, rule, {
    earlier: published((counts) => counts.cohorts),
    everyone: published((counts) => counts.everyone),
  });
  return {
    kind: 'follow-up',
    timeUnit,
    causes: facts.causes,
    everyone,
    breakdowns,
    cohorts: cohorts?.table ?? null,
    maturity: cohorts?.maturity ?? [],
    arms,
    takeUp,
    covariates:
      arms === null
        ? []
        : (facts.comparison?.covariates ?? []).flatMap(({ covariate, counts }) => {
            const known = earlier.flatMap(({ covariates }) =>
              covariates.filter((table) => table.covariate === covariate),
            );
            return covariateTable(covariate, counts, rule, known) ?? [];
          }),
    adjusted: facts.adjusted,
    nowcast:
      facts.nowcast &&
      nowcastWeeks(
        facts.nowcast,
        rule,
        earlier.flatMap(({ nowcast }) => (nowcast === null ? [] : [nowcast])),
      ),
  };
}

type PublicTables = (of: (counts: FollowUpCounts) => LifeTable | null) => readonly LifeTable[];

/** A table as it was in each earlier publication. */
const publicTables =
  (earlier: readonly FollowUpCounts[]): PublicTables =>
  (of) =>
    earlier.flatMap((counts) => of(counts) ?? []);

const leftOut = 'left-out';

/** A few people in neither arm are left out of everything: a total with them beside one without would tell. */
function comparable({ units, comparison }: FollowUpFacts, rule: DisclosureRule): readonly Followed[] {
  if (comparison === null) return units;
  const outside = units.filter((unit) => comparison.armOf(unit) === null);
  const count = outside.reduce((sum, { n }) => sum + n, 0);
  return maySee(count, rule) ? units : units.filter((unit) => comparison.armOf(unit) !== null);
}

function everyoneTable(
  facts: FollowUpFacts,
  units: readonly Followed[],
  rule: DisclosureRule,
  earlier: readonly LifeTable[],
): LifeTable | null | 'few-changes' {
  const compared = besideEarlier([{ group: null, counts: units }], earlier);
  if (!unitsSafe(compared, rule)) return 'few-changes';
  const until = timeClasses({
    groups: [units],
    candidates: neverFiner(candidateEnds(facts, units, earlier), wantedEnds(facts), earlier),
    wanted: wantedEnds(facts),
    rule,
    alsoSafe: safeBeside(compared, rule),
  });
  if (until.length === 0) return earlier.length === 0 ? null : 'few-changes';
  return { until, groups: [classed(null, units, until, competingWays(units))] };
}

/** Horizons some were followed to, in the unit of time of the counts, the furthest first. */
const wantedEnds = ({ horizons, timeUnit, units }: FollowUpFacts): readonly number[] =>
  [...new Set(horizons.map((days) => Math.floor(days / timeUnit + 1e-9)))]
    .filter((time) => followedPast(units, time))
    .sort((a, b) => b - a);

/** Times at which something happens, horizons, and ends already public; thinned evenly when there are very many. */
function candidateEnds(
  facts: FollowUpFacts,
  units: readonly Followed[],
  earlier: readonly LifeTable[],
): readonly number[] {
  const wanted = wantedEnds(facts);
  const furthest = Math.max(
    0,
    ...wanted,
    facts.until === null ? 0 : Math.floor(facts.until / facts.timeUnit),
  );
  const times = new Set(units.filter(({ time, status }) => status > 0 || time === 0).map(({ time }) => time));
  const sorted = [...times].filter((time) => time <= furthest).sort((a, b) => a - b);
  const every = Math.ceil(sorted.length / mostCandidates);
  const thinned = sorted.filter((_, i) => i % every === every - 1 || i === sorted.length - 1);
  return [...new Set([...thinned, ...wanted, ...earlier.flatMap(({ until }) => until)])].sort(
    (a, b) => a - b,
  );
}

function grouped(
  units: readonly Followed[],
  groupOf: (unit: Followed) => string,
): ReadonlyMap<string, readonly Followed[]> {
  const groups = new Map<string, Followed[]>();
  for (const unit of units) {
    const value = groupOf(unit);
    const members = groups.get(value);
    if (members) members.push(unit);
    else groups.set(value, [unit]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function cohortTable(
  facts: FollowUpFacts,
  units: readonly Followed[],
  until: readonly number[],
  rule: DisclosureRule,
  before: { readonly earlier: readonly LifeTable[]; readonly everyone: readonly LifeTable[] },
) {
  const { cohortOf, coverage } = facts;
  const ends = wantedEnds(facts)
    .filter((end) => until.includes(end))
    .sort((a, b) => a - b);
  if (cohortOf === null || coverage === null || ends.length === 0) return null;
  const groups = [...grouped(units, cohortOf)];
  const cohorts: CohortCounts[] = groups.map(([cohort, counts]) => ({ cohort, counts }));
  const table = cohortBlocks(cohorts, ends, rule, before);
  if (table === null) return null;
  const furthest = Math.max(...facts.horizons);
  const maturity = table.groups.map(({ group }) => {
    const [first = '', end = first] = (group ?? '').split('/');
    const members = groups.filter(([name]) => name >= first && name <= end).flatMap(([, own]) => own);
    return { cohort: group ?? '', share: Math.floor(observedShare(members, coverage, furthest) * 100) / 100 };
  });
  return { table, maturity };
}
