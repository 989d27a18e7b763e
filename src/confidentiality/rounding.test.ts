import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlledRounding } from './controlled-rounding.ts';
import { isPrimary } from './primary-suppression.ts';
import { roundToBase } from './rounding.ts';
import { twoWayTable } from './two-way-table.ts';

describe('roundToBase', () => {
  it('sends halves away from zero, on both sides', () => {
    expect([2, 2.5, 3, 7.5, -2, -2.5, -7.4].map((value) => roundToBase(value, 5))).toEqual([
      0, 5, 5, 10, 0, -5, -5,
    ]);
  });
});

describe('controlledRounding', () => {
  it('keeps every total the sum of its cells, each cell within one multiple of where it was', () => {
    const lines = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(40), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(lines, fc.integer({ min: 2, max: 10 }), (counts, base) => {
        const table = twoWayTable(
          counts.flatMap((line, i) => line.map((count, j) => ({ row: `${i}`, column: `${j}`, count }))),
        );
        if (table === null) throw new Error('a cell twice');
        const rounded = controlledRounding(table, base).counts;
        const width = table.columns.length;
        rounded.forEach((count, cell) => {
          const before = table.counts[cell] ?? 0;
          expect(count % base).toBe(0);
          expect(Math.abs(count - before)).toBeLessThan(base);
          if (before % base === 0) expect(count).toBe(before);
        });
        // Cells move together no more than a fair draw of each would move it: 2 r (base - r) / base on average.
        const moved = rounded.reduce(
          (sum, count, cell) => sum + Math.abs(count - (table.counts[cell] ?? 0)),
          0,
        );
        const fair = table.counts.reduce((sum, count) => {
          const r = count % base;
          return sum + (2 * r * (base - r)) / base;
        }, 0);
        expect(moved).toBeLessThanOrEqual(fair + 1e-9);
        for (let i = 0; i < table.rows.length; i++) {
          const line = rounded.slice(i * width, (i + 1) * width);
          expect(line.slice(1).reduce((sum, count) => sum + count, 0)).toBe(line[0]);
        }
        for (let j = 0; j < width; j++) {
          const column = table.rows.map((_, i) => rounded[i * width + j] ?? 0);
          expect(column.slice(1).reduce((sum, count) => sum + count, 0)).toBe(column[0]);
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('isPrimary', () => {
  it('hides small counts, and a single contributor that makes up most of a cell', () => {
    const firms = { threshold: 3, zeroIsSafe: true, largestShare: 0.85 };
    expect([0, 2, 3].map((count) => isPrimary(count, firms))).toEqual([false, true, false]);
    expect(isPrimary(0, { ...firms, zeroIsSafe: false })).toBe(true);
    expect(isPrimary(40, firms, 0.9)).toBe(true);
    expect(isPrimary(40, firms, 0.5)).toBe(false);
  });
});
