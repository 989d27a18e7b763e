import { describe, expect, test } from 'vitest';
import { clusterCovariance, type LeastSquaresFit, leastSquares, robustCovariance } from './least-squares.ts';
import { entry, fromRows, type Matrix } from './linear-algebra.ts';

const time = [1, 2, 3, 4, 5, 6, 7, 8];
const group = [0, 0, 1, 1, 0, 1, 0, 1];
const x = fromRows(time.map((t, i) => [1, t, group[i] ?? 0]));
const y = [1.1, 2.3, 2.8, 4.5, 4.9, 6.6, 6.7, 9.0];
const weights = [1, 2, 1, 1, 3, 1, 2, 1];

const fitted = (input: Parameters<typeof leastSquares>[0]): LeastSquaresFit => {
  const fit = leastSquares(input);
  if (fit === null) throw new Error('collinear');
  return fit;
};
const errors = (covariance: Matrix | null): number[] =>
  [0, 1, 2].map((j) => Math.sqrt(covariance === null ? Number.NaN : entry(covariance, j, j)));
const near = (got: ArrayLike<number>, want: readonly number[]) => {
  for (const [i, value] of want.entries()) expect(got[i]).toBeCloseTo(value, 11);
};

// Expected figures: R 4.2 lm() and the sandwich formulas written out with its matrix products.
describe('weighted least squares', () => {
  const fit = fitted({ x, y, weights });

  test('coefficients are those of lm', () => {
    near(fit.coefficients, [0.017703349282295, 0.989952153110048, 0.510047846889952]);
  });

  test('robust errors are HC0, HC2 and clustered HC1', () => {
    near(errors(robustCovariance(fit, 'HC0')), [0.2649398054981184, 0.0561233988660679, 0.2562972190336968]);
    near(errors(robustCovariance(fit, 'HC2')), [0.3465002678365883, 0.0744273501651685, 0.327970336583548]);
    near(
      errors(clusterCovariance(fit, [1, 1, 2, 2, 3, 3, 4, 4])),
      [0.3650870733690852, 0.0596378678513826, 0.4002048174990471],
    );
  });

  test('a row with a count of n is n rows', () => {
    const counts = [2, 1, 3, 1, 1, 2, 1, 1];
    const rows = counts.flatMap((n, i) => Array<number>(n).fill(i));
    const long = fitted({
      x: fromRows(rows.map((i) => [1, time[i] ?? 0, group[i] ?? 0])),
      y: rows.map((i) => y[i] ?? 0),
    });
    const short = fitted({ x, y, counts });
    near(short.coefficients, [...long.coefficients]);
    for (const type of ['HC0', 'HC1', 'HC2'] as const)
      near(errors(robustCovariance(short, type)), errors(robustCovariance(long, type)));
    expect(short.degreesOfFreedom).toBe(9);
  });

  test('columns of unlike scales lose nothing', () => {
    const wide = fitted({ x: fromRows(time.map((t, i) => [1, 1e5 + t, group[i] ?? 0])), y, weights });
    expect(wide.coefficients[1]).toBeCloseTo(0.989952153110048, 6);
  });

  test('what does not exist is null', () => {
    expect(leastSquares({ x: fromRows(time.map((t) => [1, t, 2 * t])), y })).toBeNull();
    expect(
      clusterCovariance(
        fit,
        time.map(() => 'a'),
      ),
    ).toBeNull();
    const alone = fitted({
      x: fromRows([
        [1, 0],
        [1, 0],
        [1, 1],
      ]),
      y: [1, 2, 5],
    });
    expect(robustCovariance(alone, 'HC2')).toBeNull();
  });
});
