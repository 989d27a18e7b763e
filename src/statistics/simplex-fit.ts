/**
 * Weights w >= 0 summing to 1 that bring the mixture of points closest to a target: min |target - sum w_j x_j|^2.
 * It is the point of least norm in the convex hull of x_j - target, found exactly and in finitely many steps by
 * Wolfe's algorithm (Wolfe 1976): keep a set of affinely independent points, add the one that descends most, step
 * back when a weight would turn negative.
 */
import { dot, fromRows, solve } from './linear-algebra.ts';

export interface SimplexFit {
  readonly weights: Float64Array;
  readonly squaredDistance: number;
  /** False when other weights fit as well, so that these are one choice among several. */
  readonly unique: boolean;
}

const tolerance = 1e-12;

/** `points`: at least one, each as long as `target`. */
export function simplexFit(points: readonly (readonly number[])[], target: readonly number[]): SimplexFit {
  const shifted = points.map((point) => point.map((value, t) => value - (target[t] as number)));
  const norms = shifted.map((point) => dot(point, point));
  const scale = Math.max(...norms, Number.MIN_VALUE);
  let active = [norms.indexOf(Math.min(...norms))];
  let weights = [1];

  for (let step = 0; step < 50 * (points.length + target.length); step++) {
    const nearest = mix(shifted, active, weights);
    const squared = dot(nearest, nearest);
    const best = lowest(shifted.map((point) => dot(point, nearest)));
    if (active.includes(best.index) || best.value >= squared - tolerance * scale) break;
    active = [...active, best.index];
    weights = [...weights, 0];
    const next = settle(shifted, active, weights);
    if (next === null) {
      active = active.slice(0, -1);
      weights = weights.slice(0, -1);
      break;
    }
    ({ active, weights } = next);
  }

  const nearest = mix(shifted, active, weights);
  const squaredDistance = dot(nearest, nearest);
  const full = new Float64Array(points.length);
  active.forEach((index, k) => {
    full[index] = weights[k] as number;
  });
  const tied = shifted.filter((point) => dot(point, nearest) <= squaredDistance + 1e-9 * scale).length;
  return { weights: full, squaredDistance, unique: tied <= active.length };
}

/** The least-norm point over the active set: straight there, or to the border and again with fewer points. */
function settle(
  shifted: readonly (readonly number[])[],
  startActive: readonly number[],
  startWeights: readonly number[],
): { active: number[]; weights: number[] } | null {
  let active = [...startActive];
  let weights = [...startWeights];
  for (;;) {
    const aim = affineWeights(active.map((index) => shifted[index] as readonly number[]));
    if (aim === null) return null;
    if (aim.every((value) => value > tolerance)) return { active, weights: aim };
    const reach = Math.min(
      ...aim.map((value, k) => {
        const now = weights[k] as number;
        return value <= tolerance ? now / (now - value || Number.MIN_VALUE) : 1;
      }),
    );
    const step = Number.isFinite(reach) ? Math.min(1, Math.max(0, reach)) : 0;
    const moved = weights.map((now, k) => now + step * ((aim[k] as number) - now));
    // The weight that reached the border goes, even when rounding left a crumb of it.
    const leaving = lowest(moved.map((value, k) => ((aim[k] as number) <= tolerance ? value : 2))).index;
    const kept = active.flatMap((_, k) => (k !== leaving && (moved[k] as number) > tolerance ? [k] : []));
    active = kept.map((k) => active[k] as number);
    weights = kept.map((k) => moved[k] as number);
    const sum = weights.reduce((all, value) => all + value, 0);
    weights = weights.map((value) => value / sum);
  }
}

/** Weights of any sign summing to 1 that minimise the norm of the mixture; null when points depend on each other. */
function affineWeights(points: readonly (readonly number[])[]): number[] | null {
  const k = points.length;
  if (k === 1) return [1];
  const scale = Math.max(...points.map((point) => dot(point, point)));
  const system = fromRows([
    [0, ...points.map(() => 1)],
    ...points.map((a) => [1, ...points.map((b) => dot(a, b) / scale)]),
  ]);
  const solution = solve(system, [1, ...points.map(() => 0)]);
  return solution === null ? null : Array.from(solution.subarray(1));
}

function mix(
  points: readonly (readonly number[])[],
  active: readonly number[],
  weights: readonly number[],
): number[] {
  return (points[0] ?? []).map((_, t) =>
    active.reduce((sum, index, k) => sum + (weights[k] as number) * (points[index]?.[t] as number), 0),
  );
}

const lowest = (values: readonly number[]): { index: number; value: number } =>
  values.reduce((least, value, index) => (value < least.value ? { index, value } : least), {
    index: 0,
    value: Number.POSITIVE_INFINITY,
  });
