import { type CovariateBalance, covariateBalance } from '../../statistics/balance.ts';
import type { BalanceRow } from '../measure.ts';
import { type CovariateCells, cellMatrix, indicatorName } from './covariate-cells.ts';

/** Units by cell and group; `weights`, those that make groups alike, when there are some. */
export interface CellGroups {
  readonly cell: readonly number[];
  readonly treated: readonly (0 | 1)[];
  readonly counts: readonly number[];
  readonly weights: ArrayLike<number> | null;
}

/** How alike the groups are on every value of every covariate, before and after weighting. */
export function balanceTable(
  cells: CovariateCells,
  groups: CellGroups,
  estimand: 'ate' | 'att',
): readonly BalanceRow[] {
  const covariates = cellMatrix({ ...cells, cells: groups.cell.map((i) => cells.cells[i] ?? []) }, 'all');
  const read = (weights: ArrayLike<number> | null) =>
    covariateBalance({
      treated: groups.treated,
      counts: groups.counts,
      covariates,
      denominator: estimand === 'att' ? 'treated' : 'pooled',
      ...(weights === null ? {} : { weights }),
    });
  const before = read(null);
  const after = groups.weights === null ? null : read(groups.weights);
  return cells.classes.flatMap(({ name, levels }) => {
    // Of a yes-or-no covariate, one value says it all.
    const shown = levels.length === 2 ? levels.slice(1) : levels;
    return shown.map((value) => {
      const key = indicatorName(name, value);
      return { covariate: name, value, before: reading(before[key]), after: after && reading(after[key]) };
    });
  });
}

const reading = (balance: CovariateBalance | undefined) => ({
  treated: balance?.meanTreated ?? 0,
  control: balance?.meanControl ?? 0,
  smd: balance === undefined ? null : balance.smd,
});

/** Units by cell and group of follow-up counts, for a balance without weights. */
export function cellGroups({ rows }: CovariateCells): CellGroups {
  const sums = new Map<string, { cell: number; treated: 0 | 1; n: number }>();
  for (const { cell, treated, n } of rows) {
    const key = `${cell}/${treated}`;
    sums.set(key, { cell, treated, n: (sums.get(key)?.n ?? 0) + n });
  }
  const all = [...sums.values()];
  return {
    cell: all.map((group) => group.cell),
    treated: all.map((group) => group.treated),
    counts: all.map((group) => group.n),
    weights: null,
  };
}
