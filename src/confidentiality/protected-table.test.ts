import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attack.ts';
import { leastBase, roundedTable, suppressedTable } from './protected-table.ts';
import { type TwoWayTable, twoWayTable } from './two-way-table.ts';

const threshold = 11;

const tableOf = (lines: readonly (readonly number[])[]): TwoWayTable => {
  const table = twoWayTable(
    lines.flatMap((line, i) => line.map((count, j) => ({ row: `r${i}`, column: `c${j}`, count }))),
  );
  if (table === null) throw new Error('a cell twice');
  return table;
};

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 11, max: 80 }));
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(tableOf);

describe('suppressedTable', () => {
  it('shows no small count, totals included, and lets none be worked out', () => {
    let hidden = 0;
    fc.assert(
      fc.property(anyTable, (table) => {
        const found = suppressedTable(table, threshold);
        if (found.kind === 'impossible') return;
        const masked = new Set([...table.counts.keys()].filter((cell) => found.counts[cell] === null));
        hidden += masked.size;
        const known = attack(table, masked, 1);
        table.counts.forEach((own, cell) => {
          const shown = found.counts[cell];
          if (shown !== null) expect([shown, own === 0 || own >= threshold]).toEqual([own, true]);
          else if (own < threshold)
            expect(known.get(cell)?.upper ?? threshold).toBeGreaterThanOrEqual(threshold);
          if (shown === null) expect(known.get(cell)?.upper).not.toBe(known.get(cell)?.lower);
        });
      }),
      { numRuns: 300, seed: 8 },
    );
    expect(hidden).toBeGreaterThan(300);
  });

  it('hides the total of a line of few people with that of another line, so that no sum gives it', () => {
    const found = suppressedTable(
      tableOf([
        [2, 3],
        [20, 30],
        [40, 25],
      ]),
      threshold,
    );
    if (found.kind !== 'protected') throw new Error('impossible');
    const [, , , small, , , other, , , last] = found.counts;
    expect(small).toBeNull();
    expect([other, last].filter((total) => total === null)).toHaveLength(1);
  });

  it('says so when the grand total gives a count away', () => {
    expect(suppressedTable(tableOf([[3, 8]]), threshold)).toMatchObject({ kind: 'impossible' });
  });
});

describe('roundedTable', () => {
  it('is itself a table that could be behind what is shown, as is any with one cell and its totals moved', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), (table, at) => {
        const base = leastBase(threshold);
        const { counts } = roundedTable(table, base);
        const width = table.columns.length;
        const inner = table.given[at % table.given.length] ?? 0;
        const moved = [inner, inner - (inner % width), inner % width, 0];
        for (const step of [base - 1, 1 - base]) {
          if ((counts[inner] ?? 0) + step < 0) continue;
          const other = counts.map((shown, cell) => (shown ?? 0) + (moved.includes(cell) ? step : 0));
          other.forEach((own, cell) => {
            expect(own).toBeGreaterThanOrEqual(0);
            expect(Math.abs(own - (counts[cell] ?? 0))).toBeLessThan(base);
          });
          expect(other.slice(0, width).reduce((sum, own) => sum + own, 0)).toBe(2 * (other[0] ?? 0));
        }
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it.each([
    [3, 3],
    [11, 8],
    [20, 14],
  ])('under a threshold of %i, no base below %i will do', (limit, base) => {
    expect(leastBase(limit)).toBe(base);
  });
});
