import { expect, test } from 'vitest';
import { createDraws } from './draws.ts';

const draw = (seed: number, stream: number, index: number, count: number): number[] => {
  const draws = createDraws(seed);
  draws.start(stream, index);
  return Array.from({ length: count }, () => draws.uniform());
};

test('numbers depend on seed, stream, index and rank, and on nothing else', () => {
  const draws = createDraws(7);
  draws.start(1, 41);
  draws.uniform();
  draws.start(1, 42);
  expect([draws.uniform(), draws.uniform()]).toEqual(draw(7, 1, 42, 2));
  const firsts = [draw(7, 1, 42, 1), draw(8, 1, 42, 1), draw(7, 2, 42, 1), draw(7, 1, 43, 1)];
  expect(new Set(firsts.map(([x]) => x)).size).toBe(4);
});

/** Chi-square over 100 cells, 99 degrees of freedom: above 148.2 once in 1,000. */
function chiSquare(values: readonly number[]): number {
  const cells = new Array<number>(100).fill(0);
  for (const value of values) cells[Math.floor(value * 100)] = (cells[Math.floor(value * 100)] ?? 0) + 1;
  const expected = values.length / 100;
  return cells.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

test('numbers are uniform along one index and across indexes', () => {
  expect(chiSquare(draw(1, 1, 0, 100_000))).toBeLessThan(148.2);
  for (const rank of [0, 1, 5]) {
    const across = Array.from({ length: 40_000 }, (_, i) => draw(1, 1, i, rank + 1)[rank] ?? 0);
    expect(chiSquare(across)).toBeLessThan(148.2);
  }
});

test('neighbouring ranks and indexes are not correlated', () => {
  const n = 40_000;
  const correlation = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, i) => sum + (x - 0.5) * ((b[i] ?? 0) - 0.5), 0) / n / (1 / 12);
  const first = Array.from({ length: n }, (_, i) => draw(3, 1, i, 2));
  const at = (rank: number, shift: number) => first.map((_, i) => first[(i + shift) % n]?.[rank] ?? 0);
  // Standard error of a correlation over 40,000 pairs: 0.005.
  expect(Math.abs(correlation(at(0, 0), at(1, 0)))).toBeLessThan(0.0175);
  expect(Math.abs(correlation(at(0, 0), at(0, 1)))).toBeLessThan(0.0175);
});
