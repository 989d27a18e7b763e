import { durationCounts } from '../engine/duration-counts.ts';
import { endedCounts } from '../engine/ended-counts.ts';
import { columnValues, packedCells, unpacked } from '../engine/packed-cells.ts';
import type { Engine } from '../engine/port.ts';
import type { FollowUpIndicator, Plan } from '../plan/plan.ts';
import { type CountedRelation, notGiven, unitCounts } from './follow-up-inputs.ts';

/** Units by cell, time and status, column by column: there may be as many rows as people. */
export interface CellCounts {
  /** Columns that make the cells. */
  readonly columns: readonly string[];
  /** Values of each column, as written. */
  readonly values: readonly (readonly string[])[];
  /** Place of each row's value among them, column by column. */
  readonly places: readonly Int32Array[];
  readonly time: Float64Array;
  readonly status: Float64Array;
  readonly n: Float64Array;
}

/**
 * Units by the cells of `columns` whatever their index day, followed until `coverage` and for `until` days at most. Of
 * several rows on the index day the first cell in the order of `columns` counts, as in `countUnits`.
 */
export async function countCells(
  engine: Engine,
  { plan, indicator }: { readonly plan: Plan; readonly indicator: FollowUpIndicator },
  columns: readonly string[],
  { relation, before }: CountedRelation,
  limits: { readonly coverage: number; readonly until: number } | null,
): Promise<CellCounts> {
  const written: (string | null)[][] = columns.map(() => []);
  const found = await engine.query<{ place: number; value: string | null }>(
    columnValues(relation, columns, before),
  );
  for (const { place, value } of found) written[place]?.push(value);
  const sizes = written.map(({ length }) => length);
  const packed = packedCells(relation, columns, written, before);
  const people = { relation: packed.relation, before: packed.steps };
  const counts =
    limits === null
      ? durationCounts(people.relation, packed.words, people.before)
      : endedCounts(unitCounts(plan, indicator, packed.words, people), packed.words.length, limits);
  const answer = await engine.integers(counts);
  const column = (name: string) => answer[name] ?? new Float64Array(0);
  return {
    columns,
    values: written.map((column) => column.map((value) => value || notGiven)),
    places: unpacked(
      packed.words.map((_, w) => column(`cell_${w}`)),
      sizes,
    ),
    time: column(limits === null ? 'duration' : 'time'),
    status: column('status'),
    n: column('n'),
  };
}
