/**
 * Weighted least squares and its robust covariances.
 *
 * Minimises the sum of n_i w_i (y_i - x_i'b)^2: `counts` n_i say how many identical observations a row stands for,
 * `weights` w_i are sampling or balancing weights. A row with count n gives exactly what n rows would.
 * HC0: White (1980). HC1, HC2: MacKinnon & White (1985). Clusters: Liang & Zeger (1986), factor G/(G-1) (N-1)/(N-p).
 * Assumes independent rows (or independent clusters); no constant variance, no normality.
 */
import {
  dot,
  gram,
  invertSymmetric,
  type Matrix,
  multiply,
  multiplyVector,
  quadraticForm,
  row,
  transposeTimes,
  zeros,
} from './linear-algebra.ts';

export interface LeastSquaresInput {
  readonly x: Matrix;
  readonly y: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
  readonly counts?: ArrayLike<number>;
  /** When `y` is the mean of a row's units: the sum of their squared deviations from it. */
  readonly squares?: ArrayLike<number>;
}

export interface LeastSquaresFit {
  readonly x: Matrix;
  readonly weights: Float64Array;
  readonly counts: Float64Array;
  readonly squares: ArrayLike<number> | null;
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  /** (X'WX)^-1, counts included. */
  readonly inverse: Matrix;
  readonly observations: number;
  /** Observations minus coefficients. */
  readonly degreesOfFreedom: number;
}

/** Fits y on the columns of x; null when the columns are collinear (see `independentColumns`). */
export function leastSquares({ x, y, weights, counts, squares }: LeastSquaresInput): LeastSquaresFit | null {
  const w = weights === undefined ? new Float64Array(x.rows).fill(1) : Float64Array.from(weights);
  const n = counts === undefined ? new Float64Array(x.rows).fill(1) : Float64Array.from(counts);
  const total = w.map((value, i) => value * (n[i] as number));
  const inverse = invertSymmetric(gram(x, total));
  if (inverse === null) return null;

  const coefficients = new Float64Array(x.columns);
  const residuals = Float64Array.from(y);
  // The second pass refines the first: normal equations alone lose digits when columns have unlike scales.
  for (let pass = 0; pass < 2; pass++) {
    const step = multiplyVector(
      inverse,
      transposeTimes(
        x,
        residuals.map((e, i) => e * (total[i] as number)),
      ),
    );
    for (let j = 0; j < step.length; j++) coefficients[j] = (coefficients[j] as number) + (step[j] as number);
    for (let i = 0; i < x.rows; i++) residuals[i] = (y[i] as number) - dot(row(x, i), coefficients);
  }
  const observations = n.reduce((sum, value) => sum + value, 0);
  return {
    x,
    weights: w,
    counts: n,
    squares: squares ?? null,
    coefficients,
    residuals,
    inverse,
    observations,
    degreesOfFreedom: observations - x.columns,
  };
}

export type RobustCovariance = 'HC0' | 'HC1' | 'HC2';

/** Heteroscedasticity-robust covariance of the coefficients; null when it does not exist (a leverage of 1, no df). */
export function robustCovariance(fit: LeastSquaresFit, type: RobustCovariance): Matrix | null {
  const { x, weights, counts, squares, residuals, inverse, observations, degreesOfFreedom } = fit;
  if (type === 'HC1' && degreesOfFreedom <= 0) return null;
  const square = new Float64Array(x.rows);
  for (let i = 0; i < x.rows; i++) {
    const w = weights[i] as number;
    const e = w * (residuals[i] as number);
    const leverage = type === 'HC2' ? w * quadraticForm(inverse, row(x, i)) : 0;
    if (leverage > 1 - 1e-9) return null;
    const within = w * w * (squares?.[i] ?? 0);
    square[i] = ((counts[i] as number) * e * e + within) / (1 - leverage);
  }
  return sandwich(inverse, gram(x, square), type === 'HC1' ? observations / degreesOfFreedom : 1);
}

/** Cluster-robust covariance: `clusters` gives each row's cluster; null with one cluster only or no df. */
export function clusterCovariance(fit: LeastSquaresFit, clusters: ArrayLike<string | number>): Matrix | null {
  const { x, weights, counts, residuals, inverse, observations, degreesOfFreedom } = fit;
  const scores = new Map<string | number, Float64Array>();
  for (let i = 0; i < x.rows; i++) {
    const key = clusters[i] as string | number;
    const score = scores.get(key) ?? new Float64Array(x.columns);
    const e = (counts[i] as number) * (weights[i] as number) * (residuals[i] as number);
    for (let j = 0; j < x.columns; j++)
      score[j] = (score[j] as number) + e * (x.values[i * x.columns + j] as number);
    scores.set(key, score);
  }
  const groups = scores.size;
  if (groups < 2 || degreesOfFreedom <= 0) return null;
  const meat = zeros(groups, x.columns);
  [...scores.values()].forEach((score, g) => {
    meat.values.set(score, g * x.columns);
  });
  return sandwich(inverse, gram(meat), ((groups / (groups - 1)) * (observations - 1)) / degreesOfFreedom);
}

function sandwich(bread: Matrix, meat: Matrix, factor: number): Matrix {
  const covariance = multiply(multiply(bread, meat), bread);
  for (let k = 0; k < covariance.values.length; k++)
    covariance.values[k] = factor * (covariance.values[k] as number);
  return covariance;
}
