import { type Aggregate, type AggregateBy, aggregate, alone } from '../group-time-aggregates.ts';
import {
  type GroupTimeCell,
  groupTimeEffects,
  type RolloutDesign,
  referenceCells,
} from '../group-time-effects.ts';
import { row as rowOf } from '../linear-algebra.ts';
import { pretrendTest } from '../pretrend-test.ts';
import { rolloutIdentification } from '../rollout-identification.ts';
import { type RolloutInterval, rolloutInterval } from '../rollout-interval.ts';
import { seededRandom } from '../seeded-random.ts';
import { affordableDraws, uniformCriticalValue } from '../uniform-band.ts';
import {
  choiceInput,
  has,
  levelInput,
  namedNumbersOrNull,
  namedTexts,
  numberInput,
  numericColumn,
  reading,
  refuse,
  rowsByGroup,
  textColumn,
  textInput,
} from './columns.ts';
import { rowCovariates } from './comparison-input.ts';
import type { Handler, StatisticsRequest } from './request.ts';

interface Rollout {
  readonly periods: readonly number[];
  /** First treated period of each unit, null when never treated. */
  readonly groups: readonly (number | null)[];
  readonly unitRows: readonly (readonly number[])[];
  readonly times: readonly number[];
}

/** Who was treated when, from a table of one row a unit and period. */
export function readRollout(request: StatisticsRequest): Rollout {
  const times = numericColumn(request, 'time');
  const firstTreated = namedNumbersOrNull(request, textInput(request, 'firstTreated'));
  const never = numberInput(request, 'neverTreatedValue', 0);
  const units = [...rowsByGroup(textColumn(request, 'unit'))];
  const groups = units.map(([unit, rows]) => {
    const starts = new Set(rows.map((row) => firstTreated[row] ?? never));
    if (starts.size > 1)
      return refuse(
        'invalid-time',
        `L'unité « ${unit} » a plusieurs dates de première exposition au service.`,
      );
    const [start] = starts;
    return start === undefined || start === never ? null : start;
  });
  return {
    periods: [...new Set(times)].sort((a, b) => a - b),
    groups,
    unitRows: units.map(([, rows]) => rows),
    times,
  };
}

interface Study extends RolloutDesign {
  readonly clusters: readonly string[] | undefined;
  readonly intervalOf: RolloutInterval;
  readonly level: number;
  readonly cells: readonly GroupTimeCell[];
  readonly droppedIncomplete: number;
  readonly droppedAlreadyTreated: number;
  readonly identification: ReturnType<typeof rolloutIdentification>;
}

/** The first periods, up to the last with somebody left to compare with: what a unit must have been observed in. */
function comparablePeriods(
  periods: readonly number[],
  groups: readonly (number | null)[],
  anticipation: number,
): readonly number[] {
  const latest = Math.max(...groups.map((group) => group ?? Number.POSITIVE_INFINITY));
  return periods.filter((period) => period + anticipation < latest);
}

function readStudy(request: StatisticsRequest): Study {
  const { periods, groups, unitRows, times } = readRollout(request);
  const outcomes = namedNumbersOrNull(request, textInput(request, 'outcome'));
  const covariates = rowCovariates(request);
  const clusterColumn = has(request, 'cluster')
    ? namedTexts(request, textInput(request, 'cluster'))
    : undefined;
  const position = new Map(periods.map((period, p) => [period, p]));
  const identification = rolloutIdentification(groups, periods);
  if (identification.status === 'not-identified') refuse('not-identified', identification.sentence);

  const anticipation = numberInput(request, 'anticipation', 0);
  const needed = comparablePeriods(periods, groups, anticipation);
  const clusters: string[] = [];
  let droppedAlreadyTreated = 0;
  const units = unitRows.flatMap((rows, u) => {
    const group = groups[u] ?? null;
    if (group !== null && group <= (periods[0] as number)) {
      droppedAlreadyTreated++;
      return [];
    }
    const values = new Map<number, { outcome: number; covariates: number[] }>();
    for (const row of rows) {
      const period = position.get(times[row] as number) as number;
      if (values.has(period))
        refuse('invalid-time', `Ligne ${row + 1} : cette unité a déjà une ligne à cette période.`);
      const outcome = outcomes[row] ?? null;
      if (outcome !== null) values.set(period, { outcome, covariates: [...rowOf(covariates.values, row)] });
    }
    if (needed.some((_, p) => !values.has(p))) return [];
    if (clusterColumn !== undefined) clusters.push(clusterColumn[rows[0] as number] as string);
    const unseen = { outcome: Number.NaN, covariates: covariates.names.map(() => Number.NaN) };
    const inOrder = periods.map((_, p) => values.get(p) ?? unseen);
    return [
      {
        group,
        outcomes: inOrder.map((value) => value.outcome),
        covariates: inOrder.map((value) => value.covariates),
      },
    ];
  });
  const design: RolloutDesign = {
    periods,
    units,
    controlGroup: choiceInput(
      request,
      'controlGroup',
      ['never-treated', 'not-yet-treated'] as const,
      'never-treated',
    ),
    estimator: choiceInput(request, 'estimator', ['dr', 'ipw', 'reg'] as const, 'dr'),
    basePeriod: choiceInput(request, 'basePeriod', ['varying', 'universal'] as const, 'varying'),
    anticipation,
    completeThrough: has(request, 'completeThrough') ? numberInput(request, 'completeThrough') : null,
  };
  const cells = groupTimeEffects(design);
  if (cells.every((cell) => cell.kind === 'insufficient'))
    refuse('not-identified', cells[0]?.kind === 'insufficient' ? cells[0].sentence : identification.sentence);
  const together = clusterColumn === undefined ? undefined : clusters;
  return {
    ...design,
    clusters: together,
    intervalOf: rolloutInterval(design, together),
    level: levelInput(request),
    cells,
    droppedIncomplete: unitRows.length - units.length - droppedAlreadyTreated,
    droppedAlreadyTreated,
    identification,
  };
}

