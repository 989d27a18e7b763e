import { describe, expect, it } from 'vitest';
import { interruptedSeries, type SeriesPoint } from './interrupted-series.ts';
import { leastSquares, robustCovariance } from './least-squares.ts';
import { entry, fromRows } from './linear-algebra.ts';
import { neweyWestCovariance, usualLag } from './newey-west.ts';
import { isRefused } from './refused.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

/** Trend 2, jump 5 at `at`, slope change -0.5 from there on; noise of persistence 0.5. */
function series(random: (() => number) | null, length = 160, at = 100): SeriesPoint[] {
  let noise = 0;
  return Array.from({ length }, (_, time) => {
    noise = random === null ? 0 : 0.5 * noise + normalDraw(random);
    const after = time >= at ? 5 - 0.5 * (time - at + 1) : 0;
    return { time, outcome: 20 + 2 * time + after + noise };
  });
}

describe('interruptedSeries', () => {
  it('finds jump and slope, and claims no precision for a series without noise', () => {
    const fit = interruptedSeries(series(null), { interruption: 100 });
    if (isRefused(fit)) throw new Error(fit.sentence);
    expect(fit.trend.estimate).toBeCloseTo(2, 8);
    expect(fit.level.estimate).toBeCloseTo(5, 6);
    expect(fit.slope.estimate).toBeCloseTo(-0.5, 8);
    expect(fit.effectAtEnd.estimate).toBeCloseTo(5 - 0.5 * 60, 6);
    expect(fit.level).toMatchObject({ se: null, lower: null, upper: null });
  });

  it('covers the jump under persistent noise better than errors that ignore it', () => {
    const random = seededRandom(19);
    const replications = 200;
    let [covered, ignoring] = [0, 0];
    for (let k = 0; k < replications; k++) {
      const points = series(random);
      const fit = interruptedSeries(points, { interruption: 100, lag: 10 });
      const naive = interruptedSeries(points, { interruption: 100, lag: 0 });
      if (isRefused(fit) || isRefused(naive)) throw new Error('refused');
      if ((fit.level.lower ?? 9) < 5 && 5 < (fit.level.upper ?? 0)) covered++;
      if ((naive.level.lower ?? 9) < 5 && 5 < (naive.level.upper ?? 0)) ignoring++;
    }
    expect(covered / replications).toBeGreaterThan(0.83);
    expect(covered).toBeGreaterThan(ignoring + 10);
  });

  it.each([
    ['nothing after', { interruption: 500 }, 'not-identified'],
    ['nothing before', { interruption: 0 }, 'not-identified'],
    ['one period after', { interruption: 159 }, 'not-identified'],
  ])('refuses a series with %s', (_, options, error) => {
    expect(interruptedSeries(series(null), options)).toMatchObject({ error });
  });

  it('refuses a period that comes twice', () => {
    const points = series(null);
    expect(interruptedSeries([...points, { time: 3, outcome: 1 }], { interruption: 100 })).toMatchObject({
      error: 'invalid-time',
    });
  });
});

describe('neweyWestCovariance', () => {
  const random = seededRandom(2);
  const x = fromRows(Array.from({ length: 30 }, (_, t) => [1, t, normalDraw(random)]));
  const fit = leastSquares({ x, y: Array.from({ length: 30 }, () => normalDraw(random)) });
  if (fit === null) throw new Error('collinear');

  it('is HC0 at lag 0', () => {
    const [mine, hc0] = [neweyWestCovariance(fit, 0), robustCovariance(fit, 'HC0')];
    mine?.values.forEach((value, k) => {
      expect(value).toBeCloseTo(hc0?.values[k] ?? Number.NaN, 12);
    });
  });

  it('is X⁺ K X⁺ᵀ with K the residual products weighted by 1 - |s - t| / (lag + 1)', () => {
    const lag = 4;
    const covariance = neweyWestCovariance(fit, lag);
    const p = 3;
    const pseudo = (j: number, t: number): number =>
      [0, 1, 2].reduce((sum, k) => sum + entry(fit.inverse, j, k) * entry(x, t, k), 0);
    for (let a = 0; a < p; a++)
      for (let b = 0; b < p; b++) {
        let sum = 0;
        for (let s = 0; s < 30; s++)
          for (let t = 0; t < 30; t++)
            sum +=
              Math.max(0, 1 - Math.abs(s - t) / (lag + 1)) *
              pseudo(a, s) *
              pseudo(b, t) *
              (fit.residuals[s] ?? 0) *
              (fit.residuals[t] ?? 0);
        expect(covariance?.values[a * p + b]).toBeCloseTo(sum, 12);
      }
  });

  it('has the usual lag', () => {
    expect([50, 100, 192].map(usualLag)).toEqual([3, 4, 4]);
  });
});
