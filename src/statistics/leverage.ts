/**
 * How much less than its own value a unit's gap to what it is compared with varies: 1 - var(gap) / var(value), when
 * values vary alike and are independent. 1 / n in a plain mean; 1 for a unit compared with itself alone; below 0 for one
 * compared with others that are few. Dividing a squared gap by 1 less this makes it tell the variance of the value.
 */
import { dot, gram, type Matrix, multiplyVector, quadraticForm, row } from './linear-algebra.ts';

/** In the mean weighted by w, which sum to W: 2 w_i / W - sum w^2 / W^2. */
export function leverageInMean(weights: readonly number[]): (i: number) => number {
  const whole = weights.reduce((sum, w) => sum + w, 0);
  const squares = weights.reduce((sum, w) => sum + (w / whole) ** 2, 0);
  return (i) => (2 * (weights[i] as number)) / whole - squares;
}

/** In the prediction of a regression on x (intercept first) with these counts, H its hat matrix: 2 H_ii - sum_j H_ij^2. */
export function leverageInRegression(
  x: Matrix,
  counts: readonly number[],
  inverse: Matrix,
): (i: number) => number {
  if (x.columns === 1) return leverageInMean(counts);
  const spread = gram(
    x,
    counts.map((count) => count * count),
  );
  return (i) => {
    const direction = multiplyVector(inverse, row(x, i));
    return 2 * (counts[i] as number) * dot(row(x, i), direction) - quadraticForm(spread, direction);
  };
}