function figure({ intervalOf, level }: Study, read: Aggregate) {
  return { att: read.att, ...intervalOf(read, level) };
}

function reported(study: Study, { overall, by }: AggregateBy) {
  const one = (read: Aggregate) => ({ ...figure(study, read), groups: read.groups });
  return {
    overall: overall === null ? { att: null, se: null, lower: null, upper: null } : one(overall),
    by: Object.fromEntries([...by].map(([key, read]) => [String(key), one(read)])),
  };
}

export const groupTime: Handler = reading((request) => {
  const study = readStudy(request);
  if (study.clusters !== undefined && new Set(study.clusters).size < 2)
    return refuse('not-identified', "Non identifiable : il n'y a qu'une seule grappe de territoires.");
  const cells = [...study.cells, ...referenceCells(study)].sort(
    (a, b) => a.group - b.group || a.time - b.time,
  );
  const aggregates = aggregate(cells, study.units);
  const { clusters, anticipation } = study;
  return {
    groupTime: Object.fromEntries(
      cells.map((cell) => [
        `${cell.group}-${cell.time}`,
        cell.kind === 'estimate'
          ? {
              ...figure(study, alone(cell)),
              treatedUnits: cell.treatedUnits,
              controlUnits: cell.controlUnits,
            }
          : { att: null, se: null, lower: null, upper: null, reason: cell.reason, sentence: cell.sentence },
      ]),
    ),
    simple: reported(study, aggregates.simple),
    dynamic: reported(study, aggregates.dynamic),
    group: reported(study, aggregates.group),
    calendar: reported(study, aggregates.calendar),
    pretrend: pretrendTest(study.cells, { anticipation, ...(clusters === undefined ? {} : { clusters }) }),
    identification: study.identification,
    units: study.units.length,
    level: study.level,
    droppedIncomplete: study.droppedIncomplete,
    droppedAlreadyTreated: study.droppedAlreadyTreated,
  };
});

function drawsInput(request: StatisticsRequest, fallback: number): number {
  const draws = numberInput(request, 'draws', fallback);
  if (Number.isInteger(draws) && draws >= 100 && draws <= 100_000) return draws;
  return refuse('invalid-input', 'L’entrée « draws » doit être un nombre entier entre 100 et 100 000.');
}

/** `over`: the group-time cells, or the event-study points. */
export const uniformBand: Handler = reading((request) => {
  const study = readStudy(request);
  const over = choiceInput(request, 'over', ['groupTime', 'dynamic'] as const, 'groupTime');
  const influences =
    over === 'dynamic'
      ? [...aggregate(study.cells, study.units).dynamic.by.values()].map((effect) => effect.influence)
      : study.cells.flatMap((cell) => (cell.kind === 'estimate' ? [cell.influence] : []));
  const criticalValue = uniformCriticalValue(influences, {
    random: seededRandom(numberInput(request, 'seed', 1)),
    level: study.level,
    draws: drawsInput(request, affordableDraws(study.units.length * influences.length)),
    ...(study.clusters === undefined ? {} : { clusters: study.clusters }),
  });
  return { criticalValue, estimates: influences.length, level: study.level };
});
