import { visibleError } from './visible-error.ts';

/**
 * Standard error of an estimate from its influence function: sqrt(sum psi_i^2) / n, or with clusters
 * sqrt(G/(G-1) sum over clusters of (sum psi)^2) / n. Null for a single cluster or when nothing varies beyond the
 * rounding of outcomes as large as `size`.
 */
export function influenceError(
  influence: Float64Array,
  clusters?: readonly string[],
  size = 0,
): number | null {
  const variance = influenceCovariance(influence, influence, clusters);
  return variance === null ? null : visibleError(variance, size);
}

/** Covariance of two estimates made on the same units, from their influence functions. */
export function influenceCovariance(
  a: Float64Array,
  b: Float64Array,
  clusters?: readonly string[],
): number | null {
  const n = a.length;
  let sum = 0;
  if (clusters === undefined) {
    for (let i = 0; i < n; i++) sum += (a[i] as number) * (b[i] as number);
    return sum / (n * n);
  }
  const [sumsA, sumsB] = [clusterSums(a, clusters), clusterSums(b, clusters)];
  const groups = sumsA.length;
  if (groups < 2) return null;
  for (let g = 0; g < groups; g++) sum += (sumsA[g] as number) * (sumsB[g] as number);
  return ((groups / (groups - 1)) * sum) / (n * n);
}

/** Influence summed over each cluster, in the order clusters first appear. */
export function clusterSums(influence: Float64Array, clusters: readonly string[]): Float64Array {
  const positions = new Map<string, number>();
  for (const cluster of clusters) if (!positions.has(cluster)) positions.set(cluster, positions.size);
  const sums = new Float64Array(positions.size);
  clusters.forEach((cluster, i) => {
    const g = positions.get(cluster) as number;
    sums[g] = (sums[g] as number) + (influence[i] as number);
  });
  return sums;
}
