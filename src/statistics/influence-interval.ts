/**
 * Interval of an estimate from its influence function when units are few. The variance is a sum over groups (those
 * first treated together, those never treated), each centred on its own mean: how many units a group counts is known,
 * not drawn, and what all its units share is no chance (stratified sampling, Cochran 1977, 5.4):
 *
 *   V = sum_g V_g,  V_g = n_g / (n_g - 1) sum_i (psi_i - mean_g psi)^2 / n^2,   estimate ± c sqrt(V)
 *
 * c allows for each V_g being itself estimated on n_g - 1 degrees of freedom (`unequal-groups.ts`), given the part of
 * V that each group is expected to bring (`expected-parts.ts`).
 * With clusters, Student's law with G - 1 degrees of freedom on the clustered error. A group of a single unit leaves no
 * trace in V: the interval is then too narrow and `lone` says so.
 */
import { influenceError } from './influence.ts';
import { around, type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { expectedVariance, unequalGroupsQuantile } from './unequal-groups.ts';
import { visibleError } from './visible-error.ts';

/** Units whose chance is alike: first treated together, never treated… */
type Group = string | number | null;

export interface InfluenceInterval extends Bounds {
  /** Error from the influence function alone, as published. */
  readonly se: number | null;
  /** The same within groups, enlarged for small ones: the one the bounds use. */
  readonly smallSampleSe: number | null;
  /** Groups of one unit that the estimate rests on. */
  readonly lone: number;
}

/** `groups`: one a unit; `restsOn`: the groups the estimate uses, whose single members are counted in `lone`. */
export function influenceInterval(
  estimate: number,
  influence: Float64Array,
  groups: readonly Group[],
  options: {
    readonly level: number;
    readonly clusters?: readonly string[];
    readonly restsOn?: readonly Group[];
    /** Part of V each group is expected to bring; from the one it does bring when left out. */
    readonly expected?: ReadonlyMap<Group, number>;
    /** Size of the outcomes: an error lost in their rounding is none. */
    readonly size?: number;
  },
): InfluenceInterval {
  const { level, clusters, restsOn = [], expected, size = 0 } = options;
  const n = influence.length;
  const members = new Map<Group, number[]>();
  groups.forEach((group, i) => {
    const own = members.get(group);
    if (own === undefined) members.set(group, [influence[i] ?? 0]);
    else own.push(influence[i] ?? 0);
  });
  const lone = restsOn.filter((group) => members.get(group)?.length === 1).length;
  const se = influenceError(influence, clusters, size);
  if (clusters !== undefined) {
    const df = new Set(clusters).size - 1;
    return { se, smallSampleSe: se, lone, ...symmetricInterval(estimate, se, level, df) };
  }
  const parts = [...members].flatMap(([group, own]) => {
    if (own.length < 2) return [];
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const df = own.length - 1;
    return [{ group, df, part: (squares / (n * n)) * (own.length / df) }];
  });
  const smallSampleSe = visibleError(
    parts.reduce((sum, { part }) => sum + part, 0),
    size,
  );
  if (smallSampleSe === null) return { se, smallSampleSe, lone, lower: null, upper: null };
  const shares = parts.map(({ group, df, part }) => {
    const share = expected?.get(group) ?? 0;
    return { share: share > 0 && Number.isFinite(share) ? share : expectedVariance(part, df), df };
  });
  return {
    se,
    smallSampleSe,
    lone,
    ...around(estimate, unequalGroupsQuantile(shares, level) * smallSampleSe),
  };
}
