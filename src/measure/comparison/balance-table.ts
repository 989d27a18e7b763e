import { categoryBalance } from '../../statistics/balance.ts';
import { gather } from '../../statistics/weighted-follow-up.ts';
import type { CovariateCells } from './covariate-cells.ts';
import type { BalanceRow } from './measured-comparison.ts';

/** Units by cell and group; `weights`, those that make groups alike, when there are some. */
export interface CellGroups {
  readonly cell: readonly number[];
  readonly treated: readonly (0 | 1)[];
  readonly counts: readonly number[];
  readonly weights: ArrayLike<number> | null;
}

/** How alike the groups are on every value of every covariate, before and after weighting. */
export function balanceTable(
  { classes, levelOf }: CovariateCells,
  { cell, treated, counts, weights }: CellGroups,
  estimand: 'ate' | 'att',
): readonly BalanceRow[] {
  const denominator = estimand === 'att' ? 'treated' : 'pooled';
  return classes.flatMap(({ name, levels }, j) => {
    const category = Uint8Array.from(cell, (c) => levelOf[j]?.[c] as number);
    const sample = { treated, counts, category, categories: levels.length, denominator } as const;
    const before = categoryBalance(sample);
    const after = weights === null ? null : categoryBalance({ ...sample, weights });
    const rows = levels.map((value, l) => ({
      covariate: name,
      value,
      before: reading(before[l]),
      after: after && reading(after[l]),
    }));
    // Of a yes-or-no covariate, one value says it all.
    return levels.length === 2 ? rows.slice(1) : rows;
  });
}

const reading = (balance: ReturnType<typeof categoryBalance>[number] | undefined) => ({
  treated: balance?.meanTreated ?? 0,
  control: balance?.meanControl ?? 0,
  smd: balance === undefined ? null : balance.smd,
});

/** Units by cell and group of follow-up counts, for a balance without weights. */
export const cellGroups = ({ rows }: CovariateCells): CellGroups => ({
  ...gather(rows).groups,
  weights: null,
});
