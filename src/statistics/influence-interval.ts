/**
 * Interval of an estimate from its influence function when units are few. The variance is a sum over groups (those
 * first treated together, those never treated), each centred on its own mean: how many units a group counts is known,
 * not drawn, and what all its units share is no chance (stratified sampling, Cochran 1977, 5.4):
 *
 *   V = sum_g V_g,  V_g = sum_i (psi_i - w_i mean_g)^2 / (1 - h_i) / n^2,   estimate ± c sqrt(V)
 *
 * w_i: what the unit counts for; mean_g = sum psi / sum w over the group; h_i: how much less than its own value its gap
 * to what it is compared with varies, at least as in its group's mean (HC2, MacKinnon & White 1985: n_g / (n_g - 1) when
 * all count alike). c allows for each V_g being itself estimated (`unequal-groups.ts`), given the part of V that each group is
 * expected to bring (`rollout-noise.ts`), on n_g - 1 degrees of freedom when all its units count alike, fewer when some
 * count more (`degreesOfFreedom`; q_i is how much of a unit's chance passes into the estimate).
 * A unit compared with itself alone (h_i = 1) shows nothing of its chance: it takes its share of the expected part.
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

/** What makes the chance of a unit count more or less than another's. */
export interface InfluenceUnit {
  readonly group: Group;
  /** w_i; 1 when left out. */
  readonly weight?: number;
  /** h_i; that of its weight in its group's mean when left out, or when smaller. */
  readonly leverage?: number;
  /** q_i, to a factor; its squared weight when left out. */
  readonly passed?: number;
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

interface OwnUnit extends Required<Omit<InfluenceUnit, 'group'>> {
  readonly psi: number;
}

/** V_g and its degrees of freedom; `awaited`: what V_g is expected to be. */
function groupVariance(
  own: readonly number[],
  influence: Float64Array,
  units: readonly InfluenceUnit[],
  awaited: number,
): { readonly part: number; readonly df: number } {
  const weightOf = (i: number): number => units[i]?.weight ?? 1;
  const whole = own.reduce((sum, i) => sum + weightOf(i), 0);
  const shareOf = (i: number): number => (whole > 0 ? weightOf(i) / whole : 1 / own.length);
  const sharesSquared = own.reduce((sum, i) => sum + shareOf(i) ** 2, 0);
  const read: readonly OwnUnit[] = own.map((i) => {
    const {
      weight = 1,
      leverage = Number.NEGATIVE_INFINITY,
      passed = weight ** 2,
    } = units[i] as InfluenceUnit;
    const share = shareOf(i);
    const inGroup = 2 * share - sharesSquared;
    return { psi: influence[i] as number, weight: share, leverage: Math.max(leverage, inGroup), passed };
  });
  const compared = read.filter(({ leverage }) => leverage < 1 - 1e-9);
  const sum = read.reduce((all, { psi }) => all + psi, 0);
  const squares = compared.reduce(
    (all, { psi, weight, leverage }) => all + (psi - weight * sum) ** 2 / (1 - leverage),
    0,
  );
  const passing = (some: readonly OwnUnit[]) => some.reduce((all, { passed }) => all + passed, 0);
  const unseen = compared.length === read.length ? 0 : 1 - passing(compared) / (passing(read) || 1);
  return {
    part: squares / influence.length ** 2 + unseen * awaited,
    df: degreesOfFreedom(compared, own.length - 1),
  };
}

/**
 * tr(M)^2 / tr(M^2) for M = (I - w 1') D (I - 1 w'), D = diag(q / (1 - h)): the law of V_g when values vary alike around
 * their mean weighted by w, matched by its first two moments (Bell & McCaffrey 2002). n - 1 when all count alike.
 */
function degreesOfFreedom(units: readonly OwnUnit[], otherwise: number): number {
  const largest = Math.max(...units.map(({ passed }) => passed));
  if (!(largest > 0)) return otherwise;
  let [d1, d2, dw, dww, w2, ddw] = [0, 0, 0, 0, 0, 0];
  for (const { passed, leverage, weight } of units) {
    const d = passed / largest / (1 - leverage);
    d1 += d;
    d2 += d * d;
    dw += d * weight;
    dww += d * weight * weight;
    ddw += d * d * weight;
    w2 += weight * weight;
  }
  const trace = d1 - 2 * dw + d1 * w2;
  const crossed = 2 * d2 * w2 + 2 * dw * dw + (d1 * w2) ** 2 - 4 * d1 * dw * w2;
  const squared = d2 + crossed - 2 * (2 * ddw - d1 * dww);
  return trace ** 2 / squared;
}
