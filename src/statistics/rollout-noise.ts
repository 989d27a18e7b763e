/**
 * Where the chance in a rollout's figure comes from, read on every period rather than on the figure alone, of which
 * two units tell little:
 *
 *   q_i = sum over periods t of a_it^2,   part_g = s_g^2 sum over units i of g of q_i
 *
 * a_it: what one more in unit i's outcome at t adds to the figure; s_g^2: variance of an outcome around its unit's
 * level and its group's movement, as expected from what is seen of it. Assumes that within a group outcomes vary alike
 * from period to period. Only ratios between groups, and between units, are used (`influence-interval.ts`): memory from
 * one period to the next leaves them nearly as they are.
 */
import type { Aggregate } from './group-time-aggregates.ts';
import type { RolloutDesign, RolloutUnit } from './group-time-effects.ts';
import { expectedVariance } from './unequal-groups.ts';

type Group = RolloutUnit['group'];
type Rollout = Pick<RolloutDesign, 'periods' | 'units'>;

export interface RolloutNoise {
  /** Part of the variance each group of two units or more is expected to bring, in squared units of the outcome. */
  readonly parts: ReadonlyMap<Group, number>;
  /** q_i: how much of each unit's chance passes into the figure. */
  readonly passed: Float64Array;
  /** Each unit's leverage (`effectOnTreated`), in the mean of the cells that use it. */
  readonly leverage: Float64Array;
}

/** From a figure of the rollout to its noise. */
export function rolloutNoise({ periods, units }: Rollout): (read: Pick<Aggregate, 'cells'>) => RolloutNoise {
  const variances = variancesWithin(units);
  return ({ cells }) => {
    const moves = [...cells].map(([{ time, base, loads, leverage }, weight]) => ({
      at: periods.indexOf(time),
      from: periods.indexOf(base),
      weight,
      loads,
      leverage,
    }));
    const squares = new Map<Group, number>();
    const [passed, leverage] = [new Float64Array(units.length), new Float64Array(units.length)];
    const added = new Float64Array(periods.length);
    units.forEach(({ group }, i) => {
      added.fill(0);
      let [leant, used] = [0, 0];
      for (const { at, from, weight, loads, leverage: own } of moves) {
        const load = weight * (loads[i] as number);
        added[at] = (added[at] as number) + load;
        added[from] = (added[from] as number) - load;
        leant += Math.abs(load) * (own[i] as number);
        used += Math.abs(load);
      }
      let sum = 0;
      for (const load of added) sum += load * load;
      passed[i] = sum;
      leverage[i] = used > 0 ? leant / used : 0;
      squares.set(group, (squares.get(group) ?? 0) + sum);
    });
    const parts = new Map(
      [...variances].map(([group, variance]) => [group, variance * (squares.get(group) ?? 0)] as const),
    );
    return { parts, passed, leverage };
  };
}

function variancesWithin(units: Rollout['units']): ReadonlyMap<Group, number> {
  const members = new Map<Group, (readonly number[])[]>();
  for (const { group, outcomes } of units) {
    const own = members.get(group);
    if (own === undefined) members.set(group, [outcomes]);
    else own.push(outcomes);
  }
  return new Map(
    [...members].flatMap(([group, own]) => {
      const variance = varianceOf(own);
      return variance === null ? [] : [[group, variance]];
    }),
  );
}

/**
 * Expected variance in a table, one row a unit, of what is left once each row's mean and each column's are removed.
 * Columns where a value is missing are left out; null when fewer than two rows or two columns remain.
 */
function varianceOf(rows: readonly (readonly number[])[]): number | null {
  const columns = (rows[0] ?? []).flatMap((_, t) =>
    rows.every((own) => Number.isFinite(own[t])) ? [t] : [],
  );
  const freedom = (rows.length - 1) * (columns.length - 1);
  if (freedom < 1) return null;
  const centre = columns.map((t) => mean(rows.map((own) => own[t] as number)));
  let sum = 0;
  for (const own of rows) {
    const rest = columns.map((t, c) => (own[t] as number) - (centre[c] as number));
    const level = mean(rest);
    for (const value of rest) sum += (value - level) ** 2;
  }
  return expectedVariance(sum / freedom, freedom);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
