/**
 * Interval of an estimate from its influence function when units are few. The variance is a sum over groups (those
 * first treated together, those never treated), each centred on its own mean: how many units a group counts is known,
 * not drawn, and what all its units share is no chance (stratified sampling, Cochran 1977, 5.4):
 *
 *   V = sum_g V_g (`group-variance.ts`),   estimate ± c sqrt(V)
 *
 * c allows for each V_g being itself estimated on few degrees of freedom (`unequal-groups.ts`), given the part of V that
 * each group is expected to bring (`rollout-noise.ts`).
 * With clusters, Student's law with G - 1 degrees of freedom on the clustered error. A group of a single unit leaves no
 * trace in V: the interval is then too narrow and `lone` says so.
 */
import { type Group, groupVariance, type InfluenceUnit } from './group-variance.ts';
import { influenceError } from './influence.ts';
import { around, type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { expectedVariance, unequalGroupsQuantile } from './unequal-groups.ts';
import { visibleError } from './visible-error.ts';

export interface InfluenceInterval extends Bounds {
  /** Error from the influence function alone, as published. */
  readonly se: number | null;
  /** The same within groups, enlarged for small ones: the one the bounds use. */
  readonly smallSampleSe: number | null;
  /** Groups of one unit that the estimate rests on. */
  readonly lone: number;
}

/** `units`: as many as `influence`; `restsOn`: the groups the estimate uses, whose single members `lone` counts. */
export function influenceInterval(
  estimate: number,
  influence: Float64Array,
  units: readonly InfluenceUnit[],
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
  const se = influenceError(influence, clusters, size);
  const members = new Map<Group, number[]>();
  units.forEach(({ group }, i) => {
    const own = members.get(group);
    if (own === undefined) members.set(group, [i]);
    else own.push(i);
  });
  const lone = restsOn.filter((group) => members.get(group)?.length === 1).length;
  if (clusters !== undefined) {
    const df = new Set(clusters).size - 1;
    return { se, smallSampleSe: se, lone, ...symmetricInterval(estimate, se, level, df) };
  }
  const parts = [...members].flatMap(([group, own]) => {
    if (own.length < 2) return [];
    const known = expected?.get(group) ?? 0;
    const awaited = known > 0 && Number.isFinite(known) ? known : null;
    return [{ awaited, ...groupVariance(own, influence, units, awaited ?? 0) }];
  });
  const smallSampleSe = visibleError(
    parts.reduce((sum, { part }) => sum + part, 0),
    size,
  );
  if (smallSampleSe === null) return { se, smallSampleSe, lone, lower: null, upper: null };
  const shares = parts.map(({ awaited, df, part }) => ({ share: awaited ?? expectedVariance(part, df), df }));
  return {
    se,
    smallSampleSe,
    lone,
    ...around(estimate, unequalGroupsQuantile(shares, level) * smallSampleSe),
  };
}
