import { describe, expect, test } from 'vitest';
import { expectedParts } from './expected-parts.ts';
import { type Aggregate, aggregate } from './group-time-aggregates.ts';
import { groupTimeEffects, type RolloutUnit } from './group-time-effects.ts';
import { rolloutInterval } from './rollout-interval.ts';
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

describe('expectedParts', () => {
  test('on average they sum to a little more than the variance, and the group that varies more brings more', () => {
    const random = seededRandom(4);
    const spread = new Map([[null, 3]]);
    const draws = 3_000;
    let [sum, squares, parts, never] = [0, 0, 0, 0];
    for (let k = 0; k < draws; k++) {
      const units = noise(random, spread);
      const read = simpleOf(units);
      const expected = expectedParts({ periods, units })(read);
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
    const [as, after] = [units, moved].map((own) => expectedParts({ periods, units: own })(simpleOf(own)));
    for (const [group, part] of as ?? []) expect(after?.get(group)).toBeCloseTo(part, 8);
  });

  test('a group of one unit has no part; a period somebody lacks is left out', () => {
    const random = seededRandom(2);
    const units = noise(random, new Map());
    const holed = units.map((unit, i) =>
      i === 0 ? { ...unit, outcomes: unit.outcomes.map((value, t) => (t === 5 ? Number.NaN : value)) } : unit,
    );
    const read = simpleOf(units);
    expect(expectedParts({ periods, units: holed })(read).get(3)).toBeGreaterThan(0);
    expect([...expectedParts({ periods, units: units.slice(1) })(simpleOf(units.slice(1))).keys()]).toEqual([
      5,
      null,
    ]);
  });
});

describe('rolloutInterval', () => {
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
