/**
 * Interval of an estimate from its influence function when units are few. The variance is a sum over groups (those
 * first treated together, those never treated), each centred on its own mean: how many units a group counts is known,
 * not drawn, and what all its units share is no chance (stratified sampling, Cochran 1977, 5.4). Student's law takes
 * the degrees of freedom of Welch (1947), which allow for each part being itself estimated:
 *
 *   V = sum_g P_g,  P_g = n_g / (n_g - 1) sum_i (psi_i - mean_g psi)^2 / n^2,   df = V^2 / (sum_g P_g^2 / (n_g + 1)) - 2
 *
 * As soon as a group has two units only, those of Satterthwaite (1946) instead, V^2 / (sum_g P_g^2 / (n_g - 1)): Welch's
 * are then too many when the groups do not vary alike, and Satterthwaite's too few when they do.
 * With clusters, G - 1 degrees of freedom on the clustered error. A group of a single unit leaves no trace in V: the
 * interval is then too narrow and `lone` says so.
 */
import { influenceError } from './influence.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { visibleError } from './visible-error.ts';

export interface InfluenceInterval extends Bounds {
  /** Error from the influence function alone, as published. */
  readonly se: number | null;
  /** The same within groups, enlarged for small ones: the one the bounds use. */
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
    /** Size of the outcomes: an error lost in their rounding is none. */
    readonly size?: number;
  },
): InfluenceInterval {
  const { level, clusters, restsOn = [], size: outcomes = 0 } = options;
  const n = influence.length;
  const members = new Map<number | null, number[]>();
  groups.forEach((group, i) => {
    const own = members.get(group);
    if (own === undefined) members.set(group, [influence[i] ?? 0]);
    else own.push(influence[i] ?? 0);
  });
  const lone = restsOn.filter((group) => members.get(group)?.length === 1).length;
  const se = influenceError(influence, clusters, outcomes);
  if (clusters !== undefined) {
    const df = new Set(clusters).size - 1;
    return { se, smallSampleSe: se, df, lone, ...symmetricInterval(estimate, se, level, df) };
  }
  let variance = 0;
  let [satterthwaite, welch] = [0, 0];
  let smallest = Number.POSITIVE_INFINITY;
  for (const own of members.values()) {
    const size = own.length;
    if (size < 2) continue;
    const mean = own.reduce((sum, value) => sum + value, 0) / size;
    const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const part = (squares / (n * n)) * (size / (size - 1));
    variance += part;
    satterthwaite += part ** 2 / (size - 1);
    welch += part ** 2 / (size + 1);
    smallest = Math.min(smallest, size);
  }
  const smallSampleSe = visibleError(variance, outcomes);
  const df =
    satterthwaite === 0 ? null : smallest < 3 ? variance ** 2 / satterthwaite : variance ** 2 / welch - 2;
  const bounds =
    smallSampleSe === null || df === null
      ? { lower: null, upper: null }
      : symmetricInterval(estimate, smallSampleSe, level, df);
  return { se, smallSampleSe, df, lone, ...bounds };
}
