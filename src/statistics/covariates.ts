import { gram, independentColumns, type Matrix, selectColumns, zeros } from './linear-algebra.ts';

/** One covariate, row by row: numbers, or categories as text. */
export interface CovariateColumn {
  readonly name: string;
  readonly values: readonly (number | string)[];
}

/** Covariates as numbers: one column each, categories as 0/1 indicators. */
export interface Covariates {
  readonly names: readonly string[];
  readonly values: Matrix;
}

const isNumeric = ({ values }: CovariateColumn): boolean => values.every((v) => typeof v === 'number');

/**
 * Numeric covariates as they are, categories as one indicator a level, named covariate then level (`zoneNord`).
 * `contrasts` leaves out each category's first level in sorted order, as a regression with an intercept needs.
 */
export function covariateMatrix(
  columns: readonly CovariateColumn[],
  levels: 'contrasts' | 'all' = 'contrasts',
): Covariates {
  const names: string[] = [];
  const parts: (readonly number[])[] = [];
  for (const column of columns) {
    if (isNumeric(column)) {
      names.push(column.name);
      parts.push(column.values.map(Number));
      continue;
    }
    const text = column.values.map(String);
    const found = [...new Set(text)].sort();
    for (const level of levels === 'all' ? found : found.slice(1)) {
      names.push(`${column.name}${level}`);
      parts.push(text.map((value) => (value === level ? 1 : 0)));
    }
  }
  const values = zeros(columns[0]?.values.length ?? 0, parts.length);
  parts.forEach((part, j) => {
    part.forEach((value, i) => {
      values.values[i * parts.length + j] = value;
    });
  });
  return { names, values };
}

/** A first column of ones, then the columns of x. */
function withIntercept(x: Matrix): Matrix {
  const design = zeros(x.rows, x.columns + 1);
  for (let i = 0; i < x.rows; i++) {
    design.values[i * design.columns] = 1;
    design.values.set(x.values.subarray(i * x.columns, (i + 1) * x.columns), i * design.columns + 1);
  }
  return design;
}

export interface Design {
  /** Intercept and covariates, without the columns that are a combination of earlier ones. */
  readonly x: Matrix;
  /** Names of these columns; the first is `intercept`. */
  readonly names: readonly string[];
  /** Covariates left out because the others determine them. */
  readonly aliased: readonly string[];
}

/** Regression design over rows that stand for `counts` units: intercept, then the independent covariates. */
export function regressionDesign(covariates: Covariates, counts: ArrayLike<number>): Design {
  const full = withIntercept(covariates.values);
  const names = ['intercept', ...covariates.names];
  const kept = independentColumns(gram(full, counts));
  return {
    x: selectColumns(full, kept),
    names: kept.map((j) => names[j] ?? ''),
    aliased: names.filter((_, j) => !kept.includes(j)),
  };
}

/** The chosen rows, in the order given. */
export function selectRows(m: Matrix, rows: readonly number[]): Matrix {
  const selected = zeros(rows.length, m.columns);
  rows.forEach((r, i) => {
    selected.values.set(m.values.subarray(r * m.columns, (r + 1) * m.columns), i * m.columns);
  });
  return selected;
}
