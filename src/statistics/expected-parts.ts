/**
 * How much of a rollout estimate's variance each group of units is expected to bring, read on every period rather than
 * on the estimate alone, of which two units tell little:
 *
 *   part_g = s_g^2 sum over units i of g and periods t of a_it^2
 *
 * a_it: what one more in unit i's outcome at t adds to the estimate; s_g^2: variance of an outcome around its unit's
 * level and its group's movement, as expected from what is seen of it. Assumes that within a group outcomes vary alike from period to period. Only ratios
 * between groups are used (`unequal-groups.ts`), which memory from one period to the next leaves nearly as they are.
 */
import type { Aggregate } from './group-time-aggregates.ts';
import type { RolloutDesign, RolloutUnit } from './group-time-effects.ts';
import { expectedVariance } from './unequal-groups.ts';

type Group = RolloutUnit['group'];
type Rollout = Pick<RolloutDesign, 'periods' | 'units'>;

/** From a figure of the rollout to the part of each group of two units or more, in squared units of the outcome. */
export function expectedParts({
  periods,
  units,
}: Rollout): (read: Pick<Aggregate, 'cells'>) => ReadonlyMap<Group, number> {
  const variances = variancesWithin(units);
  return ({ cells }) => {
    const moves = [...cells].map(([{ time, base, loads }, weight]) => ({
      at: periods.indexOf(time),
      from: periods.indexOf(base),
      weight,
      loads,
    }));
    const squares = new Map<Group, number>();
    const added = new Float64Array(periods.length);
    units.forEach(({ group }, i) => {
      added.fill(0);
      for (const { at, from, weight, loads } of moves) {
        const load = weight * (loads[i] as number);
        added[at] = (added[at] as number) + load;
        added[from] = (added[from] as number) - load;
      }
      let sum = 0;
      for (const load of added) sum += load * load;
      squares.set(group, (squares.get(group) ?? 0) + sum);
    });
    return new Map([...variances].map(([group, variance]) => [group, variance * (squares.get(group) ?? 0)]));
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
