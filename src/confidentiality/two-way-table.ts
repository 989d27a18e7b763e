/**
 * A table of counts with its margins. Position 0 of rows and of columns is the total, so that margins and the grand
 * total are cells like the others: each line adds up, sum over j >= 1 of x_ij = x_i0, and so does each column.
 */
export interface TwoWayTable {
  /** Labels; the first is that of the total. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Count of every cell, line by line, margins included. */
  readonly counts: readonly number[];
  /** Inner cells in the order in which they were given. */
  readonly given: readonly number[];
}

export interface CellCount {
  readonly row: string;
  readonly column: string;
  readonly count: number;
}

const total = '*';

/** Cells left out count 0. Null when a cell is given twice. */
export function twoWayTable(cells: readonly CellCount[]): TwoWayTable | null {
  const rows = [total, ...new Set(cells.map((cell) => cell.row))];
  const columns = [total, ...new Set(cells.map((cell) => cell.column))];
  const rowAt = new Map(rows.map((name, i) => [name, i]));
  const columnAt = new Map(columns.map((name, j) => [name, j]));
  const width = columns.length;
  const counts = new Array<number>(rows.length * width).fill(0);
  const given: number[] = [];
  for (const { row, column, count } of cells) {
    const [i, j] = [rowAt.get(row) as number, columnAt.get(column) as number];
    given.push(i * width + j);
    for (const cell of [i * width + j, i * width, j, 0]) counts[cell] = (counts[cell] as number) + count;
  }
  return new Set(given).size < given.length ? null : { rows, columns, counts, given };
}

/** `row/column`; `*` stands for the total. */
export const cellName = ({ rows, columns }: TwoWayTable, cell: number): string =>
  `${rows[Math.floor(cell / columns.length)]}/${columns[cell % columns.length]}`;

const isMargin = ({ columns }: TwoWayTable, cell: number): boolean =>
  cell < columns.length || cell % columns.length === 0;

export const innerCells = (table: TwoWayTable): readonly number[] =>
  [...table.counts.keys()].filter((cell) => !isMargin(table, cell));

export const marginCells = (table: TwoWayTable): readonly number[] =>
  [...table.counts.keys()].filter((cell) => isMargin(table, cell));

export interface Arc {
  readonly from: number;
  readonly to: number;
}

/**
 * A table that adds up is a flow that is conserved: rows and columns are nodes, an inner cell carries its count from
 * its row to its column, a margin carries it back (Cox 1995). Nodes: rows first, then columns.
 */
export function arcOf({ rows, columns }: TwoWayTable, cell: number): Arc {
  const [i, j] = [Math.floor(cell / columns.length), cell % columns.length];
  const [row, column] = [i, rows.length + j];
  return (i === 0) === (j === 0) ? { from: row, to: column } : { from: column, to: row };
}
