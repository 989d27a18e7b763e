import type { Column, Source } from '../plan/plan.ts';
import { daySql, monthOrDaySql, type SlashOrder } from './day-sql.ts';
import { durationOf, fileColumns } from './record-shape.ts';

/** SQL expressions for the value of a column in a raw row. */
export interface Cell {
  readonly raw: string;
  /** Without spaces around; NULL when empty. */
  readonly text: string;
  readonly day: string;
}

/** The cells of a source's columns: `v0, v1…` of the file, or whole days computed from two of them. */
export function cellsOf(
  source: Source,
  slashOrder: (column: Column) => SlashOrder,
): (column: Column) => Cell {
  const columns = fileColumns(source);
  const readDay = source.kind === 'series' ? monthOrDaySql : daySql;
  const fileCell = (column: Column): Cell => {
    const raw = `v${columns.indexOf(column)}`;
    const trimmed = `CASE WHEN starts_with(${raw}, ' ') OR ends_with(${raw}, ' ') THEN trim(${raw}) ELSE ${raw} END`;
    return { raw, text: `nullif(${trimmed}, '')`, day: readDay(raw, slashOrder(column)) };
  };
  return (column) => {
    const duration = durationOf(source, column);
    if (!duration) return fileCell(column);
    const days = `date_diff('day', ${fileCell(duration.from).day}, ${fileCell(duration.to).day})`;
    const text = `CAST(${days} AS VARCHAR)`;
    return { raw: text, text, day: 'CAST(NULL AS DATE)' };
  };
}
