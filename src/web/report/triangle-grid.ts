import type { CohortRow, TriangleCell } from '../../measure/measure.ts';
import { periodsBetween } from '../../platform/french/date.ts';

export interface TriangleRow {
  readonly cohort: CohortRow;
  /** By periods since entry; null: that period has not come yet (or nothing is known of it). */
  readonly cells: readonly (TriangleCell | null)[];
  /** Sum of the periods beyond the last column; null: none has come yet. */
  readonly later: { readonly outcomes: number; readonly complete: boolean } | null;
}

export interface TriangleGrid {
  /** Number of columns: periods since entry, from 0. */
  readonly width: number;
  readonly hasLater: boolean;
  readonly rows: readonly TriangleRow[];
}

/** Lines the cohorts up on the time since entry, so that each column compares like with like. */
export function triangleGrid(
  cohorts: readonly CohortRow[],
  triangle: readonly TriangleCell[],
  mostColumns: number,
): TriangleGrid {
  const placed = triangle.flatMap((cell) => {
    const offset = periodsBetween(cell.cohort, cell.period);
    return offset === null || offset < 0 ? [] : [{ cell, offset }];
  });
  const longest = 1 + Math.max(-1, ...placed.map(({ offset }) => offset));
  const width = Math.min(longest, mostColumns);
  const rows = cohorts.map((cohort) => {
    const own = placed.filter(({ cell }) => cell.cohort === cohort.cohort);
    const cells = Array.from(
      { length: width },
      (_, column) => own.find((one) => one.offset === column)?.cell ?? null,
    );
    return { cohort, cells, later: sumOf(own.filter((one) => one.offset >= width).map((one) => one.cell)) };
  });
  return { width, hasLater: longest > width, rows };
}

function sumOf(cells: readonly TriangleCell[]): TriangleRow['later'] {
  if (cells.length === 0) return null;
  return {
    outcomes: cells.reduce((sum, cell) => sum + cell.outcomes, 0),
    complete: cells.every((cell) => cell.complete),
  };
}
