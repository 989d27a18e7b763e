import type { Engine } from '../engine/port.ts';
import { sharedIdentifiers } from '../engine/shared-subjects.ts';
import type { FollowUpIndicator, Source } from '../plan/plan.ts';
import { isoDay } from '../statistics/calendar-day.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { estimateAt } from '../statistics/estimate-at.ts';
import { cohortRows, total, triangle } from './cohorts.ts';
import { comparisonColumns } from './comparison/arms.ts';
import { type Compared, compare } from './comparison/compare.ts';
import { comparedCells } from './comparison/compared-cells.ts';
import { comparedEvidence } from './comparison/compared-evidence.ts';
import { assignmentRecords, drawnRelation, drawnUnits } from './comparison/drawn.ts';
import { effectHeadline } from './comparison/effect-headline.ts';
import { smallArms } from './comparison/small-arms.ts';
import { followUpEvidence } from './evidence.ts';
import { countDurations, countUnits, splitters } from './follow-up-inputs.ts';
import { type Followed, followed } from './followed.ts';
import { competingEstimates, curve, everyGroup, groupTest, split } from './groups.ts';
import { headlineSentence } from './headline.ts';
import { withDueDay } from './maturity.ts';
import type { CohortRow, FollowUpMeasure, Headline } from './measure.ts';
import { type MeasureContext, measureInput } from './measure-context.ts';
import { nowcast } from './nowcast.ts';
import { projection } from './projection.ts';
import { coverageSentence, readRegister } from './register.ts';
import { type PeopleRollout, peopleRollout, territoryColumns } from './rollout/people-rollout.ts';
import { rolloutEvidence } from './rollout/rollout-evidence.ts';
import { warnings } from './warnings.ts';

/** Measures one follow-up indicator: counts from the engine, everything else computed from them. */
export async function measureFollowUp(
  context: MeasureContext,
  indicator: FollowUpIndicator,
): Promise<FollowUpMeasure> {
  const { plan, records, engine } = context;
  const sourceName = indicator.exposure ?? indicator.population ?? '';
  const source = known(plan.sources[sourceName], sourceName);
  const imported = known(records.get(sourceName), sourceName);
  const durations = source.kind === 'units' && source.followUp === 'durations' ? source : null;
  const splits = splitters(source, indicator);
  const columns = [
    ...new Set(
      [...splits, ...comparisonColumns(source, indicator), ...territoryColumns(indicator)].map(
        (splitter) => splitter.column,
      ),
    ),
  ];

  const register = await readRegister(context, indicator, imported);
  const counted = drawnRelation(indicator, sourceName);
  const counts = durations ? [] : await countUnits(context, indicator, columns, counted);
  const until = durations ? null : indicator.window.until;
  const units: readonly Followed[] = durations
    ? await countDurations(engine, counted, columns)
    : followed(counts, { coverage: register.coverage?.day ?? 0, until });

  const timeUnit = durations?.durationUnit ?? 1;
  const { horizons } = indicator;
  const coverage = register.coverage;
  const groups = everyGroup(
    units,
    splits.map(({ by, column }) => split(units, by, columns.indexOf(column))),
  );
  const estimates = groups.flatMap(({ group, by, units: members, counts: followedCounts }) =>
    horizons.map((horizon) => ({
      ...withDueDay(estimateAt(followedCounts, horizon, { timeUnit }), members, coverage?.day ?? null),
      group,
      by,
    })),
  );
  const everyone = estimates.filter((estimate) => estimate.group === null);
  const outcomes = total(units.filter((unit) => unit.status === 1));
  const inputs = [imported, register.imported, ...assignmentRecords(indicator, records)]
    .filter((input) => input !== null)
    .map(measureInput);
  const longest = Math.max(...horizons, until ?? 0) / timeUnit;
  const question = coverage && { size: indicator.cohort, coverage: coverage.day, horizons };
  const someone = units.length > 0;
  const cells = await comparedCells(context, indicator, {
    source,
    columns,
    counted,
    coverage: coverage?.day ?? 0,
    durations: durations !== null,
  });
  const compared = compare(indicator, {
    source,
    units,
    cells,
    columns,
    timeUnit,
    coverage: coverage?.day ?? null,
    drawn: await drawnUnits(indicator, engine),
  });
  const rolledOut = await peopleRollout(context, indicator, {
    units,
    columns,
    coverage: coverage?.day ?? null,
  });
  const followUp = followUpEvidence(indicator, coverage, everyone);
  const evidence = rolledOut
    ? rolloutEvidence(followUp, rolledOut.rollout.design, rolledOut.checks, rolledOut.effect)
    : compared === null
      ? followUp
      : comparedEvidence(followUp, compared.comparison.design, compared.checks, compared.effect);
  return {
    indicator: indicator.id,
    name: indicator.name,
    matrix: indicator.matrix,
    method: indicator.method,
    unit: indicator.unit.length === 2 ? 'pair' : 'person',
    ...(indicator.unitLabel !== undefined && { unitLabel: indicator.unitLabel }),
    horizons,
    window: indicator.window,
    timeUnit,
    inputs,
    coverage: coverage && {
      day: isoDay(coverage.day),
      derived: coverage.basis !== 'declared',
      sentence: coverageSentence(coverage),
    },
    units: total(units),
    outcomes,
    cohorts: !someone
      ? []
      : question
        ? cohortRows(units, question)
        : [wholeCohort(units, horizons, timeUnit)],
    triangle: question ? triangle(units, question) : [],
    estimates,
    curves: groups.map((group) => curve(group.counts, group, longest)),
    tests: splits.flatMap(({ by, column }) => groupTest(split(units, by, columns.indexOf(column))) ?? []),
    competing: competingEstimates(groups, competingNames(source), horizons, timeUnit),
    nowcast:
      register.reports && register.lastRecorded !== null
        ? nowcast(counts, register.reports, register.lastRecorded, until)
        : null,
    projection: question ? projection(units, question, until) : null,
    effects: rolledOut?.effects ?? compared?.effects ?? [],
    checks: evidence.checks,
    comparison: compared?.comparison ?? null,
    rollout: rolledOut?.rollout ?? null,
    decision: rolledOut?.decision ?? compared?.decision ?? null,
    headline: readHeadline(context, indicator, {
      estimates: everyone,
      compared,
      rolledOut,
      coverage: coverage?.day ?? null,
    }),
    evidence,
    warnings: [
      ...(rolledOut?.warnings ?? []),
      ...smallArms(compared?.comparison ?? null),
      ...warnings({
        plan,
        indicator,
        inputs,
        coverage,
        counts,
        units: total(units),
        outcomes,
        sharedSubjects:
          outcomes === 0 && indicator.outcome
            ? await sharedSubjects(engine, sourceName, indicator.outcome)
            : null,
        timeUnit,
        repeatedUnits: source.kind === 'units' && indicator.outcome ? imported.rows - total(units) : 0,
      }),
    ],
    ...(context.keepCounts && {
      followed: {
        units,
        columns,
        cells: cells.covariates,
        splits,
        compared: comparisonColumns(source, indicator),
        causes: competingNames(source),
      },
      ...(rolledOut && {
        panels: {
          panels: rolledOut.panels,
          weighting: indicator.rollout?.weighting ?? null,
          observed: followUp,
        },
      }),
    }),
  };
}

