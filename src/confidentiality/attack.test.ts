import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attack.ts';
import { innerCells, marginCells, type TwoWayTable, twoWayTable } from './two-way-table.ts';

const tableOf = (lines: readonly (readonly number[])[]): TwoWayTable => {
  const table = twoWayTable(
    lines.flatMap((line, i) => line.map((count, j) => ({ row: `r${i}`, column: `c${j}`, count }))),
  );
  if (table === null) throw new Error('a cell twice');
  return table;
};

/** Every table of non-negative counts with the same margins and published cells, found one cell at a time. */
function bruteForce(
  table: TwoWayTable,
  hidden: readonly number[],
  least: 0 | 1,
): Map<number, { lower: number; upper: number }> {
  const width = table.columns.length;
  const lineOf = (cell: number) => Math.floor(cell / width);
  const left = new Map<string, number>();
  for (const cell of hidden)
    for (const line of [`r${lineOf(cell)}`, `c${cell % width}`])
      left.set(line, (left.get(line) ?? 0) + (table.counts[cell] ?? 0));
  const bounds = new Map<number, { lower: number; upper: number }>();
  const chosen: number[] = [];
  const fill = (k: number): void => {
    const cell = hidden[k];
    if (cell === undefined) {
      if ([...left.values()].some((rest) => rest !== 0)) return;
      hidden.forEach((at, i) => {
        const value = chosen[i] ?? 0;
        const known = bounds.get(at) ?? { lower: value, upper: value };
        bounds.set(at, { lower: Math.min(known.lower, value), upper: Math.max(known.upper, value) });
      });
      return;
    }
    const lines = [`r${lineOf(cell)}`, `c${cell % width}`];
    const most = Math.min(...lines.map((line) => left.get(line) ?? 0));
    for (let value = least; value <= most; value++) {
      for (const line of lines) left.set(line, (left.get(line) ?? 0) - value);
      chosen[k] = value;
      fill(k + 1);
      for (const line of lines) left.set(line, (left.get(line) ?? 0) + value);
    }
  };
  fill(0);
  return bounds;
}

const smallTable = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('attack', () => {
  it.each([0, 1] as const)(
    'finds the bounds that trying every table finds, hidden cells of at least %i',
    (least) => {
      fc.assert(
        fc.property(smallTable, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (lines, mask) => {
          const table = tableOf(lines);
          const hidden = innerCells(table)
            .filter((cell, k) => mask[k] === true && (table.counts[cell] ?? 0) >= least)
            .slice(0, 7);
          const expected = bruteForce(table, hidden, least);
          const found = attack(table, new Set(hidden), least);
          for (const cell of hidden) expect(found.get(cell)).toEqual(expected.get(cell));
        }),
        { numRuns: 150, seed: 5 },
      );
    },
  );

  it('finds a cell hidden alone in its line', () => {
    const table = tableOf([
      [7, 12],
      [15, 20],
    ]);
    const [first = 0] = innerCells(table);
    expect(attack(table, new Set([first])).get(first)).toEqual({ lower: 7, upper: 7 });
  });

  it('has no upper bound to give when margins are not published', () => {
    const table = tableOf([
      [7, 12],
      [15, 20],
    ]);
    const [first = 0] = innerCells(table);
    const found = attack(table, new Set([first, ...marginCells(table)]));
    expect(found.get(first)).toEqual({ lower: 0, upper: null });
  });
});
