import { type TwoWayTable, twoWayTable } from '../../confidentiality/two-way-table.ts';
import type { Followed } from '../../measure/followed.ts';
import type { Side } from './sides.ts';

/** Units counted by lines and columns; `lines` are the labels of each line, one a side crossed. */
export interface CountedTable {
  readonly table: TwoWayTable;
  readonly lines: readonly (readonly string[])[];
}

/** Counts units by the sides crossed as lines and by the side of the columns, margins included. */
export function countTable(units: readonly Followed[], rows: readonly Side[], column: Side): CountedTable {
  const counts = new Map<string, Map<string, number>>();
  const lines = new Map<string, readonly string[]>();
  const seen = new Set<string>(column.labels);
  for (const unit of units) {
    const labels = rows.map((side) => side.labelOf(unit));
    const name = labels.join('\u0000');
    const label = column.labelOf(unit);
    seen.add(label);
    lines.set(name, labels);
    const line = counts.get(name) ?? new Map<string, number>();
    counts.set(name, line.set(label, (line.get(label) ?? 0) + unit.n));
  }
  const names = [...lines.keys()].sort();
  const columns = column.labels ? [...seen] : [...seen].sort();
  const cells = names.flatMap((row) =>
    columns.map((label) => ({ row, column: label, count: counts.get(row)?.get(label) ?? 0 })),
  );
  const table = twoWayTable(cells);
  if (table === null) throw new TypeError('two lines of the table have the same name');
  return { table, lines: names.map((name) => lines.get(name) ?? []) };
}
