/**
 * Intervals of linear contrasts of a regression whose noise remembers the period before (first-order autoregression):
 *
 *   y_t = x_t' b + u_t,   u_t = rho u_{t-1} + e_t
 *
 * For a given rho, generalised least squares gives each contrast a Student law with n - p degrees of freedom. Rho is
 * not known: its residual likelihood
 *
 *   L(rho) = (1 - rho^2)^(1/2) |X*'X*|^(-1/2) RSS*^(-(n-p)/2),   * after the Prais-Winsten transformation,
 *
 * weighs the laws under a prior flat in Fisher's z = atanh(rho), from rho = 0 to 0.995 (series that swing back at each
 * period are not considered). Quantiles of the mixture are the bounds: what is not known of rho widens them. The prior
 * matters in short series, whose likelihood takes a long memory for a short one: the usual reference prior,
 * (1 - rho^2)^(-1/2), weighs long memories too little and covers 90 times in 100 over 24 periods with rho = 0.9.
 * Plugging in one estimate of rho, or Newey–West errors, leaves intervals narrower still.
 * Assumes equally spaced times and that one period is memory enough. Simulated coverage: docs/methodes/serie-interrompue.md.
 * Sources: Prais & Winsten 1954; Harville 1974 (residual likelihood); Zellner & Tiao 1964 (mixture over rho);
 * Berger & Yang 1994 (reference prior, not kept); Fisher 1921 (z).
 */
import { leastSquares } from './least-squares.ts';
import {
  dot,
  fromRows,
  gram,
  invertSymmetric,
  type Matrix,
  multiplyVector,
  quadraticForm,
  transposeTimes,
} from './linear-algebra.ts';

export interface ContrastReading {
  readonly estimate: number;
  /** Spread of the mixture: standard error, uncertainty on rho included. */
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
}

export interface AutoregressiveFit {
  /** A linear combination of the coefficients, with its interval. */
  readonly contrast: (weights: readonly number[]) => ContrastReading;
  /** The same without an interval. */
  readonly estimate: (weights: readonly number[]) => number;
  /** Mean of rho under its likelihood, and its central 95 % range. */
  readonly rho: { readonly mean: number; readonly lower: number; readonly upper: number };
}

const longest = Math.atanh(0.995);
const grid = Array.from({ length: 151 }, (_, k) => Math.tanh((longest * k) / 150));
/** Laws that weigh less change nothing that is printed. */
const leastWeight = 1e-7;

/**
 * `rows`: regressors, one row a period, in order of time and equally spaced. Null when columns are collinear, when no
 * degree of freedom is left, or when the line describes the series exactly.
 */
export function autoregressiveFit(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  level = 0.95,
): AutoregressiveFit | null {
  const x = fromRows(rows);
  const df = x.rows - x.columns;
  const start = leastSquares({ x, y: outcomes });
  if (start === null || df <= 0) return null;
  const exact = 1e-20 * outcomes.reduce((sum, y) => sum + y * y, 0);
  const moments = momentsByRho(x, start.residuals);
  const laws = grid.flatMap((rho) => {
    const { xx, xe, ee } = moments(rho);
    const inverse = invertSymmetric(xx);
    if (inverse === null) return [];
    const shift = multiplyVector(inverse, xe);
    const rss = ee - dot(shift, xe);
    if (!(rss > exact)) return [];
    const coefficients = start.coefficients.map((value, j) => value + (shift[j] ?? 0));
    return [{ rho, inverse, coefficients, scale: rss / df, log: logLikelihood(rho, inverse, rss, df) }];
  });
  if (laws.length < grid.length) return null;
  const highest = Math.max(...laws.map(({ log }) => log));
  const raw = laws.map(({ log }) => Math.exp(log - highest));
  const whole = raw.reduce((sum, w) => sum + w, 0);
  const weighted = laws
    .map((law, k) => ({ ...law, weight: (raw[k] ?? 0) / whole }))
    .filter(({ weight }) => weight > leastWeight);
  const law = studentLaw(df);
  const partsOf = (weights: readonly number[]): Part[] =>
    weighted.map(({ weight, coefficients, scale, inverse }) => ({
      weight,
      mean: dot(weights, coefficients),
      scale: Math.sqrt(scale * quadraticForm(inverse, weights)),
    }));
  return {
    contrast: (weights) => mixture(partsOf(weights), law, df, level),
    estimate: (weights) =>
      weighted.reduce((sum, { weight, coefficients }) => sum + weight * dot(weights, coefficients), 0),
    rho: rhoRange(weighted),
  };
}

