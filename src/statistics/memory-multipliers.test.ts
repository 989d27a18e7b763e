import { expect, test } from 'vitest';
import { departureFromTrend } from './departure-from-trend.ts';
import { fromRows } from './linear-algebra.ts';
import { memoryMultipliers } from './memory-multipliers.ts';
import { isRefused } from './refused.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

const coverage = (memory: number): number => {
  const random = seededRandom(40 + memory);
  const replications = 400;
  let covered = 0;
  for (let k = 0; k < replications; k++) {
    let noise = normalDraw(random);
    const points = Array.from({ length: 24 }, (_, time) => {
      if (time > 0) noise = memory * noise + Math.sqrt(1 - memory ** 2) * normalDraw(random);
      return { time, outcome: noise };
    });
    const read = departureFromTrend(points, 12);
    if (isRefused(read)) throw new Error(read.sentence);
    if (read.mean.lower <= 0 && 0 <= read.mean.upper) covered++;
  }
  return covered / replications;
};

test.each([0, 0.5, 0.9])('intervals hold the truth as often as they say with a memory of %f', (memory) => {
  const share = coverage(memory);
  expect(share).toBeGreaterThan(0.92);
  expect(share).toBeLessThan(0.985);
});

test('the same design gives the same multipliers, larger where the memory shown is long', () => {
  const design = (length: number) =>
    fromRows(Array.from({ length }, (_, t) => [1, t, +(t >= length / 2), Math.max(0, t - length / 2 + 1)]));
  const at = () => memoryMultipliers(design(24), [[0, 0, 1, 6.5]], 0.95)[0] ?? (() => 0);
  const first = at();
  memoryMultipliers(design(20), [[0, 0, 1, 5.5]], 0.95);
  expect(at()(0.4)).toBe(first(0.4));
  expect(first(0.8)).toBeGreaterThan(first(0.1));
});

test('a design that cannot be read has no multiplier', () => {
  expect(memoryMultipliers(fromRows([[1], [1]]), [[1]], 0.95)).toHaveLength(1);
  expect(
    memoryMultipliers(
      fromRows([
        [1, 0],
        [1, 1],
      ]),
      [[1, 0]],
      0.95,
    ),
  ).toHaveLength(0);
});
