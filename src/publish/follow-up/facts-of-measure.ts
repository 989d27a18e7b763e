import { groupOf } from '../../measure/comparison/arms.ts';
import { covariateCells } from '../../measure/comparison/covariate-cells.ts';
import { notGiven } from '../../measure/follow-up-inputs.ts';
import type { Followed } from '../../measure/followed.ts';
import type { FollowedUnits } from '../../measure/kept-counts.ts';
import type { FollowUpMeasure } from '../../measure/measure.ts';
import { periodName, periodOf } from '../../measure/period.ts';
import type { Comparison, FollowUpIndicator } from '../../plan/plan.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import type { ArmValueCount } from '../disclosure/covariate-table.ts';
import { adjustedSummaries } from './adjusted-summary.ts';
import type { ComparisonFacts, FollowUpFacts } from './follow-up-facts.ts';
import type { FollowUpCounts } from './published-counts.ts';

/** What freezing reads of a measure whose counts were kept; null when they were not. */
export function factsOfMeasure(measure: FollowUpMeasure, indicator: FollowUpIndicator): FollowUpFacts | null {
  const { followed, coverage, horizons, window, timeUnit, nowcast } = measure;
  if (followed === undefined) return null;
  const cell = (column: string) => {
    const at = followed.columns.indexOf(column);
    return (unit: Followed): string => unit.cells[at] ?? notGiven;
  };
  const dated = coverage !== null && followed.units.every(({ indexDay }) => indexDay !== null);
  return {
    units: followed.units,
    horizons,
    until: timeUnit === 1 ? window.until : null,
    timeUnit,
    causes: followed.causes,
    breakdowns: followed.splits.map(({ by, column }) => ({ by, groupOf: cell(column) })),
    coverage: coverage === null ? null : Date.parse(coverage.day) / 86_400_000,
    cohortOf: dated
      ? ({ indexDay }) => periodName(periodOf(indexDay ?? 0, indicator.cohort), indicator.cohort)
      : null,
    comparison:
      indicator.comparison === undefined ? null : comparisonFacts(followed, indicator.comparison, cell),
    nowcast,
    adjusted: adjustedOf(measure, indicator),
  };
}

function comparisonFacts(
  { units, compared }: FollowedUnits,
  comparison: Comparison,
  cell: (column: string) => (unit: Followed) => string,
): ComparisonFacts {
  const [arm] = compared;
  const column = (name: string) => compared.find(({ by }) => by === name)?.column ?? '';
  const armValue = cell(arm?.column ?? '');
  const armOf = (unit: Followed) => {
    const found = groupOf(armValue(unit), comparison);
    return found === null ? null : found === 1 ? ('treated' as const) : ('control' as const);
  };
  const { takeUp } = comparison;
  const taken = takeUp === null ? null : cell(column(takeUp.attribute));
  return {
    armOf,
    takeUpOf: taken === null ? null : (unit) => (taken(unit) === takeUp?.taken ? 1 : 0),
    covariates: covariateCounts(
      units.flatMap((unit) => {
        const found = armOf(unit);
        return found === null ? [] : [{ unit, treated: found === 'treated' ? (1 as const) : (0 as const) }];
      }),
      comparison.covariates.map((name) => ({ name, readOf: cell(column(name)) })),
    ),
  };
}

/** Units of each arm by the classes covariates are read in. */
function covariateCounts(
  arms: readonly { readonly unit: Followed; readonly treated: 0 | 1 }[],
  covariates: readonly { readonly name: string; readonly readOf: (unit: Followed) => string }[],
): ComparisonFacts['covariates'] {
  if (covariates.length === 0 || arms.length === 0) return [];
  const { classes, cells, rows } = covariateCells(
    arms.map(({ unit, treated }) => ({
      ...unit,
      treated,
      taken: null,
      prePeriod: null,
      covariates: covariates.map(({ readOf: read }) => read(unit)),
    })),
    covariates.map(({ name }) => name),
  );
  return classes.map(({ name }, j) => {
    const counts: ArmValueCount[] = rows.map(({ cell, treated, n }) => ({
      value: cells[cell]?.[j] ?? '',
      treated,
      n,
    }));
    return { covariate: name, counts };
  });
}

/**
 * Effects adjusted on what each person is (those of a draw when it is sharpened), and the horizons at which the measure gives no effect for a reason that counts
 * alone do not show. How few people there were is not said.
 */
function adjustedOf(
  { effects }: FollowUpMeasure,
  { comparison }: FollowUpIndicator,
): FollowUpCounts['adjusted'] {
  if (comparison === undefined) return { effects: [], refusals: [] };
  const refusals = effects.flatMap((effect): FollowUpCounts['adjusted']['refusals'] => {
    const { horizon, measure, estimand } = effect;
    if (effect.kind === 'estimate' || measure !== 'difference' || estimand === 'cace') return [];
    const { reason } = effect;
    if (reason === 'not-comparable') return [{ horizon, reason, sentence: effect.sentence }];
    return reason === 'not-identified' ? [{ horizon, reason, sentence: notComputed(horizon) }] : [];
  });
  return {
    effects: adjustedSummaries(
      comparison.design === 'randomised'
        ? effects.filter(({ method }) => method === 'lin' || method === 'cuped')
        : effects,
    ),
    refusals,
  };
}

const notComputed = (horizon: number): string =>
  `Pas d’effet à ${exactDuration(horizon)} : les données ne permettent pas de comparer les groupes comme le plan le demande.`;
