import { type Aggregate, aggregate, alone } from '../../statistics/group-time-aggregates.ts';
import type { GroupTimeCell, GroupTimeEffect, RolloutDesign } from '../../statistics/group-time-effects.ts';
import { checkParallel, jointPretrend } from './check-parallel.ts';
import { eventStudy } from './event-study.ts';
import type { GroupTimeRow, RolloutAggregates, RolloutFigure, SeriesRow } from './measured-rollout.ts';
import { completeCheck, enoughTerritoriesCheck } from './rollout-checks.ts';
import {
  type EstimatorReading,
  effectFigure,
  level,
  type RolloutQuestion,
  refusedEffect,
} from './rollout-question.ts';
import type { SortedTerritories } from './rollout-territories.ts';
import { type StaggeredStudy, staggeredStudy } from './staggered-study.ts';

const method = 'group-time';

/**
 * Staggered adoption: effects by group and period, then in the mean over territories and periods with the service
 * (Callaway & Sant'Anna 2021).
 */
export function readStaggered(question: RolloutQuestion, sorted: SortedTerritories): EstimatorReading {
  const study = staggeredStudy(question, sorted);
  const { cells, design } = study;
  const known = cells.filter((cell) => cell.kind === 'estimate');
  const after = known.filter(({ time, group }) => time >= group);
  const table = cells.map((cell) => groupTimeRow(question, study, cell));
  const sides = {
    treated: sorted.treated.length,
    controls: Math.max(0, ...after.map((c) => c.controlUnits)),
  };
  const overTime = eventStudy(study, question);
  const checks = [
    checkParallel(study, overTime),
    enoughTerritoriesCheck(sides.treated, sides.controls),
    completeCheck(sorted),
  ];
  const aggregates = aggregate(cells, design.units);
  const joint = jointPretrend(study);
  const { overall } = aggregates.simple;
  if (overall === null) {
    const none = cells.find((cell) => cell.kind === 'insufficient' && cell.time >= cell.group);
    const refusal = none?.kind === 'insufficient' ? none : null;
    const effect = refusedEffect(
      question,
      method,
      refusal?.reason ?? 'not-identified',
      refusal?.sentence ?? 'Non identifiable : aucun groupe ne peut être comparé après l’arrivée du service.',
    );
    return { method, effect, checks, findings: { groupTime: table } };
  }
  const figure = (read: Aggregate): RolloutFigure => {
    const { se, lower, upper } = study.intervalOf(read, level);
    return { att: read.att, se, lower, upper };
  };
  const one = (read: Aggregate | null) => (read === null ? null : figure(read));
  const { code } = question.panel.calendar;
  const tables: RolloutAggregates = {
    simple: one(overall),
    dynamic: one(aggregates.dynamic.overall),
    group: one(aggregates.group.overall),
    calendar: one(aggregates.calendar.overall),
    byGroup: [...aggregates.group.by].map(([group, read]) => ({
      ...figure(read),
      group: code(group),
      territories: study.groups.filter((own) => own === group).length,
    })),
    byPeriod: [...aggregates.calendar.by].map(([period, read]) => ({
      ...figure(read),
      period: code(period),
    })),
  };
  const interval = study.intervalOf(overall, level);
  const few = sides.treated < 2 || sides.controls < 2;
  const effect = few
    ? refusedEffect(
        question,
        method,
        'not-enough',
        `Trop peu de territoires : ${sides.treated} avec le service, ${sides.controls} à comparer ; il en faut au moins deux de chaque côté pour mesurer l’incertitude.`,
      )
    : effectFigure(question, method, Math.max(...after.map(({ time, group }) => time - group)) + 1, {
        att: overall.att,
        se: interval.se,
        lower: interval.lower,
        upper: interval.upper,
        withService: meanObserved(after, design),
      });
  return {
    method,
    effect,
    checks,
    findings: {
      groupTime: table,
      aggregates: tables,
      eventStudy: overTime,
      pretrend:
        joint === null
          ? null
          : { statistic: joint.statistic, degreesOfFreedom: joint.df, pValue: joint.pValue },
      series: observedExpected(question, after, design, tables),
      notes: notesOf(question, interval.lone, known),
    },
  };
}