/**
 * The sentence reads the furthest horizon that has a figure; when none has, the nearest one says why. With a
 * comparison, it reads the difference between groups.
 */
function readHeadline(
  { plan }: MeasureContext,
  indicator: FollowUpIndicator,
  known: {
    readonly estimates: readonly Estimate[];
    readonly compared: Compared | null;
    readonly rolledOut: PeopleRollout | null;
    readonly coverage: number | null;
  },
): Headline {
  const { estimates, compared, rolledOut, coverage } = known;
  const estimate = estimates.findLast((candidate) => candidate.kind === 'estimate') ?? estimates[0];
  if (estimate === undefined) throw new TypeError(`indicator ${indicator.id} has no horizon`);
  if (rolledOut !== null) return { sentence: rolledOut.sentence, estimate, effect: rolledOut.effect };
  const names = {
    service: plan.service.name,
    indicator: indicator.name,
    ...(indicator.sentence && {
      subjectPhrase: indicator.sentence.who,
      outcomePhrase: indicator.sentence.what,
    }),
  };
  if (compared !== null && indicator.comparison !== undefined) {
    const { effect, units, entryDays } = compared;
    const decision = indicator.decision ?? null;
    const { comparison } = indicator;
    const facts = { ...names, effect, comparison, decision, units, entryDays, coverage };
    return { sentence: effectHeadline(facts), estimate, effect };
  }
  const sentence = headlineSentence({
    ...names,
    estimate,
    unit: indicator.unit.length === 2 ? 'pair' : 'person',
    entry: indicator.exposure === null ? 'population' : 'usage',
    knownThrough: coverage === null ? null : isoDay(coverage),
  });
  return { sentence, estimate, effect: null };
}

const wholeCohort = (
  units: readonly Followed[],
  horizons: readonly number[],
  timeUnit: number,
): CohortRow => ({
  cohort: 'all',
  units: total(units),
  outcomes: total(units.filter((unit) => unit.status === 1)),
  maturity: null,
  estimates: horizons.map((horizon) => estimateAt(units, horizon, { timeUnit })),
});

function competingNames(source: Source): readonly string[] {
  if (source.kind !== 'units') return [];
  if (source.followUp === 'durations') return source.competing;
  return source.exit === null ? [] : [source.exit];
}

async function sharedSubjects(engine: Engine, index: string, outcome: string): Promise<number> {
  const [row] = await engine.query<{ n: number }>(sharedIdentifiers(index, outcome, 'subject'));
  return row?.n ?? 0;
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new TypeError(`source ${name} is not in the plan or not imported`);
  return value;
}
