/**
 * Interval of an estimate from its influence function when units are few. The variance is a sum over groups (those
 * first treated together, those never treated); each group's part is enlarged by n_g / (n_g - 1), and Student's law
 * takes the degrees of freedom of Welch (1947), which allow for each part being itself estimated:
 *
 *   V = sum_g P_g,  P_g = V_g n_g / (n_g - 1),   df = V^2 / (sum_g P_g^2 / (n_g + 1)) - 2
 *
 * As soon as a group has two units only, those of Satterthwaite (1946) instead, V^2 / (sum_g P_g^2 / (n_g - 1)): Welch's
 * are then too many when the groups do not vary alike, and Satterthwaite's too few when they do.
 * With clusters, G - 1 degrees of freedom on the clustered error. A group of a single unit leaves no trace in V: the
 * interval is then too narrow and `lone` says so.
 */
import { influenceError } from './influence.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

export interface InfluenceInterval extends Bounds {
  /** Error from the influence function alone, as published. */
  readonly se: number | null;
  /** The same enlarged for small groups: the one the bounds use. */
  readonly smallSampleSe: number | null;
  readonly df: number | null;
  /** Groups of one unit that the estimate rests on. */
  readonly lone: number;
}

/** `groups`: one a unit; `restsOn`: the groups the estimate uses, whose single members are counted in `lone`. */
export function influenceInterval(
  estimate: number,
  influence: Float64Array,
  groups: readonly (number | null)[],
  options: {
    readonly level: number;
    readonly clusters?: readonly string[];
    readonly restsOn?: readonly number[];
  },
): InfluenceInterval {
  const { level, clusters, restsOn = [] } = options;
  const n = influence.length;
  const sizes = new Map<number | null, number>();
  const squares = new Map<number | null, number>();
  groups.forEach((group, i) => {
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
    squares.set(group, (squares.get(group) ?? 0) + (influence[i] ?? 0) ** 2);
  });
  const lone = restsOn.filter((group) => sizes.get(group) === 1).length;
  const se = influenceError(influence, clusters);
  if (clusters !== undefined) {
    const df = new Set(clusters).size - 1;
    return { se, smallSampleSe: se, df, lone, ...symmetricInterval(estimate, se, level, df) };
  }
  let variance = 0;
  let [satterthwaite, welch] = [0, 0];
  let smallest = Number.POSITIVE_INFINITY;
  for (const [group, size] of sizes) {
    if (size < 2) continue;
    const part = ((squares.get(group) ?? 0) / (n * n)) * (size / (size - 1));
    variance += part;
    satterthwaite += part ** 2 / (size - 1);
    welch += part ** 2 / (size + 1);
    smallest = Math.min(smallest, size);
  }
  const smallSampleSe = variance > 0 ? Math.sqrt(variance) : null;
  const df =
    satterthwaite === 0 ? null : smallest < 3 ? variance ** 2 / satterthwaite : variance ** 2 / welch - 2;
  const bounds =
    smallSampleSe === null || df === null
      ? { lower: null, upper: null }
      : symmetricInterval(estimate, smallSampleSe, level, df);
  return { se, smallSampleSe, df, lone, ...bounds };
}
