import { groupOf } from '../../measure/comparison/arms.ts';
import type { CovariateCells } from '../../measure/comparison/covariate-cells.ts';
import { notGiven } from '../../measure/follow-up-inputs.ts';
import type { Followed } from '../../measure/followed.ts';
import type { FollowedUnits } from '../../measure/kept-counts.ts';
import type { FollowUpMeasure } from '../../measure/measure.ts';
import { periodName, periodOf } from '../../measure/period.ts';
import type { Comparison, FollowUpIndicator } from '../../plan/plan.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import type { ArmValueCount } from '../disclosure/covariate-table.ts';
import { adjustedSummaries } from './adjusted-summary.ts';
import type { ComparisonFacts, FollowUpFacts } from './follow-up-facts.ts';
import type { FollowUpCounts } from './published-counts.ts';
import { hiddenCauseSummary } from './published-sensitivity.ts';

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
  { compared, cells }: FollowedUnits,
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
    covariates: covariateCounts(cells),
  };
}

/** Units of each arm by the classes covariates are read in. */
function covariateCounts({ classes, levelOf, rows }: CovariateCells): ComparisonFacts['covariates'] {
  return classes.map(({ name, levels }, j) => {
    const n = new Float64Array(2 * levels.length);
    for (const row of rows) {
      const at = 2 * (levelOf[j]?.[row.cell] ?? 0) + row.treated;
      n[at] = (n[at] ?? 0) + row.n;
    }
    const counts: ArmValueCount[] = levels.flatMap((value, l) =>
      ([0, 1] as const).map((treated) => ({ value, treated, n: n[2 * l + treated] ?? 0 })),
    );
    return { covariate: name, counts: counts.filter((count) => count.n > 0) };
  });
}

/**
 * Effects adjusted on what each person is (those of a draw when it is sharpened), and the horizons at which the
 * measure gives no effect for a reason that counts alone do not show. How few people there were is not said.
 */
function adjustedOf(measure: FollowUpMeasure, { comparison }: FollowUpIndicator): FollowUpCounts['adjusted'] {
  const { effects } = measure;
  if (comparison === undefined) return { effects: [], refusals: [] };
  const refusals = effects.flatMap((effect): FollowUpCounts['adjusted']['refusals'] => {
    const { horizon, measure, estimand } = effect;
    if (effect.kind === 'estimate' || measure !== 'difference' || estimand === 'cace') return [];
    const { reason } = effect;
    if (reason === 'not-comparable') return [{ horizon, reason, sentence: effect.sentence }];
    return reason === 'not-identified' ? [{ horizon, reason, sentence: notComputed(horizon) }] : [];
  });
  const hiddenCause = hiddenCauseSummary(measure);
  return {
    effects: adjustedSummaries(
      comparison.design === 'randomised'
        ? effects.filter(({ method }) => ['lin', 'cuped', 'stratified'].includes(method))
        : effects,
    ),
    refusals,
    ...(hiddenCause === undefined ? {} : { hiddenCause }),
  };
}

const notComputed = (horizon: number): string =>
  `Pas d’effet à ${plainDuration(horizon)} : les données ne permettent pas de comparer les groupes comme le plan le demande.`;
