import { describe, expect, test } from 'vitest';
import { type Aggregate, aggregate } from './group-time-aggregates.ts';
import { groupTimeEffects, type RolloutUnit } from './group-time-effects.ts';
import { rolloutInterval } from './rollout-interval.ts';
import { rolloutNoise } from './rollout-noise.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

const periods = [1, 2, 3, 4, 5, 6];
const sizes = new Map<number | null, number>([
  [3, 2],
  [5, 4],
  [null, 3],
]);

/** Nothing but noise, whose size depends on the group. */
function noise(random: () => number, spread: ReadonlyMap<number | null, number>): RolloutUnit[] {
  return [...sizes].flatMap(([group, size]) =>
    Array.from({ length: size }, () => {
      const level = 5 * normalDraw(random);
      return {
        group,
        covariates: periods.map(() => []),
        outcomes: periods.map((time) => level + time + (spread.get(group) ?? 1) * normalDraw(random)),
      };
    }),
  );
}

function simpleOf(units: readonly RolloutUnit[]): Aggregate {
  const cells = groupTimeEffects({
    periods,
    units,
    controlGroup: 'not-yet-treated',
    estimator: 'dr',
    basePeriod: 'varying',
    anticipation: 0,
    completeThrough: null,
  });
  const { overall } = aggregate(cells, units).simple;
  if (overall === null) throw new Error('no effect');
  return overall;
}

const total = (parts: ReadonlyMap<number | null, number>): number =>
  [...parts.values()].reduce((sum, part) => sum + part, 0);

describe('rolloutNoise', () => {
  test('on average they sum to a little more than the variance, and the group that varies more brings more', () => {
    const random = seededRandom(4);
    const spread = new Map([[null, 3]]);
    const draws = 3_000;
    let [sum, squares, parts, never] = [0, 0, 0, 0];
    for (let k = 0; k < draws; k++) {
      const units = noise(random, spread);
      const read = simpleOf(units);
      const expected = rolloutNoise({ periods, units })(read).parts;
      sum += read.att;
      squares += read.att ** 2;
      parts += total(expected) / draws;
      never += (expected.get(null) ?? 0) / draws;
    }
    const variance = squares / draws - (sum / draws) ** 2;
    // nu / (nu - 2) for two, four and three units over six periods: 5 / 3, 15 / 13 and 10 / 8.
    expect(parts / variance).toBeGreaterThan(15 / 13 - 4 * Math.sqrt(2 / draws));
    expect(parts / variance).toBeLessThan(5 / 3 + 4 * Math.sqrt(2 / draws));
    expect(never / parts).toBeGreaterThan(0.6);
  });

  test('neither the level of a unit, nor the movement of a group, nor the effect counts', () => {
    const units = noise(seededRandom(1), new Map());
    const moved = units.map(({ outcomes, ...unit }, i) => ({
      ...unit,
      outcomes: outcomes.map((value, t) => value + 7 * i + (unit.group ?? 0) * t ** 2),
    }));
    const [as, after] = [units, moved].map(
      (own) => rolloutNoise({ periods, units: own })(simpleOf(own)).parts,
    );
    for (const [group, part] of as ?? []) expect(after?.get(group)).toBeCloseTo(part, 8);
  });

  test('a group of one unit has no part; a period somebody lacks is left out', () => {
    const random = seededRandom(2);
    const units = noise(random, new Map());
    const holed = units.map((unit, i) =>
      i === 0 ? { ...unit, outcomes: unit.outcomes.map((value, t) => (t === 5 ? Number.NaN : value)) } : unit,
    );
    const read = simpleOf(units);
    expect(rolloutNoise({ periods, units: holed })(read).parts.get(3)).toBeGreaterThan(0);
    expect([
      ...rolloutNoise({ periods, units: units.slice(1) })(simpleOf(units.slice(1))).parts.keys(),
    ]).toEqual([5, null]);
  });

  test('a unit leans on itself by its share of its wave, or of those it is compared with', () => {
    const units = noise(seededRandom(6), new Map());
    const { leverage } = rolloutNoise({ periods, units })(simpleOf(units));
    expect([...leverage.slice(0, 2)]).toEqual([expect.closeTo(1 / 2, 10), expect.closeTo(1 / 2, 10)]);
    // A third of the never treated; of those not yet treated, a seventh; more often the former.
    expect(leverage.at(-1)).toBeGreaterThan(1 / 5);
    expect(leverage.at(-1)).toBeLessThan(1 / 3);
  });
});

