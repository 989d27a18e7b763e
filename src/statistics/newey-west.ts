/**
 * Covariance of least-squares coefficients under autocorrelation and unequal variance up to `lag` periods:
 *
 *   (X'X)^-1 [ S_0 + sum_{l=1..lag} (1 - l/(lag+1)) (S_l + S_l') ] (X'X)^-1,   S_l = sum_t e_t e_{t-l} x_t x_{t-l}'
 *
 * Bartlett weights keep it positive. No prewhitening; `smallSample` multiplies by n/(n-p).
 * Assumes rows in order of equally spaced time. Source: Newey & West 1987.
 */
import type { LeastSquaresFit } from './least-squares.ts';
import { type Matrix, multiply, zeros } from './linear-algebra.ts';

export function neweyWestCovariance(fit: LeastSquaresFit, lag: number, smallSample = false): Matrix | null {
  const { x, residuals, inverse, observations, degreesOfFreedom } = fit;
  if (degreesOfFreedom <= 0) return null;
  const p = x.columns;
  const meat = zeros(p, p);
  const at = (t: number, j: number): number => (x.values[t * p + j] as number) * (residuals[t] as number);
  for (let l = 0; l <= Math.min(lag, x.rows - 1); l++) {
    const weight = 1 - l / (lag + 1);
    for (let t = l; t < x.rows; t++)
      for (let a = 0; a < p; a++)
        for (let b = 0; b < p; b++) {
          const both = l === 0 ? at(t, a) * at(t, b) : at(t, a) * at(t - l, b) + at(t - l, a) * at(t, b);
          meat.values[a * p + b] = (meat.values[a * p + b] as number) + weight * both;
        }
  }
  const covariance = multiply(multiply(inverse, meat), inverse);
  const factor = smallSample ? observations / degreesOfFreedom : 1;
  return { ...covariance, values: covariance.values.map((value) => factor * value) };
}

/** Newey & West's (1994) rule of thumb for the lag: floor(4 (n/100)^(2/9)). */
export const usualLag = (n: number): number => Math.floor(4 * (n / 100) ** (2 / 9));
