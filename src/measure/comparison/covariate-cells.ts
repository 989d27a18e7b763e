import { type Covariates, covariateMatrix } from '../../statistics/covariates.ts';
import type { CellFollowUp } from '../../statistics/weighted-follow-up.ts';
import type { ComparedCount } from './arms.ts';
import { type CovariateClasses, covariateClasses } from './covariate-classes.ts';

/** Counts by covariate cell, group, time and status, with the classes of each cell. */
export interface CovariateCells {
  readonly classes: readonly CovariateClasses[];
  /** One row a cell: the class of each covariate. */
  readonly cells: readonly (readonly string[])[];
  readonly rows: readonly CellFollowUp[];
}

/** Reads covariates as classes, then counts: nothing after this grows with people. */
export function covariateCells(rows: readonly ComparedCount[], names: readonly string[]): CovariateCells {
  const classes = names.map((name, j) =>
    covariateClasses(
      name,
      rows.map((row) => ({ value: row.covariates[j] ?? '', n: row.n })),
    ),
  );
  const cellOf = new Map<string, number>();
  const cells: (readonly string[])[] = [];
  const counted = new Map<string, CellFollowUp>();
  for (const row of rows) {
    const values = classes.map(({ classOf }, j) => classOf.get(row.covariates[j] ?? '') ?? '');
    const name = values.join('\u0000');
    const known = cellOf.get(name);
    const cell = known ?? cells.length;
    if (known === undefined) {
      cellOf.set(name, cell);
      cells.push(values);
    }
    const key = `${cell}/${row.treated}/${row.time}/${row.status}`;
    const n = (counted.get(key)?.n ?? 0) + row.n;
    counted.set(key, { cell, treated: row.treated, time: row.time, status: row.status, n });
  }
  return { classes, cells, rows: [...counted.values()] };
}

const separator = '\u0000';

/** One row a cell: indicators of the classes, one left out a covariate (`contrasts`) or none (`all`). */
export function cellMatrix(
  { classes, cells }: Pick<CovariateCells, 'classes' | 'cells'>,
  levels: 'contrasts' | 'all',
): Covariates {
  return covariateMatrix(
    classes.map(({ name }, j) => ({
      name: `${name}${separator}`,
      // A leading mark keeps numbers written as text from being read as one numeric covariate.
      values: cells.map((cell) => `=${cell[j] ?? ''}`),
    })),
    levels,
  );
}

/** The name `cellMatrix` gives to one class of one covariate. */
export const indicatorName = (covariate: string, value: string): string =>
  `${covariate}${separator}=${value}`;