describe('rolloutInterval', () => {
  const quantile = (units: readonly RolloutUnit[]): number => {
    const { lower, upper, smallSampleSe } = rolloutInterval({ periods, units })(simpleOf(units), 0.95);
    return ((upper ?? 0) - (lower ?? 0)) / 2 / (smallSampleSe ?? Number.NaN);
  };
  const tenEach = (z: (group: number | null, i: number) => number): RolloutUnit[] => {
    const random = seededRandom(8);
    return [3, null].flatMap((group) =>
      Array.from({ length: 10 }, (_, i) => ({
        group,
        covariates: periods.map(() => [z(group, i)]),
        outcomes: periods.map(() => normalDraw(random)),
      })),
    );
  };

  test('a few controls alike to the treated carry the chance of all: it is wider than their number says', () => {
    const alike = tenEach((_, i) => i % 2);
    const unlike = tenEach((group, i) => (group === null ? (i < 3 ? 0 : 1) : i === 0 ? 1 : 0));
    expect(quantile(unlike)).toBeGreaterThan(1.08 * quantile(alike));
  });

  test('an effect larger in one wave is no chance, whatever each territory counts for', () => {
    const random = seededRandom(5);
    const units = noise(random, new Map()).map((unit) => ({ ...unit, weight: Math.exp(normalDraw(random)) }));
    const stronger = units.map((unit) =>
      unit.group === 3 ? { ...unit, outcomes: unit.outcomes.map((y, t) => (t >= 2 ? y + 20 : y)) } : unit,
    );
    const [as, after] = [units, stronger].map((own) =>
      rolloutInterval({ periods, units: own })(simpleOf(own), 0.95),
    );
    expect(after?.smallSampleSe).toBeCloseTo(as?.smallSampleSe ?? Number.NaN, 8);
    expect(after?.se).toBeGreaterThan(1.5 * (as?.se ?? Number.NaN));
  });

  test('territories that count for very unequal sizes hold no effect 95 times in 100 too', () => {
    const random = seededRandom(10);
    const draws = 1_000;
    let held = 0;
    for (let k = 0; k < draws; k++) {
      const units = [...noise(random, new Map()), ...noise(random, new Map())].map((unit) => ({
        ...unit,
        weight: Math.exp(1.2 * normalDraw(random)),
      }));
      const { lower, upper } = rolloutInterval({ periods, units })(simpleOf(units), 0.95);
      if ((lower ?? 1) <= 0 && 0 <= (upper ?? -1)) held++;
    }
    expect(held / draws).toBeGreaterThan(0.93);
    expect(held / draws).toBeLessThan(0.975);
  });

  const covered = (spread: ReadonlyMap<number | null, number>): number => {
    const random = seededRandom(9);
    const draws = 1_000;
    let held = 0;
    for (let k = 0; k < draws; k++) {
      const units = noise(random, spread);
      const { lower, upper } = rolloutInterval({ periods, units })(simpleOf(units), 0.95);
      if ((lower ?? 1) <= 0 && 0 <= (upper ?? -1)) held++;
    }
    return held / draws;
  };

  test('two, four and three units hold no effect 95 times in 100, whether they vary alike or not', () => {
    for (const spread of [new Map(), new Map([[null, 4]]), new Map([[3, 4]])]) {
      expect(covered(spread)).toBeGreaterThan(0.93);
      expect(covered(spread)).toBeLessThan(0.97);
    }
  });
});
