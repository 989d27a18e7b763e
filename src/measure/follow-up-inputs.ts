import { countsInRanges } from '../engine/counts-in-ranges.ts';
import { datedCounts } from '../engine/dated-counts.ts';
import { type DurationRow, durationCounts } from '../engine/duration-counts.ts';
import {
  addedFollowUpCounts,
  type FollowUpRow,
  followUpCounts,
  type IndexRelation,
} from '../engine/follow-up-counts.ts';
import type { Engine, Row } from '../engine/port.ts';
import type { Sql } from '../engine/sql.ts';
import type { DatedUnits, FollowUpIndicator, Plan, Source } from '../plan/plan.ts';
import type { ImportedSource } from '../records/imported-source.ts';
import type { Followed, UnitCount } from './followed.ts';
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
  { relation, before }: CountedRelation,
): Sql {
  const name = indicator.exposure ?? indicator.population ?? '';
  const source = plan.sources[name];
  const dated = source?.kind === 'units' && source.followUp === 'dates' ? source : null;
  return dated !== null && indicator.outcome === null
    ? datedCounts(relation, datedColumns(dated), indicator.window.after, cells, before)
    : followUpCounts({
        index: indexRelation(relation, dated),
        before,
        outcome: indicator.outcome ?? '',
        match: indicator.match,
        unit: indicator.unit,
        window: indicator.window,
        cells,
      });
}

/** Units followed by dates, counted by the engine; those matched with a register, one range of people at a time. */
export async function countUnits(
  { engine, plan, records, onProgress }: MeasureContext,
  indicator: FollowUpIndicator,
  cells: readonly string[],
  counted: CountedRelation,
): Promise<readonly UnitCount[]> {
  const question = unitCounts(plan, indicator, cells, counted);
  const relations = indicator.outcome === null ? [] : matchedRecords(indicator, records);
  const rows = await countsInRanges<FollowUpRow>(
    engine,
    {
      relations: relations.map(({ source, files }) => ({ name: source, files })),
      rows: relations.reduce((sum, relation) => sum + relation.rows, 0),
      most: identifiersAtOnce / indicator.match.length,
    },
    question,
    (gathered) => addedFollowUpCounts(gathered, cells.length),
    onProgress,
  );
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

/** Identifiers of people, and of targets, that one question holds in memory: uses and outcomes together. */
const identifiersAtOnce = 5_000_000;

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
