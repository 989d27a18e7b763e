import type { Comparison, Source } from '../../plan/plan.ts';
import type { Covariates } from '../../statistics/covariates.ts';
import { zeros } from '../../statistics/linear-algebra.ts';
import type { CellFollowUp } from '../../statistics/weighted-follow-up.ts';
import type { CellCounts } from '../cell-counts.ts';
import { armColumn, columnOf, groupOf } from './arms.ts';
import { type CovariateClasses, covariateClasses } from './covariate-classes.ts';

/** Counts by covariate cell, group, time and status, with the classes of each cell. */
export interface CovariateCells {
  readonly classes: readonly CovariateClasses[];
  readonly size: number;
  /** The class of each cell, as a place among the levels of the covariate: one array a covariate. */
  readonly levelOf: readonly Uint16Array[];
  readonly rows: readonly CellFollowUp[];
}

export const noCells: CovariateCells = { classes: [], size: 0, levelOf: [], rows: [] };

/** Reads attributes as classes; units in neither group are left out. */
export function covariateCells(
  counts: CellCounts,
  comparison: Comparison,
  source: Source,
  { names, classesOf }: { readonly names: readonly string[]; readonly classesOf: typeof covariateClasses } = {
    names: comparison.covariates,
    classesOf: covariateClasses,
  },
): CovariateCells {
  const at = (column: string) => counts.columns.indexOf(column);
  const arm = at(armColumn(source, comparison));
  const armOf = (counts.values[arm] ?? []).map((value) => groupOf(value, comparison));
  const treated = Array.from(counts.places[arm] ?? [], (place) => armOf[place] ?? null);
  const read = names.map((name) => {
    const column = at(columnOf(source, name));
    const values = counts.values[column] ?? [];
    const places = counts.places[column] ?? new Int32Array(treated.length);
    const n = new Float64Array(values.length);
    treated.forEach((group, i) => {
      const place = places[i] as number;
      if (group !== null) n[place] = (n[place] as number) + (counts.n[i] as number);
    });
    const present = values.flatMap((value, place) => (n[place] ? [{ value, n: n[place] }] : []));
    const classes = classesOf(name, present);
    const levels = new Map(classes.levels.map((level, l) => [level, l]));
    const levelAt = values.map((value) => levels.get(classes.classOf.get(value) ?? '') ?? 0);
    return { classes, places, levelAt };
  });
  const { cellOf, first } = numbered(treated, read);
  const classes = read.map((covariate) => covariate.classes);
  const grouped = classes.some((found) => found.classes !== null);
  const rows = followUps(counts, treated, cellOf);
  return {
    classes,
    size: first.length,
    levelOf: read.map(({ places, levelAt }) =>
      Uint16Array.from(first, (i) => levelAt[places[i] as number] as number),
    ),
    rows: grouped || counts.columns.length > read.length + 1 ? together(rows) : rows,
  };
}

interface ReadCovariate {
  readonly classes: CovariateClasses;
  readonly places: Int32Array;
  /** Level of each value. */
  readonly levelAt: readonly number[];
}

/** The cell of each row, and a row of each cell; rows in neither group have none. */
function numbered(treated: readonly (0 | 1 | null)[], covariates: readonly ReadCovariate[]) {
  const sizes = covariates.map(({ classes }) => Math.max(1, classes.levels.length));
  const fits = sizes.reduce((product, size) => product * size, 1) <= Number.MAX_SAFE_INTEGER;
  const key = (i: number): number | string => {
    if (!fits) return covariates.map(({ levelAt, places }) => levelAt[places[i] as number]).join('/');
    let code = 0;
    covariates.forEach(({ levelAt, places }, j) => {
      code = code * (sizes[j] as number) + (levelAt[places[i] as number] as number);
    });
    return code;
  };
  const cells = new Map<number | string, number>();
  const first: number[] = [];
  const cellOf = new Int32Array(treated.length);
  treated.forEach((group, i) => {
    if (group === null) return;
    const name = key(i);
    let cell = cells.get(name);
    if (cell === undefined) {
      cell = first.push(i) - 1;
      cells.set(name, cell);
    }
    cellOf[i] = cell;
  });
  return { cellOf, first };
}

const followUps = (
  { time, status, n }: CellCounts,
  treated: readonly (0 | 1 | null)[],
  cellOf: Int32Array,
): readonly CellFollowUp[] => {
  const rows: CellFollowUp[] = [];
  treated.forEach((group, i) => {
    if (group === null) return;
    rows.push({
      cell: cellOf[i] as number,
      treated: group,
      time: time[i] as number,
      status: status[i] as number,
      n: n[i] as number,
    });
  });
  return rows;
};

/** More than the ways out and the days that follow-up can have. */
const [statuses, times] = [1024, 1_000_000];

/** Rows alike in one: once values are read as classes, as many as cells and not as people. */
function together(rows: readonly CellFollowUp[]): readonly CellFollowUp[] {
  const counted = new Map<number, CellFollowUp & { n: number }>();
  for (const row of rows) {
    const key = ((row.cell * 2 + row.treated) * times + row.time) * statuses + row.status;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { ...row });
    else known.n += row.n;
  }
  return [...counted.values()];
}

/** One row a cell: indicators of the classes, one left out a covariate. */
export function cellMatrix({ classes, levelOf, size }: CovariateCells): Covariates {
  const names: string[] = [];
  const firstOf = classes.map(({ name, levels }) => {
    const before = names.length;
    names.push(...levels.slice(1).map((level) => `${name}\u0000${level}`));
    return before;
  });
  const values = zeros(size, names.length);
  levelOf.forEach((levels, j) => {
    const start = (firstOf[j] as number) - 1;
    levels.forEach((level, cell) => {
      if (level > 0) values.values[cell * names.length + start + level] = 1;
    });
  });
  return { names, values };
}
