/**
 * Every cell of a table, margins included, rounded to one of the two multiples of `base` around it, so that rounded
 * cells still add up to rounded margins. Multiples stay as they are. Such a rounding always exists for two-way tables.
 *
 * Cells between two multiples form cycles (a line cannot hold only one): along a cycle, push counts up and down in
 * turn until one reaches a multiple, in the direction that brings cells nearer to where they started. Each step settles
 * at least one cell. Sources: Bacharach 1966; Causey, Cox & Ernst 1985. Deterministic: the same table rounds the same.
 */
import { arcOf, type TwoWayTable } from './two-way-table.ts';

export function controlledRounding(table: TwoWayTable, base: number): TwoWayTable {
  const counts = [...table.counts];
  const pending = new Set([...counts.keys()].filter((cell) => (counts[cell] as number) % base !== 0));
  while (pending.size > 0) {
    const cycle = findCycle(table, pending);
    // Going up costs base - 2 remainder more than going down, remainder being the cell's at the start.
    const cost = cycle.reduce(
      (sum, { cell, up }) => sum + (up ? 1 : -1) * (base - 2 * ((table.counts[cell] as number) % base)),
      0,
    );
    const steps = cycle.map(({ cell, up }) => ({ cell, up: cost > 0 ? !up : up }));
    const push = Math.min(
      ...steps.map(({ cell, up }) => {
        const remainder = (counts[cell] as number) % base;
        return up ? base - remainder : remainder;
      }),
    );
    for (const { cell, up } of steps) {
      counts[cell] = (counts[cell] as number) + (up ? push : -push);
      if ((counts[cell] as number) % base === 0) pending.delete(cell);
    }
  }
  return { ...table, counts };
}

interface Step {
  readonly cell: number;
  /** Whether the cycle, followed this way, raises the cell. */
  readonly up: boolean;
}

/** Walks over pending cells, never back by the same one, until a node comes twice. */
function findCycle(table: TwoWayTable, pending: ReadonlySet<number>): readonly Step[] {
  const touching = new Map<number, number[]>();
  for (const cell of pending)
    for (const node of nodesOf(table, cell)) touching.set(node, [...(touching.get(node) ?? []), cell]);
  const [first] = pending;
  const path: Step[] = [];
  const visited: number[] = [];
  let node = first === undefined ? 0 : arcOf(table, first).from;
  for (;;) {
    const seen = visited.indexOf(node);
    if (seen >= 0) return path.slice(seen);
    visited.push(node);
    const arrivedBy = path.at(-1)?.cell;
    const cell = touching.get(node)?.find((other) => other !== arrivedBy);
    if (cell === undefined) throw new Error('a line with a single unrounded cell: the table does not add up');
    const { from, to } = arcOf(table, cell);
    path.push({ cell, up: from === node });
    node = from === node ? to : from;
  }
}

const nodesOf = (table: TwoWayTable, cell: number): readonly number[] => {
  const { from, to } = arcOf(table, cell);
  return [from, to];
};
