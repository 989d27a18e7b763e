import { describe, expect, test } from 'vitest';
import { departureFromTrend } from './departure-from-trend.ts';
import { interruptedSeries } from './interrupted-series.ts';
import { isRefused } from './refused.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

/** A trend, then a jump of 4; each period remembers `rho` of the one before. */
function series(random: () => number, length: number, rho: number) {
  let noise = normalDraw(random) / Math.sqrt(1 - rho * rho);
  const half = Math.floor(length / 2);
  return Array.from({ length }, (_, time) => {
    if (time > 0) noise = rho * noise + normalDraw(random);
    return { time, outcome: 20 + 0.2 * time + (time >= half ? 4 : 0) + noise };
  });
}

describe('intervals of a series that remembers', () => {
  test.each([
    [24, 0.3],
    [48, 0.6],
  ])('cover the truth over %i periods with a memory of %f, where Newey–West ones do not', (length, rho) => {
    const random = seededRandom(7);
    const replications = 60;
    let [covered, usual] = [0, 0];
    for (let k = 0; k < replications; k++) {
      const points = series(random, length, rho);
      const interruption = Math.floor(length / 2);
      const read = departureFromTrend(points, interruption);
      const newey = interruptedSeries(points, { interruption });
      if (isRefused(read) || isRefused(newey)) throw new Error('refused');
      if (read.atEnd.lower < 4 && 4 < read.atEnd.upper) covered++;
      if ((newey.effectAtEnd.lower ?? 9) < 4 && 4 < (newey.effectAtEnd.upper ?? 0)) usual++;
    }
    expect(covered / replications).toBeGreaterThan(0.88);
    expect(usual / replications).toBeLessThan(0.82);
  });

  test('the interval does not move with the unit or the origin of the series', () => {
    const points = series(seededRandom(11), 30, 0.5);
    const read = departureFromTrend(points, 15);
    const moved = departureFromTrend(
      points.map(({ time, outcome }) => ({ time, outcome: 1000 + 50 * outcome })),
      15,
    );
    if (isRefused(read) || isRefused(moved)) throw new Error('refused');
    expect(moved.mean.lower / 50).toBeCloseTo(read.mean.lower, 6);
    expect(moved.mean.upper / 50).toBeCloseTo(read.mean.upper, 6);
    expect(moved.memory.mean).toBeCloseTo(read.memory.mean, 8);
  });

  test('a line without noise, or too few periods, has no interval', () => {
    const exact = Array.from({ length: 20 }, (_, time) => ({ time, outcome: 3 * time }));
    expect(departureFromTrend(exact, 10)).toMatchObject({ error: 'not-identified' });
    expect(departureFromTrend(series(seededRandom(1), 5, 0), 2)).toMatchObject({ error: 'not-identified' });
    expect(departureFromTrend(series(seededRandom(1), 20, 0), 19)).toMatchObject({ error: 'not-identified' });
  });
});
