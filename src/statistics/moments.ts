/** Sums over rows that stand for `counts` identical units each (1 when left out). */
export interface Moments {
  /** Units. */
  readonly n: number;
  readonly mean: number;
  /** With divisor n - 1; null below two units. */
  readonly variance: number | null;
}

/** Mean and variance of `values`, two passes so that close values keep their digits. */
export function moments(values: ArrayLike<number>, counts?: ArrayLike<number>): Moments {
  let n = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : (counts[i] as number);
    n += count;
    sum += count * (values[i] as number);
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : (counts[i] as number);
    squares += count * ((values[i] as number) - mean) ** 2;
  }
  return { n, mean, variance: n > 1 ? squares / (n - 1) : null };
}

/** Sum of weights times values, over the sum of weights (Hajek 1971). */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += (weights[i] as number) * (values[i] as number);
    total += weights[i] as number;
  }
  return sum / total;
}

/**
 * Effective sample size (sum w)² / sum w²: how many unweighted units carry as much information (Kish 1965).
 * `counts` says how many units share each weight.
 */
export function effectiveSampleSize(weights: ArrayLike<number>, counts?: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const count = counts === undefined ? 1 : (counts[i] as number);
    sum += count * (weights[i] as number);
    squares += count * (weights[i] as number) ** 2;
  }
  return squares > 0 ? sum ** 2 / squares : 0;
}
