import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attack.ts';
import { complementarySuppression, type SuppressionProblem } from './complementary-suppression.ts';
import { isPrimary } from './primary-suppression.ts';
import { innerCells, twoWayTable } from './two-way-table.ts';

const threshold = 6;

function problemOf(lines: readonly (readonly number[])[], limit = threshold): SuppressionProblem {
  const table = twoWayTable(
    lines.flatMap((line, i) => line.map((count, j) => ({ row: `r${i}`, column: `c${j}`, count }))),
  );
  if (table === null) throw new Error('a cell twice');
  const rule = { threshold: limit, zeroIsSafe: true, largestShare: null };
  const primary = innerCells(table).filter((cell) => isPrimary(table.counts[cell] ?? 0, rule));
  const candidates = innerCells(table).filter((cell) => !primary.includes(cell));
  return { table, primary, candidates, hidden: [], threshold: limit };
}

function isSafe({ table, primary, threshold: limit }: SuppressionProblem, extra: readonly number[]): boolean {
  const found = attack(table, new Set([...primary, ...extra]));
  return primary.every((cell) => {
    const interval = found.get(cell);
    const half = (table.counts[cell] ?? 0) / 2;
    return (
      interval !== undefined && (interval.upper === null || interval.upper >= limit) && interval.lower <= half
    );
  });
}

/** Size of the smallest safe pattern, by trying every subset; null when there is none. */
function exhaustive(problem: SuppressionProblem): number | null {
  let best: number | null = null;
  for (let mask = 0; mask < 1 << problem.candidates.length; mask++) {
    const extra = problem.candidates.filter((_, k) => (mask >> k) & 1);
    if ((best === null || extra.length < best) && isSafe(problem, extra)) best = extra.length;
  }
  return best;
}

const anyTable = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 30 })), {
    minLength: 3,
    maxLength: 3,
  }),
  { minLength: 3, maxLength: 3 },
);

describe('complementarySuppression', () => {
  it('hides as few cells as trying every pattern does, and its pattern is safe', () => {
    fc.assert(
      fc.property(anyTable, (lines) => {
        const problem = problemOf(lines);
        const found = complementarySuppression(problem);
        const smallest = exhaustive(problem);
        if (found.kind === 'impossible') {
          expect(smallest).toBeNull();
          return;
        }
        expect(found.exact).toBe(true);
        expect(found.complementary.length).toBe(smallest);
        expect(isSafe(problem, found.complementary)).toBe(true);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('says so when totals alone give a cell away', () => {
    const found = complementarySuppression(problemOf([[3], [20]]));
    expect(found).toMatchObject({ kind: 'impossible', exposed: ['r0/c0'] });
  });

  it('settles for a safe pattern, and says it is not the smallest known, when effort runs out', () => {
    const problem = problemOf([
      [3, 20, 15, 40],
      [18, 4, 22, 31],
      [25, 19, 5, 28],
      [33, 27, 30, 2],
    ]);
    const found = complementarySuppression(problem, 1);
    expect(found).toMatchObject({ kind: 'safe', exact: false });
    if (found.kind === 'safe') expect(isSafe(problem, found.complementary)).toBe(true);
  });

  it('stays quick and safe on a table of 40 lines and 15 columns', () => {
    let state = 7;
    const next = () => {
      state = (state * 48271) % 2147483647;
      return state;
    };
    const lines = Array.from({ length: 40 }, () => Array.from({ length: 15 }, () => next() % 60));
    const problem = problemOf(lines, 11);
    const start = performance.now();
    const found = complementarySuppression(problem, 500);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(found.kind).toBe('safe');
    if (found.kind === 'safe') expect(isSafe(problem, found.complementary)).toBe(true);
  });

  it('needs nothing when nothing is small', () => {
    expect(
      complementarySuppression(
        problemOf([
          [10, 20],
          [30, 40],
        ]),
      ),
    ).toMatchObject({ complementary: [], exact: true });
  });
});
