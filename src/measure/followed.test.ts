import fc from 'fast-check';
import { expect, test } from 'vitest';
import { total } from './cohorts.ts';
import { followed, type UnitCount } from './followed.ts';

const count = (delay: number | null, n: number, more: Partial<UnitCount> = {}): UnitCount => ({
  indexDay: 100,
  exitDelay: null,
  endDelay: null,
  delay,
  cells: [],
  n,
  ...more,
});
const endings = (counts: readonly UnitCount[], coverage: number, until: number | null) =>
  followed(counts, { coverage, until }).map(({ time, status, n }) => ({ time, status, n }));

test('who had no outcome is followed until the coverage or the end of the window', () => {
  expect(endings([count(null, 10), count(20, 3)], 160, null)).toEqual([
    { time: 20, status: 1, n: 3 },
    { time: 60, status: 0, n: 7 },
  ]);
  expect(endings([count(null, 10)], 160, 30)).toEqual([{ time: 30, status: 0, n: 10 }]);
});

test('an outcome after the coverage is not known yet: censored, not counted', () => {
  expect(endings([count(null, 1), count(61, 1)], 160, null)).toEqual([{ time: 60, status: 0, n: 1 }]);
});

test('another way out comes first only when it is strictly before', () => {
  const left = { exitDelay: 20 };
  expect(endings([count(null, 2, left), count(20, 1, left)], 160, null)).toEqual([
    { time: 20, status: 1, n: 1 },
    { time: 20, status: 2, n: 1 },
  ]);
  expect(endings([count(null, 1, left), count(21, 1, left)], 160, null)).toEqual([
    { time: 20, status: 2, n: 1 },
  ]);
});

test('a clock that starts after the coverage has been followed for no day', () => {
  expect(endings([count(null, 4)], 90, 30)).toEqual([{ time: 0, status: 0, n: 4 }]);
});

test('nobody is lost or invented, and no follow-up passes the coverage', () => {
  const units = fc.array(
    fc.record({
      index: fc.nat(200),
      n: fc.integer({ min: 1, max: 9 }),
      delays: fc.array(fc.nat(300), { maxLength: 9 }),
    }),
  );
  fc.assert(
    fc.property(units, fc.integer({ min: 0, max: 300 }), (drawn, coverage) => {
      const counts = drawn.flatMap(({ index, n, delays }, i) => {
        const cells = [String(i)];
        const had = delays.slice(0, n);
        return [
          count(null, n, { indexDay: index, cells }),
          ...had.map((d) => count(d, 1, { indexDay: index, cells })),
        ];
      });
      const rows = followed(counts, { coverage, until: 365 });
      expect(total(rows)).toBe(drawn.reduce((sum, { n }) => sum + n, 0));
      for (const row of rows) {
        expect(row.time).toBeGreaterThanOrEqual(0);
        expect(row.time).toBeLessThanOrEqual(Math.max(0, coverage - (row.indexDay ?? 0)));
      }
    }),
  );
});
