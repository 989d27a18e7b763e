/**
 * What a reader can work out of a table with hidden cells, knowing the published cells, that everything adds up and
 * that no count is negative: for each hidden cell, the smallest and the largest count consistent with the rest.
 *
 * The true table is one solution; all others differ from it by cycles of hidden cells. The most a cell can rise is the
 * largest flow that can return from the head of its arc to its tail through the other hidden cells, each of which can
 * rise without limit or fall to the least it can be (0, or 1 when no 0 is ever hidden). So bounds are exact, and
 * whole: the linear programme's optima are the integer ones.
 * Source: Cox 1980 (audit problem), 1995 (network form).
 */
import { type Edge, flowNetwork, type MaxFlow } from './max-flow.ts';
import { arcOf, type TwoWayTable } from './two-way-table.ts';

export interface AttackInterval {
  readonly lower: number;
  /** Null: no upper limit follows from what is published. */
  readonly upper: number | null;
}

/** What a reader holds a hidden cell to count at least: 1 when every 0 is shown. */
export type Least = 0 | 1;

/** Bounds of every hidden cell, in the order of `hidden`. */
export function attack(
  table: TwoWayTable,
  hidden: ReadonlySet<number>,
  least: Least = 0,
): ReadonlyMap<number, AttackInterval> {
  const room = roomToMove(table, hidden, least);
  return new Map(
    [...hidden].map((cell) => {
      const count = table.counts[cell] as number;
      const rise = room(cell, 'rise').value;
      const fall = Math.min(count - least, room(cell, 'fall', count - least).value);
      return [cell, { lower: count - fall, upper: Number.isFinite(rise) ? count + rise : null }];
    }),
  );
}

export type Direction = 'rise' | 'fall';

/** How far a hidden cell can rise or fall, at least up to `enough`, and the nodes that limit it. */
export function roomToMove(
  table: TwoWayTable,
  hidden: ReadonlySet<number>,
  least: Least = 0,
): (cell: number, direction: Direction, enough?: number) => MaxFlow {
  const cells = [...hidden];
  const ask = flowNetwork(
    table.rows.length + table.columns.length,
    cells.flatMap((cell) => moves(table, cell, least)),
  );
  const position = new Map(cells.map((cell, k) => [cell, 2 * k]));
  return (cell, direction, enough = Number.POSITIVE_INFINITY) => {
    const { from, to } = arcOf(table, cell);
    const own = position.get(cell);
    const without = own === undefined ? [] : [own, own + 1];
    return direction === 'rise'
      ? ask({ source: to, sink: from, without, enough })
      : ask({ source: from, sink: to, without, enough });
  };
}

/** A hidden count may rise as far as one likes, and fall to the least it can be. */
export function moves(table: TwoWayTable, cell: number, least: Least): readonly [Edge, Edge] {
  const { from, to } = arcOf(table, cell);
  return [
    { from, to, capacity: Number.POSITIVE_INFINITY },
    { from: to, to: from, capacity: (table.counts[cell] as number) - least },
  ];
}
