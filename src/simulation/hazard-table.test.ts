import { expect, test } from 'vitest';
import { createDraws } from './draws.ts';
import { createHazardTable, delayShape } from './hazard-table.ts';

test('the cumulative hazard is the delay shape times the season of each day', () => {
  const table = createHazardTable(Float64Array.of(0, 0.5, 0.3, 0.2), Float64Array.of(9, 1, 2, 0, 4, 1), 2);
  expect(table.cumulative(0, 3)).toBeCloseTo(0.5 * 1 + 0.3 * 2 + 0.2 * 0, 12);
  expect(table.cumulative(1, 2)).toBeCloseTo(0.5 * 2 + 0.3 * 0, 12);
  expect(table.cumulative(0, 0)).toBe(0);
  expect(table.cumulative(0, 99)).toBe(table.cumulative(0, 3));
  expect(table.delayAt(0, 0.5)).toBe(1);
  expect(table.delayAt(0, 0.51)).toBe(2);
  expect(table.delayAt(0, 1.2)).toBe(0);
});

test('delays drawn from the table have the probabilities it states', () => {
  const table = createHazardTable(delayShape(0.6, 60, 540), new Float64Array(600).fill(1), 1);
  const draws = createDraws(11);
  draws.start(1, 0);
  const [n, intensity] = [100_000, 0.4];
  const delays = Array.from({ length: n }, () => table.delayAt(0, draws.exponential() / intensity));
  for (const days of [30, 90, 365]) {
    const expected = 1 - Math.exp(-intensity * table.cumulative(0, days));
    const seen = delays.filter((delay) => delay > 0 && delay <= days).length / n;
    expect(Math.abs(seen - expected)).toBeLessThan(3.5 * Math.sqrt((expected * (1 - expected)) / n));
  }
});
