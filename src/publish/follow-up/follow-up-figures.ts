import { competingEstimates, curve, groupTest } from '../../measure/groups.ts';
import type { CompetingEstimate, GroupedEstimate, GroupTest, IncidenceCurve } from '../../measure/measure.ts';
import type { FollowUpIndicator } from '../../plan/plan.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import type { Estimate, Insufficient } from '../../statistics/estimate.ts';
import { estimateAt } from '../../statistics/estimate-at.ts';
import { others } from '../disclosure/earlier.ts';
import {
  actuarialCounts,
  groupOutcomes,
  groupUnits,
  type LifeTable,
  type LifeTableGroup,
} from '../disclosure/life-table.ts';
import { leastFollowed, shownFollowedPast } from '../disclosure/long-enough.ts';
import type { FollowUpCounts } from './published-counts.ts';

/** What the figures of a follow-up are read with, besides its counts. */
export interface FollowUpTerms {
  readonly indicator: FollowUpIndicator;
  /** Fewest people a count may stand for. */
  readonly threshold: number;
}

export interface FollowUpFigures {
  readonly kind: 'follow-up';
  readonly units: number | null;
  /** Up to the last class of time published. */
  readonly outcomes: number | null;
  readonly estimates: readonly GroupedEstimate[];
  readonly curves: readonly IncidenceCurve[];
  readonly competing: readonly CompetingEstimate[];
  readonly tests: readonly GroupTest[];
  readonly cohorts: readonly PublishedCohort[];
  readonly nowcast: PublishedNowcast | null;
}

export interface PublishedCohort {
  /** `2026-01`, or `2026-01/2026-03` for cohorts taken together. */
  readonly cohort: string;
  readonly units: number;
  readonly outcomes: number;
  readonly maturity: number | null;
  readonly estimates: readonly Estimate[];
}

/** Weeks of which the count may be seen, and what is expected once late reports are in. */
export interface PublishedNowcast {
  readonly observed: number;
  readonly expected: number | null;
  readonly weeks: readonly {
    readonly week: string;
    readonly observed: number | null;
    readonly expected: number | null;
  }[];
}

/** Every figure of a follow-up, from its published counts alone. The same counts give the same figures. */
export function followUpFigures(counts: FollowUpCounts, terms: FollowUpTerms): FollowUpFigures {
  const { everyone, breakdowns, causes, timeUnit } = counts;
  const { horizons } = terms.indicator;
  const tables = [
    ...(everyone === null ? [] : [{ by: null, table: everyone }]),
    ...breakdowns.map(({ by, table }) => ({ by, table })),
  ];
  const groups = tables.flatMap(({ by, table }) =>
    table.groups.map((own) => ({ by, group: own.group, own, counts: actuarialCounts(table, own), table })),
  );
  return {
    kind: 'follow-up',
    units: whole(everyone, groupUnits),
    outcomes: whole(everyone, groupOutcomes),
    estimates:
      everyone === null
        ? horizons.map((horizon) => ({ ...tooFewToShow(horizon, null, terms), group: null, by: null }))
        : groups.flatMap(({ by, group, own, table }) =>
            horizons.map((horizon) => ({
              ...shownEstimate(table, own, horizon, terms, timeUnit),
              group,
              by,
            })),
          ),
    curves: groups.map(({ by, group, counts: own, table }) =>
      curve(own, { by, group }, table.until.at(-1) ?? 0),
    ),
    competing: groups.flatMap(({ by, group, own, counts: shown, table }) => {
      const readable = horizons.filter((days) => isReadable(table, [own], days, timeUnit));
      return competingEstimates([{ by, group, counts: shown }], causes, readable, timeUnit);
    }),
    tests: breakdowns.flatMap(({ by, table }) => {
      const named = table.groups.filter(({ group }) => group !== others);
      const followed = named.map((group) => ({
        group: group.group ?? '',
        units: actuarialCounts(table, group).map((row) => ({ ...row, indexDay: null, cells: [] })),
      }));
      return groupTest({ by, groups: followed }) ?? [];
    }),
    cohorts: publishedCohorts(counts, terms),
    nowcast: publishedNowcast(counts),
  };
}

