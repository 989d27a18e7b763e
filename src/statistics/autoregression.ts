/**
 * Linear contrasts of a regression whose noise remembers the period before (first-order autoregression):
 *
 *   y_t = x_t' b + u_t,   u_t = rho u_{t-1} + e_t
 *
 * For a given rho, generalised least squares gives each contrast an estimate and a spread. Rho is not known: its
 * residual likelihood
 *
 *   L(rho) = (1 - rho^2)^(1/2) |X*'X*|^(-1/2) RSS*^(-(n-p)/2),   * after the Prais-Winsten transformation,
 *
 * weighs them under a prior flat in Fisher's z = atanh(rho), from rho = 0 to 0.995 (series that swing back at each period
 * are not considered). How many spreads make an interval: `memoryMultipliers`.
 * Assumes equally spaced times and that one period is memory enough.
 * Sources: Prais & Winsten 1954; Harville 1974 (residual likelihood); Zellner & Tiao 1964 (mixture over rho); Fisher 1921 (z).
 */
import { dot, fromRows, gram, invertSymmetric, type Matrix, multiplyVector } from './linear-algebra.ts';

export interface MemoryReading {
  /** One a contrast: what to add to the estimate that gave the residuals, and the spread of the mixture. */
  readonly contrasts: readonly { readonly shift: number; readonly spread: number }[];
  /** Mean of atanh(rho) under its likelihood, as a share of its range: 0 no memory, 1 the longest considered. */
  readonly memory: number;
  /** Weight of each rho of `memories`, summing to 1. */
  readonly weights: Float64Array;
}

export interface Autoregression {
  readonly degreesOfFreedom: number;
  /** Reads the contrasts in the residuals of any least-squares fit; null when nothing is left to measure noise with. */
  readonly read: (residuals: Float64Array, least?: number) => MemoryReading | null;
}

const longest = Math.atanh(0.995);
const steps = 40;
/** Laws that weigh less change nothing that is printed. */
const negligible = 1e-7;
/** The values of rho that are weighed, evenly spaced in z. */
export const memories = Float64Array.from({ length: steps + 1 }, (_, k) => Math.tanh((longest * k) / steps));

/**
 * `x`: one row a period, in order of time and equally spaced. `contrasts`: linear combinations of the coefficients. Null
 * when columns are collinear or no degree of freedom is left.
 */
export function autoregression(x: Matrix, contrasts: readonly (readonly number[])[]): Autoregression | null {
  const degreesOfFreedom = x.rows - x.columns;
  if (degreesOfFreedom <= 0) return null;
  const laws = lawsOf(x, contrasts);
  if (laws === null) return null;
  const logs = new Float64Array(laws.length);
  const sums = new Float64Array(laws.length);
  const xe = new Float64Array(x.columns);
  return {
    degreesOfFreedom,
    read: (residuals, least = 0) => {
      const products = productsOf(x, residuals);
      let highest = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < laws.length; k++) {
        const law = laws[k] as Law;
        sums[k] = residualSquares(law, products, xe);
        if (!((sums[k] as number) > least)) return null;
        logs[k] = law.log - (degreesOfFreedom / 2) * Math.log(sums[k] as number);
        highest = Math.max(highest, logs[k] as number);
      }
      const weights = logs.map((log) => Math.exp(log - highest));
      const whole = weights.reduce((sum, w) => sum + w, 0);
      let memory = 0;
      for (let k = 0; k < weights.length; k++) {
        weights[k] = (weights[k] as number) / whole;
        memory += (k / steps) * (weights[k] as number);
      }
      return {
        contrasts: contrasts.map((_, c) => {
          let [mean, square, scale] = [0, 0, 0];
          for (let k = 0; k < laws.length; k++) {
            const w = weights[k] as number;
            if (w < negligible) continue;
            const law = laws[k] as Law;
            const { row, variance } = law.contrasts[c] as Law['contrasts'][number];
            const value = shiftOf(row, law.rho, products);
            mean += w * value;
            square += w * value * value;
            scale += w * (sums[k] as number) * variance;
          }
          const between = Math.max(0, square - mean * mean);
          return { shift: mean, spread: Math.sqrt(scale / degreesOfFreedom + between) };
        }),
        memory,
        weights,
      };
    },
  };
}

interface Law {
  readonly rho: number;
  readonly inverse: Matrix;
  /** Of the likelihood, but for the sum of squares. */
  readonly log: number;
  readonly contrasts: readonly { readonly row: Float64Array; readonly variance: number }[];
}

