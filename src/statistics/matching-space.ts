/**
 * Where units are compared when they are matched: on the propensity score, or in Mahalanobis distance
 * (x - y)' S^-1 (x - y), S the covariance of the whole sample (Rubin 1980); and the calipers that forbid far matches.
 */
import { armRows, armSizes, type Comparison, emptyArm } from './comparison.ts';
import { entry, gram, independentColumns, type Matrix, selectColumns, zeros } from './linear-algebra.ts';
import { propensityModel } from './propensity.ts';
import { type Refused, refused } from './refused.ts';

export type MatchingDistance = 'propensity' | 'mahalanobis';

export interface Caliper {
  /** In standard deviations over the whole sample. */
  readonly sd: number;
  readonly on: 'score' | 'each-covariate';
}

export interface MatchingSpace {
  /** One row a row of the comparison, in coordinates where distance is Euclidean. */
  readonly points: Matrix;
  /** Whether a control row may stand for a treated row. */
  readonly allowed: (treated: number, control: number) => boolean;
}

export function matchingSpace(
  comparison: Comparison,
  { distance, caliper }: { readonly distance: MatchingDistance; readonly caliper: Caliper | null },
): MatchingSpace | Refused {
  const { treated, counts, covariates } = comparison;
  const empty = emptyArm(armSizes(comparison));
  if (empty !== null) return empty;
  if (distance === 'mahalanobis') {
    if (caliper?.on === 'score') {
      return refused('invalid-input', 'Un écart maximal sur le score demande un appariement sur le score.');
    }
    const points = whitened(covariates.values, counts);
    if (points.columns === 0) {
      return refused('not-identified', 'Aucune caractéristique ne varie : il n’y a rien sur quoi apparier.');
    }
    return { points, allowed: within(caliper, covariates.values, counts) };
  }
  const model = propensityModel({ treated, counts, covariates });
  if ('error' in model) return model;
  const points: Matrix = { rows: treated.length, columns: 1, values: model.probabilities };
  return { points, allowed: within(caliper, caliper?.on === 'score' ? points : covariates.values, counts) };
}

function within(
  caliper: Caliper | null,
  values: Matrix,
  counts: ArrayLike<number>,
): MatchingSpace['allowed'] {
  if (caliper === null) return () => true;
  const { sds } = spread(values, counts);
  const limits = sds.map((sd) => caliper.sd * sd * (1 + 1e-12));
  return (a, b) => limits.every((limit, j) => Math.abs(entry(values, a, j) - entry(values, b, j)) <= limit);
}

/** Means and standard deviations (divisor n), over the units of both arms. */
function spread(values: Matrix, counts: ArrayLike<number>) {
  const n = Array.from(counts).reduce((sum, count) => sum + count, 0);
  const columns = Array.from({ length: values.columns }, (_, j) => j);
  const over = (of: (i: number) => number) => {
    let sum = 0;
    for (let i = 0; i < values.rows; i++) sum += ((counts[i] as number) / n) * of(i);
    return sum;
  };
  const means = columns.map((j) => over((i) => entry(values, i, j)));
  const sds = columns.map((j) => Math.sqrt(over((i) => (entry(values, i, j) - (means[j] as number)) ** 2)));
  return { means, sds };
}

/**
 * Coordinates L^-1 (x - mean), with S = L L', in which Euclidean distance is Mahalanobis distance. Covariates that do
 * not vary, or follow from others, carry no distance and are left out.
 */
function whitened(values: Matrix, counts: ArrayLike<number>): Matrix {
  const { means, sds } = spread(values, counts);
  const varying = sds.flatMap((sd, j) => (sd > 1e-10 * Math.abs(means[j] as number) ? [j] : []));
  const standard = zeros(values.rows, varying.length);
  for (let i = 0; i < values.rows; i++)
    varying.forEach((j, k) => {
      standard.values[i * varying.length + k] =
        (entry(values, i, j) - (means[j] as number)) / (sds[j] as number);
    });
  const x = selectColumns(standard, independentColumns(gram(standard, counts)));
  const n = Array.from(counts).reduce((sum, count) => sum + count, 0);
  const covariance = gram(x, counts);
  // Gram-Schmidt by forward substitution on the Cholesky factor, one column after the other.
  const lower = zeros(x.columns, x.columns);
  for (let j = 0; j < x.columns; j++)
    for (let k = 0; k <= j; k++) {
      let sum = entry(covariance, j, k) / n;
      for (let t = 0; t < k; t++) sum -= entry(lower, j, t) * entry(lower, k, t);
      lower.values[j * x.columns + k] = j === k ? Math.sqrt(sum) : sum / entry(lower, k, k);
    }
  const points = zeros(x.rows, x.columns);
  for (let i = 0; i < x.rows; i++)
    for (let j = 0; j < x.columns; j++) {
      let sum = entry(x, i, j);
      for (let k = 0; k < j; k++) sum -= entry(lower, j, k) * entry(points, i, k);
      points.values[i * x.columns + j] = sum / entry(lower, j, j);
    }
  return points;
}

/** Units of one arm at the same point: their number, and moments of their outcomes. */
export interface MatchingCell {
  /** A row of the comparison that lies there. */
  readonly row: number;
  readonly rows: readonly number[];
  readonly n: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
}

/** One arm's units gathered by point, in order of first appearance; every row alone when `gather` is false. */
export function matchingCells(
  { treated, outcome, counts, squares: within }: Comparison,
  arm: 0 | 1,
  key: (row: number) => string,
): readonly MatchingCell[] {
  const byPoint = new Map<string, number[]>();
  for (const r of armRows(treated, arm)) {
    if (!((counts[r] as number) > 0)) continue;
    const place = key(r);
    const there = byPoint.get(place);
    if (there === undefined) byPoint.set(place, [r]);
    else there.push(r);
  }
  return [...byPoint.values()].map((rows) => {
    const n = rows.reduce((sum, r) => sum + (counts[r] as number), 0);
    const mean = rows.reduce((sum, r) => sum + (counts[r] as number) * (outcome[r] as number), 0) / n;
    const squares = rows.reduce(
      (sum, r) => sum + (counts[r] as number) * ((outcome[r] as number) - mean) ** 2 + (within?.[r] ?? 0),
      0,
    );
    return { row: rows[0] as number, rows, n, mean, squares };
  });
}
