import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atRiskJustBefore, riskTable } from './risk-table.ts';

const row = fc
  .record({
    time: fc.integer({ min: 0, max: 15 }),
    status: fc.integer({ min: 0, max: 3 }),
    n: fc.integer({ min: 0, max: 5 }),
    entry: fc.integer({ min: 0, max: 14 }),
  })
  .map((r) => ({ ...r, entry: r.entry < r.time ? r.entry : 0 }));
const rows = fc.array(row, { maxLength: 30 });

test('the number at risk is the count of units entered before and not yet out, at any time', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 18 }), (counts, time) => {
      const inside = counts.filter((c) => (c.entry === 0 || c.entry < time) && time <= c.time);
      const expected = inside.reduce((sum, c) => sum + c.n, 0);
      expect(atRiskJustBefore(riskTable(counts), time)).toBe(expected);
    }),
  );
});

test('each step counts what happens then, by kind', () => {
  fc.assert(
    fc.property(rows, (counts) => {
      for (const step of riskTable(counts, 2).steps) {
        const now = counts.filter((c) => c.time === step.time);
        const sum = (keep: (status: number) => boolean) =>
          now.reduce((total, c) => total + (keep(c.status) ? c.n : 0), 0);
        expect(step).toMatchObject({
          events: sum((status) => status === 2),
          competing: sum((status) => status === 1 || status === 3),
          censored: sum((status) => status === 0),
        });
      }
    }),
  );
});

test('nobody: no step', () => {
  expect(riskTable([{ time: 4, status: 1, n: 0 }])).toEqual({ n: 0, steps: [], entries: [] });
  expect(atRiskJustBefore(riskTable([]), 3)).toBe(0);
});
