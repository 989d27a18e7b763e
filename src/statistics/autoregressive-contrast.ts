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
 * times the reference prior (1 - rho^2)^(-1/2) over 0 to 0.99 (series that swing back at each period are not
 * considered) weighs the laws. Quantiles of the mixture are the bounds: what is not known of rho widens them.
 * Plugging in one estimate of rho, or Newey–West errors, leaves them too narrow in short series.
 * Assumes equally spaced times and that one period is memory enough. Simulated coverage: docs/methodes/serie-interrompue.md.
 * Sources: Prais & Winsten 1954; Harville 1974 (residual likelihood); Zellner & Tiao 1964 (mixture over rho);
 * Berger & Yang 1994 (prior).
 */
import { type LeastSquaresFit, leastSquares } from './least-squares.ts';
import { fromRows, quadraticForm } from './linear-algebra.ts';

export interface ContrastReading {
  readonly estimate: number;
  /** Spread of the mixture: standard error, uncertainty on rho included. */
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
}

export interface AutoregressiveReading {
  readonly contrasts: readonly ContrastReading[];
  /** Mean of rho under its likelihood, and its central 95 % range. */
  readonly rho: { readonly mean: number; readonly lower: number; readonly upper: number };
}

export interface AutoregressiveInput {
  /** One row a period, in order of time; equally spaced. */
  readonly rows: readonly (readonly number[])[];
  readonly outcomes: readonly number[];
  readonly contrasts: readonly (readonly number[])[];
  readonly level?: number;
}

const grid = Array.from({ length: 100 }, (_, k) => k / 100);

/** Null when the columns are collinear, when no degree of freedom is left or when the line describes the series exactly. */
export function autoregressiveContrasts({
  rows,
  outcomes,
  contrasts,
  level = 0.95,
}: AutoregressiveInput): AutoregressiveReading | null {
  const df = rows.length - (rows[0]?.length ?? 0);
  if (df <= 0) return null;
  const exact = 1e-20 * outcomes.reduce((sum, y) => sum + y * y, 0);
  const fits = grid.map((rho) => ({ rho, fit: transformed(rows, outcomes, rho) }));
  const usable = fits.flatMap(({ rho, fit }) => {
    if (fit === null) return [];
    const rss = fit.residuals.reduce((sum, e) => sum + e * e, 0);
    return rss > exact ? [{ rho, fit, rss, log: logWeight(fit, rss, df) }] : [];
  });
  if (usable.length < grid.length) return null;
  const highest = Math.max(...usable.map(({ log }) => log));
  const raw = usable.map(({ log }) => Math.exp(log - highest));
  const whole = raw.reduce((sum, w) => sum + w, 0);
  const weights = raw.map((w) => w / whole);
  const law = studentLaw(df);
  return {
    contrasts: contrasts.map((contrast) => {
      const parts = usable.map(({ fit, rss }, k) => ({
        weight: weights[k] ?? 0,
        mean: contrast.reduce((sum, c, j) => sum + c * (fit.coefficients[j] ?? 0), 0),
        scale: Math.sqrt((rss / df) * quadraticForm(fit.inverse, contrast)),
      }));
      return mixture(parts, law, df, level);
    }),
    rho: rhoRange(
      usable.map(({ rho }) => rho),
      weights,
    ),
  };
}

/** Least squares after taking out rho times the period before. */
function transformed(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  rho: number,
): LeastSquaresFit | null {
  const first = Math.sqrt(1 - rho * rho);
  const x = rows.map((row, t) =>
    row.map((value, j) => (t === 0 ? first * value : value - rho * (rows[t - 1]?.[j] ?? 0))),
  );
  const y = outcomes.map((value, t) => (t === 0 ? first * value : value - rho * (outcomes[t - 1] ?? 0)));
  return leastSquares({ x: fromRows(x), y });
}

/** Residual likelihood times prior: their powers of (1 - rho^2) cancel. */
const logWeight = ({ inverse }: LeastSquaresFit, rss: number, df: number): number =>
  0.5 * logDeterminant(inverse) - (df / 2) * Math.log(rss);

/** Of a symmetric positive matrix, by elimination. */
function logDeterminant(m: { readonly columns: number; readonly values: Float64Array }): number {
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

function mixture(parts: readonly Part[], law: (t: number) => number, df: number, level: number): ContrastReading {
  const estimate = parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
  const spread = df > 2 ? df / (df - 2) : 3;
  const variance = parts.reduce(
    (sum, { weight, mean, scale }) => sum + weight * (spread * scale ** 2 + (mean - estimate) ** 2),
    0,
  );
  const se = Math.sqrt(variance);
  const share = (x: number) =>
    parts.reduce((sum, { weight, mean, scale }) => sum + weight * law((x - mean) / scale), 0);
  const quantile = (p: number): number => {
    let [low, high] = [estimate - se, estimate + se];
    while (share(low) > p) low -= 2 * (estimate - low);
    while (share(high) < p) high += 2 * (high - estimate);
    for (let step = 0; step < 60; step++) {
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

function rhoRange(rhos: readonly number[], weights: readonly number[]): AutoregressiveReading['rho'] {
  const quantile = (p: number): number => {
    let sum = 0;
    for (const [k, weight] of weights.entries()) {
      sum += weight;
      if (sum >= p) return rhos[k] ?? 0;
    }
    return rhos.at(-1) ?? 0;
  };
  const mean = rhos.reduce((sum, rho, k) => sum + rho * (weights[k] ?? 0), 0);
  return { mean, lower: quantile(0.025), upper: quantile(0.975) };
}
