import { type AttackInterval, attack } from './attack.ts';
import { complementarySuppression } from './complementary-suppression.ts';
import { controlledRounding } from './controlled-rounding.ts';
import { isPrimary } from './primary-suppression.ts';
import { cellName, innerCells, type TwoWayTable } from './two-way-table.ts';

/** A table that may be handed to somebody: a count a cell, margins included, null where it is hidden. */
export interface ProtectedTable {
  readonly kind: 'protected';
  readonly counts: readonly (number | null)[];
  /** What a reader can still work out of each hidden cell. */
  readonly intervals: readonly AttackInterval[];
  /** Whether no smaller set of hidden cells would do. */
  readonly exact: boolean;
}

export interface Unprotected {
  readonly kind: 'impossible';
  /** Names of cells that would be given away whatever else is hidden. */
  readonly exposed: readonly string[];
}

/** Patterns examined before a safe pattern that may not be the smallest is kept. */
const mostPatterns = 2000;

/**
 * Hides every count of 1 to threshold - 1, totals included, then as few others as it takes for a reader who adds and
 * subtracts, and knows that every 0 is shown, never to be sure that one of them is under the threshold. Other cells of
 * the table are hidden first; totals of lines only when that cannot be enough; the grand total and zeros never.
 * The pattern is attacked again before it is returned. Cox 1980; Fischetti & Salazar 2001.
 */
export function suppressedTable(table: TwoWayTable, threshold: number): ProtectedTable | Unprotected {
  const rule = { threshold, zeroIsSafe: true, largestShare: null };
  const cells = [...table.counts.keys()];
  const primary = cells.filter((cell) => isPrimary(countOf(table, cell), rule));
  const free = (cell: number) => countOf(table, cell) >= threshold;
  const least = 1;
  const attempts = [innerCells(table).filter(free), cells.slice(1).filter(free)];
  const found = attempts
    .map((candidates) =>
      complementarySuppression({ table, primary, candidates, hidden: [], threshold, least }, mostPatterns),
    )
    .find(({ kind }) => kind === 'safe');
  if (found?.kind !== 'safe')
    return { kind: 'impossible', exposed: primary.map((cell) => cellName(table, cell)) };
  const hidden = new Set([...primary, ...found.complementary]);
  const intervals = attack(table, hidden, least);
  const given = primary.filter((cell) => {
    const upper = intervals.get(cell)?.upper;
    return upper !== null && (upper === undefined || upper < threshold);
  });
  if (given.length > 0) return { kind: 'impossible', exposed: given.map((cell) => cellName(table, cell)) };
  return {
    kind: 'protected',
    counts: table.counts.map((count, cell) => (hidden.has(cell) ? null : count)),
    intervals: [...intervals.values()],
    exact: found.exact,
  };
}

/**
 * Rounds every count to one of the two multiples of `base` around it, totals still adding up. A reader can place each
 * count within base - 1 of what is shown and no nearer: the table shown is itself possible, and so is the same with any
 * one cell and its totals moved that far. Causey, Cox & Ernst 1985.
 */
export const roundedTable = (table: TwoWayTable, base: number): ProtectedTable => ({
  kind: 'protected',
  counts: controlledRounding(table, base).counts,
  intervals: [],
  exact: true,
});

/**
 * The smallest base that says of no count that it is under the threshold without being 0, even to a reader who takes
 * each count to have gone to the nearest multiple: `base` itself may then stand for any of `base ± (base - 1) / 2`.
 */
export function leastBase(threshold: number): number {
  let base = 1;
  while (base + Math.floor((base - 1) / 2) < threshold) base++;
  return base;
}

const countOf = (table: TwoWayTable, cell: number): number => table.counts[cell] ?? 0;