/**
 * X*'X*, X*'e* and e*'e* after taking out rho times the period before: polynomials of the second degree in rho,
 * S0 - rho (S1 + S1') + rho^2 S2, with S1 the products of neighbours and S2 those of all periods but the two ends.
 */
function momentsByRho(
  x: Matrix,
  e: Float64Array,
): (rho: number) => { xx: Matrix; xe: Float64Array; ee: number } {
  const p = x.columns;
  const joint = fromRows(
    Array.from({ length: x.rows }, (_, t) => [...x.values.subarray(t * p, (t + 1) * p), e[t] ?? 0]),
  );
  const q = p + 1;
  const all = gram(joint);
  const inner = gram(
    joint,
    Array.from({ length: x.rows }, (_, t) => +(t > 0 && t < x.rows - 1)),
  );
  const neighbours = new Float64Array(q * q);
  for (let j = 0; j < q; j++) {
    const before = Float64Array.from({ length: x.rows }, (_, t) =>
      t === 0 ? 0 : (joint.values[(t - 1) * q + j] ?? 0),
    );
    transposeTimes(joint, before).forEach((value, i) => {
      neighbours[i * q + j] = value;
    });
  }
  return (rho) => {
    const at = (i: number, j: number): number =>
      (all.values[i * q + j] ?? 0) -
      rho * ((neighbours[i * q + j] ?? 0) + (neighbours[j * q + i] ?? 0)) +
      rho * rho * (inner.values[i * q + j] ?? 0);
    const range = Array.from({ length: p }, (_, i) => i);
    return {
      xx: fromRows(range.map((i) => range.map((j) => at(i, j)))),
      xe: Float64Array.from(range, (i) => at(i, p)),
      ee: at(p, p),
    };
  };
}

/** Of the residuals, up to a constant. The grid is even in z, so that it is also the weight of a law. */
const logLikelihood = (rho: number, inverse: Matrix, rss: number, df: number): number =>
  0.5 * Math.log(1 - rho * rho) + 0.5 * logDeterminant(inverse) - (df / 2) * Math.log(rss);

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

interface Part {
  readonly weight: number;
  readonly mean: number;
  readonly scale: number;
}

function mixture(
  parts: readonly Part[],
  law: (t: number) => number,
  df: number,
  level: number,
): ContrastReading {
  const estimate = parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
  const spread = df > 2 ? df / (df - 2) : 3;
  const variance = parts.reduce(
    (sum, { weight, mean, scale }) => sum + weight * (spread * scale ** 2 + (mean - estimate) ** 2),
    0,
  );
  const se = Math.sqrt(variance);
  const share = (at: number) =>
    parts.reduce((sum, { weight, mean, scale }) => sum + weight * law((at - mean) / scale), 0);
  const quantile = (p: number): number => {
    let [low, high] = [estimate - se, estimate + se];
    while (share(low) > p) low -= 2 * (estimate - low);
    while (share(high) < p) high += 2 * (high - estimate);
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      if (share(middle) < p) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { estimate, se, lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2) };
}

const steps = 4096;

/**
 * Distribution function of Student's t: with t = sqrt(df) tan(a), its density in a is cos(a)^(df - 1) up to a
 * constant, which Simpson's rule integrates once.
 */
function studentLaw(df: number): (t: number) => number {
  const width = Math.PI / steps;
  const density = (a: number): number => Math.max(0, Math.cos(a)) ** (df - 1);
  const sums = new Float64Array(steps + 1);
  for (let k = 0; k < steps; k++) {
    const a = -Math.PI / 2 + k * width;
    const area = (width / 6) * (density(a) + 4 * density(a + width / 2) + density(a + width));
    sums[k + 1] = (sums[k] ?? 0) + area;
  }
  const whole = sums[steps] ?? 1;
  return (t) => {
    const place = (Math.atan(t / Math.sqrt(df)) + Math.PI / 2) / width;
    const k = Math.min(steps - 1, Math.max(0, Math.floor(place)));
    const [before, after] = [sums[k] ?? 0, sums[k + 1] ?? whole];
    return (before + (place - k) * (after - before)) / whole;
  };
}

function rhoRange(
  laws: readonly { readonly rho: number; readonly weight: number }[],
): AutoregressiveFit['rho'] {
  const quantile = (p: number): number => {
    let sum = 0;
    for (const { rho, weight } of laws) {
      sum += weight;
      if (sum >= p) return rho;
    }
    return laws.at(-1)?.rho ?? 0;
  };
  const mean = laws.reduce((sum, { rho, weight }) => sum + rho * weight, 0);
  return { mean, lower: quantile(0.025), upper: quantile(0.975) };
}
