import { entry, type Matrix, row } from './linear-algebra.ts';

interface Neighbours {
  /** Points within the smallest distance that holds the units wanted, ties included, in increasing row number. */
  readonly points: readonly number[];
  readonly squaredDistance: number;
}

/**
 * Nearest points under Euclidean distance. Points are sorted on their first coordinate and searched outward from the
 * query, stopping once that coordinate alone is farther than what was found: exact, and quick on a single coordinate.
 */
export interface PointIndex {
  /** Neighbours holding at least `wanted` units (all there are if fewer), null when none is accepted. */
  nearest(query: ArrayLike<number>, wanted?: number, accept?: (point: number) => boolean): Neighbours | null;
  /** Takes a point out for good. */
  remove(point: number): void;
}

/** Distances that differ by rounding only are ties. */
const withTies = (squared: number): number => squared * (1 + 1e-9);

export function pointIndex(points: Matrix, sizes: (point: number) => number = () => 1): PointIndex {
  const order = Array.from({ length: points.rows }, (_, i) => i);
  order.sort((a, b) => entry(points, a, 0) - entry(points, b, 0) || a - b);
  const first = Float64Array.from(order, (point) => entry(points, point, 0));
  const place = new Int32Array(points.rows);
  order.forEach((point, position) => {
    place[point] = position;
  });
  // Positions shifted by one, so that 0 and rows + 1 stand for the two ends; a present position leads to itself.
  const left = Int32Array.from({ length: points.rows + 2 }, (_, k) => k);
  const right = Int32Array.from(left);
  const present = (links: Int32Array, position: number): number => {
    let end = position;
    while (links[end] !== end) end = links[end] as number;
    for (let k = position; links[k] !== end && k !== end; ) {
      const next = links[k] as number;
      links[k] = end;
      k = next;
    }
    return end;
  };

  return {
    remove(point) {
      const position = (place[point] as number) + 1;
      left[position] = position - 1;
      right[position] = position + 1;
    },
    nearest(query, wanted = 1, accept = () => true) {
      const start = insertion(first, query[0] as number);
      let found: { point: number; squared: number }[] = [];
      let radius = Number.POSITIVE_INFINITY;
      const visit = (position: number): void => {
        const point = order[position - 1] as number;
        if (!accept(point)) return;
        const squared = squaredDistance(row(points, point), query);
        if (squared > withTies(radius)) return;
        found.push({ point, squared });
        found.sort((a, b) => a.squared - b.squared);
        let held = 0;
        for (const neighbour of found) {
          held += sizes(neighbour.point);
          if (held < wanted) continue;
          radius = neighbour.squared;
          found = found.filter(({ squared: s }) => s <= withTies(radius));
          break;
        }
      };
      const reachable = (position: number): boolean =>
        ((first[position - 1] as number) - (query[0] as number)) ** 2 <= withTies(radius);
      let down = present(left, start);
      let up = present(right, start + 1);
      for (let open = true; open; ) {
        open = false;
        if (down > 0 && reachable(down)) {
          visit(down);
          down = present(left, down - 1);
          open = true;
        }
        if (up <= points.rows && reachable(up)) {
          visit(up);
          up = present(right, up + 1);
          open = true;
        }
      }
      if (found.length === 0) return null;
      const farthest = found.reduce((most, { squared }) => Math.max(most, squared), 0);
      return { points: found.map(({ point }) => point).sort((a, b) => a - b), squaredDistance: farthest };
    },
  };
}

/** How many of the sorted values are below `value`. */
function insertion(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += ((a[k] as number) - (b[k] as number)) ** 2;
  return sum;
}
