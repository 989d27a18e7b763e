import { complementarySuppression } from '../../confidentiality/complementary-suppression.ts';
import { isPrimary } from '../../confidentiality/primary-suppression.ts';
import { innerCells, type TwoWayTable, twoWayTable } from '../../confidentiality/two-way-table.ts';
import { type DisclosureRule, maySee } from './rule.ts';

/** How many units of each arm have each value of a covariate; null: hidden, though the totals of the arms are public. */
export interface CovariateTable {
  readonly covariate: string;
  readonly rows: readonly CovariateRow[];
}

export interface CovariateRow {
  readonly value: string;
  readonly treated: number | null;
  readonly control: number | null;
}

export interface ArmValueCount {
  readonly value: string;
  readonly treated: 0 | 1;
  readonly n: number;
}

const arms = ['control', 'treated'] as const;
const mostPatterns = 2000;

/**
 * Hides counts that are too small or changed by a few since an earlier publication, then as few others as keep them
 * from being worked out. Null when hiding everything inside would still give them away.
 */
export function covariateTable(
  covariate: string,
  counts: readonly ArmValueCount[],
  rule: DisclosureRule,
  earlier: readonly CovariateTable[],
): CovariateTable | null {
  const table = tableOf(counts);
  if (table === null) return null;
  const primary = innerCells(table).filter((cell) => {
    const { value, arm } = placeOf(table, cell);
    const count = table.counts[cell] ?? 0;
    const small = isPrimary(count, { ...rule, zeroIsSafe: true });
    return small || earlier.some((table) => !safeChange(table, value, arm, count));
  });
  function safeChange({ rows }: CovariateTable, value: string, arm: (typeof arms)[number], count: number) {
    const was = rows.find((row) => row.value === value)?.[arm] ?? null;
    return was === null || maySee(count - was, rule);
  }
  const found = complementarySuppression(
    {
      table,
      primary,
      candidates: innerCells(table).filter((cell) => !primary.includes(cell)),
      hidden: [],
      threshold: rule.threshold,
    },
    mostPatterns,
  );
  if (found.kind === 'impossible') return null;
  const hidden = new Set([...primary, ...found.complementary]);
  const shown = (value: string, arm: (typeof arms)[number]) => {
    const cell = cellAt(table, value, arm);
    return hidden.has(cell) ? null : (table.counts[cell] ?? 0);
  };
  return {
    covariate,
    rows: table.rows.slice(1).map((value) => ({
      value,
      treated: shown(value, 'treated'),
      control: shown(value, 'control'),
    })),
  };
}

function tableOf(counts: readonly ArmValueCount[]): TwoWayTable | null {
  const sums = new Map<string, { row: string; column: string; count: number }>();
  for (const value of new Set(counts.map((count) => count.value)))
    for (const column of arms) sums.set(`${value}/${column}`, { row: value, column, count: 0 });
  for (const { value, treated, n } of counts) {
    const cell = sums.get(`${value}/${arms[treated]}`);
    if (cell !== undefined) cell.count += n;
  }
  return twoWayTable([...sums.values()]);
}

const cellAt = ({ rows, columns }: TwoWayTable, value: string, arm: string): number =>
  rows.indexOf(value, 1) * columns.length + columns.indexOf(arm);

function placeOf({ rows, columns }: TwoWayTable, cell: number) {
  const column = columns[cell % columns.length];
  return {
    value: rows[Math.floor(cell / columns.length)] ?? '',
    arm: column === 'treated' ? ('treated' as const) : ('control' as const),
  };
}