const whole = (table: LifeTable | null, of: (group: LifeTableGroup) => number): number | null => {
  const [everyone] = table?.groups ?? [];
  return everyone === undefined ? null : of(everyone);
};

/** Whether a class of time ends at a horizon in days. */
export const isEnd = ({ until }: LifeTable, days: number, timeUnit: number): boolean =>
  until.includes(Math.floor(days / timeUnit + 1e-9));

/** Whether a figure of some groups together can be read at a horizon in days: they were followed that long. */
export const isReadable = (
  table: LifeTable,
  groups: readonly LifeTableGroup[],
  days: number,
  timeUnit: number,
): boolean => shownFollowedPast(table, groups, Math.floor(days / timeUnit + 1e-9));

function shownEstimate(
  table: LifeTable,
  group: LifeTableGroup,
  horizon: number,
  terms: FollowUpTerms,
  timeUnit: number,
): Estimate {
  if (isReadable(table, [group], horizon, timeUnit)) {
    const minimumUnits = Math.max(terms.threshold, leastFollowed);
    return estimateAt(actuarialCounts(table, group), horizon, { timeUnit, minimumUnits });
  }
  const early = isEnd(table, horizon, timeUnit) || horizon > (table.until.at(-1) ?? 0) * timeUnit;
  return early ? notFollowedYet(horizon, group) : tooFewToShow(horizon, group, terms);
}

/** Why a horizon has no published figure, without saying how few. */
const notFollowedYet = (horizon: number, group: LifeTableGroup): Insufficient => ({
  ...noFigure(horizon, group),
  reason: 'not-mature',
  sentence: `Pas encore mûr : le suivi à ${plainDuration(horizon)} n’est pas assez avancé pour publier un chiffre. Il viendra avec le temps.`,
});

const tooFewToShow = (
  horizon: number,
  group: LifeTableGroup | null,
  { threshold }: FollowUpTerms,
): Insufficient => ({
  ...noFigure(horizon, group),
  reason: 'not-enough',
  sentence: `Masqué à ${plainDuration(horizon)} : un effectif de moins de ${threshold} serait visible.`,
});

const noFigure = (horizon: number, group: LifeTableGroup | null) =>
  ({
    kind: 'insufficient',
    horizon,
    value: null,
    lower: null,
    upper: null,
    level: 0.95,
    n: group === null ? 0 : groupUnits(group),
    atRisk: 0,
    events: 0,
  }) as const;

function publishedCohorts(
  { cohorts, maturity, timeUnit }: FollowUpCounts,
  terms: FollowUpTerms,
): readonly PublishedCohort[] {
  if (cohorts === null) return [];
  const horizons = terms.indicator.horizons.filter((days) => isEnd(cohorts, days, timeUnit));
  return cohorts.groups.map((group) => ({
    cohort: group.group ?? '',
    units: groupUnits(group),
    outcomes: groupOutcomes(group),
    maturity: maturity.find(({ cohort }) => cohort === group.group)?.share ?? null,
    estimates: horizons.map((horizon) => shownEstimate(cohorts, group, horizon, terms, timeUnit)),
  }));
}

function publishedNowcast({ nowcast }: FollowUpCounts): PublishedNowcast | null {
  if (nowcast === null) return null;
  const weeks = nowcast.map(({ week, observed, share }) => ({
    week,
    observed,
    expected:
      observed === 0 ? 0 : observed === null || share === null || share === 0 ? null : observed / share,
  }));
  const seen = weeks.filter(({ observed }) => observed !== null);
  return {
    observed: seen.reduce((sum, { observed }) => sum + (observed ?? 0), 0),
    expected: seen.reduce<number | null>(
      (sum, { expected }) => (sum === null || expected === null ? null : sum + expected),
      0,
    ),
    weeks,
  };
}