function groupTimeRow(question: RolloutQuestion, study: StaggeredStudy, cell: GroupTimeCell): GroupTimeRow {
  const { code } = question.panel.calendar;
  const at = { group: code(cell.group), time: code(cell.time), since: cell.time - cell.group };
  if (cell.kind === 'insufficient') {
    const { reason, sentence } = cell;
    return { ...at, kind: 'insufficient', reason, sentence };
  }
  const { att, treatedUnits, controlUnits } = cell;
  const { se, lower, upper } = study.intervalOf(alone(cell), level);
  // A group of one territory leaves its own chance unmeasured: an interval would be too narrow to be shown.
  const measured = treatedUnits > 1 && controlUnits > 1;
  return {
    ...at,
    kind: 'estimate',
    att,
    se,
    lower: measured ? lower : null,
    upper: measured ? upper : null,
    treatedUnits,
    controlUnits,
  };
}

/** Mean outcome of a group at a period, by weight. */
function groupMean({ units, periods }: RolloutDesign, group: number, time: number) {
  const at = periods.indexOf(time);
  let [sum, weight] = [0, 0];
  for (const unit of units) {
    if (unit.group !== group) continue;
    sum += (unit.weight ?? 1) * (unit.outcomes[at] ?? 0);
    weight += unit.weight ?? 1;
  }
  return { sum, weight };
}

function meanObserved(cells: readonly GroupTimeEffect[], design: RolloutDesign): number {
  let [sum, weight] = [0, 0];
  for (const { group, time } of cells) {
    const read = groupMean(design, group, time);
    sum += read.sum;
    weight += read.weight;
  }
  return sum / weight;
}

/** Period by period, territories with the service and what they would have been without. */
function observedExpected(
  { panel }: RolloutQuestion,
  after: readonly GroupTimeEffect[],
  design: RolloutDesign,
  { byPeriod }: RolloutAggregates,
): SeriesRow[] {
  return panel.periods.flatMap((period) => {
    const read = byPeriod.find((row) => row.period === panel.calendar.code(period));
    const cells = after.filter(({ time }) => time === period);
    if (read === undefined || cells.length === 0) return [];
    const observed = meanObserved(cells, design);
    return [
      {
        period: read.period,
        observed,
        expected: observed - read.att,
        lower: read.upper === null ? null : observed - read.upper,
        upper: read.lower === null ? null : observed - read.lower,
        after: true,
      },
    ];
  });
}

function notesOf(
  { terms, panel }: RolloutQuestion,
  lone: number,
  known: readonly GroupTimeEffect[],
): string[] {
  const far = Math.max(...known.map(({ time, group }) => time - group));
  const groups = new Set(known.map(({ group }) => group));
  const reaching = new Set(known.filter(({ time, group }) => time - group === far).map(({ group }) => group));
  return [
    ...(lone > 0
      ? [
          `${lone === 1 ? 'Un groupe ne compte' : `${lone} groupes ne comptent`} qu’un seul territoire : le hasard qui lui est propre n’est pas mesuré, l’intervalle est trop étroit d’autant.`,
        ]
      : []),
    ...(far > 0 && reaching.size < groups.size
      ? [
          `Les effets les plus lointains ne reposent que sur les premiers équipés (${[...reaching].map(panel.calendar.nameOf).join(', ')}).`,
        ]
      : []),
    terms.controlGroup === 'not-yet-treated'
      ? 'La comparaison se fait avec les territoires qui n’ont pas encore le service à la période lue, et avec ceux qui ne l’ont jamais.'
      : 'La comparaison ne se fait qu’avec les territoires qui ne reçoivent jamais le service.',
  ];
}