/**
 * X*'X* after taking out rho times the period before is a polynomial in rho, S0 - rho (S1 + S1') + rho^2 S2, with S1 the
 * products of neighbours and S2 those of all periods but the two ends.
 */
function lawsOf(x: Matrix, contrasts: readonly (readonly number[])[]): readonly Law[] | null {
  const p = x.columns;
  const range = Array.from({ length: p }, (_, i) => i);
  const all = gram(x);
  const inner = gram(
    x,
    Array.from({ length: x.rows }, (_, t) => +(t > 0 && t < x.rows - 1)),
  );
  const columns = range.map((j) =>
    productsOf(
      x,
      Float64Array.from({ length: x.rows }, (_, t) => x.values[t * p + j] ?? 0),
    ),
  );
  const laws: Law[] = [];
  for (const rho of memories) {
    const at = (i: number, j: number): number =>
      (all.values[i * p + j] ?? 0) -
      rho * (columns[j]?.neighbours[i] ?? 0) +
      rho * rho * (inner.values[i * p + j] ?? 0);
    const xx = fromRows(range.map((i) => range.map((j) => at(i, j))));
    const inverse = invertSymmetric(xx);
    if (inverse === null) return null;
    laws.push({
      rho,
      inverse,
      log: 0.5 * Math.log(1 - rho * rho) + 0.5 * logDeterminant(inverse),
      contrasts: contrasts.map((weights) => {
        const solved = multiplyVector(inverse, weights);
        return { row: solved, variance: dot(solved, weights) };
      }),
    });
  }
  return laws;
}

interface Products {
  readonly own: Float64Array;
  readonly neighbours: Float64Array;
  readonly inner: Float64Array;
  readonly squares: readonly [own: number, neighbours: number, inner: number];
}

/** Of the regressors with a series: at the same period, at neighbouring ones (both ways), and without the two ends. */
function productsOf(x: Matrix, series: Float64Array): Products {
  const p = x.columns;
  const [own, neighbours, inner] = [new Float64Array(p), new Float64Array(p), new Float64Array(p)];
  let [square, lagged, middle] = [0, 0, 0];
  for (let t = 0; t < x.rows; t++) {
    const here = series[t] as number;
    const before = t > 0 ? (series[t - 1] as number) : 0;
    const after = t + 1 < x.rows ? (series[t + 1] as number) : 0;
    const between = t > 0 && t < x.rows - 1 ? here : 0;
    for (let j = 0; j < p; j++) {
      const value = x.values[t * p + j] as number;
      own[j] = (own[j] as number) + value * here;
      neighbours[j] = (neighbours[j] as number) + value * (before + after);
      inner[j] = (inner[j] as number) + value * between;
    }
    square += here * here;
    lagged += 2 * here * before;
    middle += between * between;
  }
  return { own, neighbours, inner, squares: [square, lagged, middle] };
}

/** X*'e* of one column, from its three products. */
const quasiDifferenced = ({ own, neighbours, inner }: Products, rho: number, j: number): number =>
  (own[j] as number) - rho * (neighbours[j] as number) + rho * rho * (inner[j] as number);

/** Residual sum of squares under one rho; `xe` is scratch. */
function residualSquares({ rho, inverse }: Law, products: Products, xe: Float64Array): number {
  const p = xe.length;
  for (let j = 0; j < p; j++) xe[j] = quasiDifferenced(products, rho, j);
  const [own, neighbours, inner] = products.squares;
  let squares = own - rho * neighbours + rho * rho * inner;
  for (let i = 0; i < p; i++) {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += (inverse.values[i * p + j] as number) * (xe[j] as number);
    squares -= sum * (xe[i] as number);
  }
  return squares;
}

function shiftOf(row: Float64Array, rho: number, products: Products): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += (row[j] as number) * quasiDifferenced(products, rho, j);
  return sum;
}

/** Of a symmetric positive matrix, by elimination. */
function logDeterminant(m: Matrix): number {
  const n = m.columns;
  const a = Float64Array.from(m.values);
  let log = 0;
  for (let k = 0; k < n; k++) {
    const pivot = a[k * n + k] ?? 0;
    log += Math.log(pivot);
    for (let i = k + 1; i < n; i++) {
      const factor = (a[i * n + k] ?? 0) / pivot;
      for (let j = k; j < n; j++) a[i * n + j] = (a[i * n + j] ?? 0) - factor * (a[k * n + j] ?? 0);
    }
  }
  return log;
}
