import type { Covariates } from '../../statistics/covariates.ts';
import { zeros } from '../../statistics/linear-algebra.ts';
import type { CellFollowUp } from '../../statistics/weighted-follow-up.ts';
import type { ComparedCount } from './arms.ts';
import { type CovariateClasses, covariateClasses, type ValueCount } from './covariate-classes.ts';

/** Counts by covariate cell, group, time and status, with the classes of each cell. */
export interface CovariateCells {
  readonly classes: readonly CovariateClasses[];
  /** One row a cell: the class of each covariate. */
  readonly cells: readonly (readonly string[])[];
  readonly rows: readonly CellFollowUp[];
}

const separator = '\u0000';

/** Reads covariates as classes, then counts: nothing after this grows with people. */
export function covariateCells(rows: readonly ComparedCount[], names: readonly string[]): CovariateCells {
  const classes = names.map((name, j) => covariateClasses(name, valueCounts(rows, j)));
  const cellOf = new Map<string, number>();
  const cellOfValues = new Map<readonly string[], number>();
  const cells: (readonly string[])[] = [];
  const counted = new Map<string, CellFollowUp>();
  const place = (covariates: readonly string[]): number => {
    const values = classes.map(({ classOf }, j) => classOf.get(covariates[j] ?? '') ?? '');
    const name = values.join(separator);
    const known = cellOf.get(name);
    if (known !== undefined) return known;
    cellOf.set(name, cells.length);
    return cells.push(values) - 1;
  };
  for (const row of rows) {
    const cell = cellOfValues.get(row.covariates) ?? place(row.covariates);
    cellOfValues.set(row.covariates, cell);
    const key = `${cell}/${row.treated}/${row.time}/${row.status}`;
    const n = (counted.get(key)?.n ?? 0) + row.n;
    counted.set(key, { cell, treated: row.treated, time: row.time, status: row.status, n });
  }
  return { classes, cells, rows: [...counted.values()] };
}

function valueCounts(rows: readonly ComparedCount[], j: number): readonly ValueCount[] {
  const counts = new Map<string, number>();
  for (const { covariates, n } of rows) {
    const value = covariates[j] ?? '';
    counts.set(value, (counts.get(value) ?? 0) + n);
  }
  return [...counts].map(([value, n]) => ({ value, n }));
}

/** One row a cell: indicators of the classes, one left out a covariate (`contrasts`) or none (`all`). */
export function cellMatrix(
  { classes, cells }: Pick<CovariateCells, 'classes' | 'cells'>,
  levels: 'contrasts' | 'all',
): Covariates {
  const names: string[] = [];
  const columnOf = classes.map(({ name, levels: found }) => {
    const columns = new Map<string, number>();
    for (const level of levels === 'all' ? found : found.slice(1)) {
      columns.set(level, names.push(indicatorName(name, level)) - 1);
    }
    return columns;
  });
  const values = zeros(cells.length, names.length);
  cells.forEach((cell, i) => {
    columnOf.forEach((columns, j) => {
      const column = columns.get(cell[j] ?? '');
      if (column !== undefined) values.values[i * names.length + column] = 1;
    });
  });
  return { names, values };
}

/** The name `cellMatrix` gives to one class of one covariate. */
export const indicatorName = (covariate: string, value: string): string => `${covariate}${separator}${value}`;
