/**
 * Readings of group-time effects, each a weighted mean of ATT(g, t) with g's share of all units as weight:
 *
 * - `simple`: every cell after treatment;
 * - `dynamic`: by periods since treatment (event study), then the plain mean over those at or after it;
 * - `group`: plain mean over time within each group, then over groups by size;
 * - `calendar`: by period, then the plain mean over periods.
 *
 * A group's share is that of its units' weights, when they have some.
 *
 * Shares are estimated, and their influence is carried into the standard errors.
 * Source: Callaway & Sant'Anna 2021, section 3 and Table 1. Cells that are not identified or not mature are left out:
 * `groups` says who stands behind each figure, since far horizons rest on early groups only.
 */
import type { GroupTimeCell, GroupTimeEffect, RolloutDesign } from './group-time-effects.ts';

export interface Aggregate {
  readonly att: number;
  readonly influence: Float64Array;
  /** Groups of units the figure rests on. */
  readonly groups: readonly number[];
  /** The cells it is a mean of, and their weights. */
  readonly cells: ReadonlyMap<GroupTimeEffect, number>;
}

export interface AggregateBy {
  /** Null: no cell after treatment is known. */
  readonly overall: Aggregate | null;
  readonly by: ReadonlyMap<number, Aggregate>;
}

export interface Aggregates {
  readonly simple: AggregateBy;
  readonly dynamic: AggregateBy;
  readonly group: AggregateBy;
  readonly calendar: AggregateBy;
}

export function aggregate(cells: readonly GroupTimeCell[], units: RolloutDesign['units']): Aggregates {
  const known = cells.filter((cell) => cell.kind === 'estimate');
  const after = known.filter((cell) => cell.time >= cell.group);
  const weighted = (kept: readonly GroupTimeEffect[]): Aggregate =>
    bySize(
      kept.map((cell) => ({ ...alone(cell), group: cell.group })),
      units,
    );

  const dynamic = split(known, (cell) => cell.time - cell.group, weighted);
  const calendar = split(after, (cell) => cell.time, weighted);
  const group = split(
    after,
    (cell) => cell.group,
    (kept) => plainMean(kept.map(alone)),
  );
  const sinceTreated = [...dynamic].flatMap(([since, effect]) => (since >= 0 ? [effect] : []));
  const sized = [...group].map(([of, effect]) => ({ ...effect, group: of }));
  return {
    simple: { overall: after.length === 0 ? null : weighted(after), by: new Map() },
    dynamic: { overall: orNone(sinceTreated), by: dynamic },
    group: { overall: sized.length === 0 ? null : bySize(sized, units), by: group },
    calendar: { overall: orNone([...calendar.values()]), by: calendar },
  };
}

/** A cell, as the mean of itself alone. */
export const alone = (cell: GroupTimeEffect): Aggregate => ({
  att: cell.att,
  influence: cell.influence,
  groups: [cell.group],
  cells: new Map([[cell, 1]]),
});

const orNone = (effects: readonly Aggregate[]): Aggregate | null =>
  effects.length === 0 ? null : plainMean(effects);

function split(
  cells: readonly GroupTimeEffect[],
  key: (cell: GroupTimeEffect) => number,
  combine: (cells: readonly GroupTimeEffect[]) => Aggregate,
): ReadonlyMap<number, Aggregate> {
  const parts = new Map<number, GroupTimeEffect[]>();
  for (const cell of cells) parts.set(key(cell), [...(parts.get(key(cell)) ?? []), cell]);
  return new Map([...parts].sort(([a], [b]) => a - b).map(([value, part]) => [value, combine(part)]));
}

type Sized = Aggregate & { readonly group: number };

const plainMean = (effects: readonly Aggregate[]): Aggregate =>
  weightedMean(
    effects,
    effects.map(() => 1 / effects.length),
  );

/** `weights` sum to 1, and are known. */
function weightedMean(effects: readonly Aggregate[], weights: readonly number[]): Aggregate {
  const influence = new Float64Array(effects[0]?.influence.length ?? 0);
  const cells = new Map<GroupTimeEffect, number>();
  effects.forEach((effect, k) => {
    const weight = weights[k] as number;
    for (let i = 0; i < influence.length; i++)
      influence[i] = (influence[i] as number) + weight * (effect.influence[i] as number);
    for (const [cell, own] of effect.cells) cells.set(cell, (cells.get(cell) ?? 0) + weight * own);
  });
  return {
    att: effects.reduce((sum, { att }, k) => sum + (weights[k] as number) * att, 0),
    influence,
    groups: [...new Set(effects.flatMap(({ groups }) => groups))].sort((a, b) => a - b),
    cells,
  };
}

/**
 * Mean weighted by the groups' shares p_g = n_g / n. A unit of group g adds one to the weight of g's effects, hence
 * the last term: (effects of the unit's group - att) / (sum of shares), whose mean over all units is 0.
 */
function bySize(effects: readonly Sized[], units: RolloutDesign['units']): Aggregate {
  const n = units.length;
  const weightOf = ({ weight = 1 }: RolloutDesign['units'][number]): number => weight;
  const share = (group: number): number =>
    units.reduce((sum, unit) => sum + (unit.group === group ? weightOf(unit) : 0), 0) / n;
  const shares = effects.map((effect) => share(effect.group));
  const whole = shares.reduce((sum, p) => sum + p, 0);
  const mean = weightedMean(
    effects,
    shares.map((p) => p / whole),
  );
  const pull = new Map<number | null, number>();
  for (const effect of effects)
    pull.set(effect.group, (pull.get(effect.group) ?? 0) + (effect.att - mean.att) / whole);
  const influence = mean.influence.map(
    (own, i) =>
      own + weightOf(units[i] as RolloutDesign['units'][number]) * (pull.get(units[i]?.group ?? null) ?? 0),
  );
  return { ...mean, influence };
}
