import { countsInRanges } from '../engine/counts-in-ranges.ts';
import { datedCounts } from '../engine/dated-counts.ts';
import { type DurationRow, durationCounts } from '../engine/duration-counts.ts';
import {
  addedFollowUpCounts,
  type FollowUpQuestion,
  type FollowUpRow,
  followUpCounts,
  type IndexRelation,
} from '../engine/follow-up-counts.ts';
import type { Engine, Row } from '../engine/port.ts';
import type { Sql } from '../engine/sql.ts';
import type { DatedUnits, FollowUpIndicator, Plan, Source } from '../plan/plan.ts';
import type { ImportedSource } from '../records/imported-source.ts';
import type { Followed, UnitCount } from './followed.ts';
import { countKept } from './kept-units/count-kept.ts';
import type { MeasureContext } from './measure-context.ts';

export const notGiven = 'non renseigné';

/** How units may be split: `group` is the population's own column, others are attributes. */
export interface Splitter {
  readonly by: string;
  readonly column: string;
}

export function splitters(source: Source, indicator: FollowUpIndicator): readonly Splitter[] {
  const grouped = source.kind === 'units' && source.group !== null;
  return [
    ...(grouped ? [{ by: 'group', column: 'grp' }] : []),
    ...indicator.breakdown.map((name) => ({ by: name, column: `a_${name}` })),
  ];
}

/** What is counted: a source, or steps that add to it who was drawn into which group. */
export interface CountedRelation {
  readonly relation: string;
  readonly before: readonly Sql[];
}

/** The statement that counts units followed by dates; their relations must be exposed under their source's name. */
export function unitCounts(
  plan: Plan,
  indicator: FollowUpIndicator,
  cells: readonly string[],
  counted: CountedRelation,
): Sql {
  const dated = datedSource(plan, indicator);
  return dated !== null && indicator.outcome === null
    ? datedCounts(counted.relation, datedColumns(dated), indicator.window.after, cells, counted.before)
    : followUpCounts(followUpQuestion(plan, indicator, cells, counted));
}

const followUpQuestion = (
  plan: Plan,
  indicator: FollowUpIndicator,
  cells: readonly string[],
  { relation, before }: CountedRelation,
): FollowUpQuestion => ({
  index: indexRelation(relation, datedSource(plan, indicator)),
  before,
  outcome: indicator.outcome ?? '',
  match: indicator.match,
  unit: indicator.unit,
  window: indicator.window,
  cells,
});

function datedSource(plan: Plan, { exposure, population }: FollowUpIndicator): DatedUnits | null {
  const source = plan.sources[exposure ?? population ?? ''];
  return source?.kind === 'units' && source.followUp === 'dates' ? source : null;
}

/** Units followed by dates, counted by the engine; those matched with a register, one range of people at a time. */
export async function countUnits(
  context: MeasureContext,
  indicator: FollowUpIndicator,
  cells: readonly string[],
  counted: CountedRelation,
): Promise<readonly UnitCount[]> {
  const { engine, plan, records, onProgress, identifiersAtOnce = identifiersInMemory } = context;
  const question = unitCounts(plan, indicator, cells, counted);
  const relations = indicator.outcome === null ? [] : matchedRecords(indicator, records);
  const most = identifiersAtOnce / indicator.match.length;
  const size = relations.reduce((sum, relation) => sum + relation.rows, 0);
  const rows =
    (await keptRows(context, indicator, cells, counted, most, size)) ??
    (await countsInRanges<FollowUpRow>(
      engine,
      { relations: relations.map(({ source, files }) => ({ name: source, files })), rows: size, most },
      question,
      (gathered) => addedFollowUpCounts(gathered, cells.length),
      onProgress,
    ));
  const cellsOf = sharedCells(cells.length);
  return rows.map((row) => ({
    indexDay: row.index_day,
    exitDelay: row.exit_delay,
    endDelay: row.end_delay,
    delay: row.delay,
    cells: cellsOf(row),
    n: row.n,
  }));
}

/**
 * The same from the units kept at the last count and what is new since; null when they are not kept: few enough to be
 * counted at once, or units that are not what is matched, or drawn into groups by a list that may change.
 */
async function keptRows(
  { engine, plan, records, keptUnits, onProgress = () => {} }: MeasureContext,
  indicator: FollowUpIndicator,
  cells: readonly string[],
  counted: CountedRelation,
  most: number,
  rows: number,
): Promise<readonly FollowUpRow[] | null> {
  const index = records.get(counted.relation);
  const outcome = records.get(indicator.outcome ?? '');
  if (keptUnits == null || rows <= most || index === undefined || outcome === undefined) return null;
  if (indicator.unit.length !== indicator.match.length || counted.before.length > 0) return null;
  const question = followUpQuestion(plan, indicator, cells, counted);
  return countKept({ engine, store: keptUnits.of(indicator.id), question, index, outcome, most, onProgress });
}

/** Identifiers of people, and of targets, that one question holds in memory: uses and outcomes together. */
const identifiersInMemory = 5_000_000;

/** The sources an indicator matches by person. */
function matchedRecords(
  { exposure, population, outcome, comparison }: FollowUpIndicator,
  records: ReadonlyMap<string, ImportedSource>,
): readonly ImportedSource[] {
  const assignment = comparison?.assignment;
  const names = [exposure, population, outcome, assignment?.from === 'source' ? assignment.source : null];
  return [...new Set(names)].flatMap((name) => (name === null ? [] : (records.get(name) ?? [])));
}

const datedColumns = (source: DatedUnits) => ({
  hasTime: source.time !== null,
  hasExit: source.exit !== null,
  hasFollowedUntil: source.followedUntil !== null,
});

const indexRelation = (name: string, dated: DatedUnits | null): IndexRelation => ({
  name,
  kind: dated === null ? 'events' : 'units',
  hasExit: dated?.exit != null,
  hasFollowedUntil: dated?.followedUntil != null,
});

/** Units whose durations are given, in the plan's duration unit. */
export async function countDurations(
  engine: Engine,
  { relation, before }: CountedRelation,
  cells: readonly string[],
): Promise<readonly Followed[]> {
  const rows = await engine.query<DurationRow>(durationCounts(relation, cells, before));
  const cellsOf = sharedCells(cells.length);
  return rows.map((row) => ({
    indexDay: null,
    time: row.duration,
    status: row.status,
    cells: cellsOf(row),
    n: row.n,
  }));
}

/** Reads the cells of rows; rows of the same cell share one array, as there may be as many rows as people. */
function sharedCells(size: number): (row: Row) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const none: readonly string[] = [];
  if (size === 0) return () => none;
  return (row) => {
    const cells = Array.from({ length: size }, (_, i) => {
      const value = row[`cell_${i}`];
      return value === null || value === undefined || value === '' ? notGiven : String(value);
    });
    const key = cells.join('\u0000');
    const shared = known.get(key);
    if (shared !== undefined) return shared;
    known.set(key, cells);
    return cells;
  };
}
