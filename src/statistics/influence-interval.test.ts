import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, test } from 'vitest';
import { influenceInterval } from './influence-interval.ts';
import { isRefused } from './refused.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';
import { twoMeans } from './two-means.ts';

const of = (groups: readonly (number | null)[]) => groups.map((group) => ({ group }));

describe('influenceInterval', () => {
  const difference = (
    treated: readonly number[],
    control: readonly number[],
    expected?: ReadonlyMap<number | null, number>,
  ) => {
    const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const n = treated.length + control.length;
    const influence = Float64Array.from([
      ...treated.map((v) => (n / treated.length) * (v - mean(treated))),
      ...control.map((v) => -(n / control.length) * (v - mean(control))),
    ]);
    const groups = [...treated.map(() => ({ group: 1 })), ...control.map(() => ({ group: null }))];
    return influenceInterval(mean(treated) - mean(control), influence, groups, {
      level: 0.95,
      ...(expected === undefined ? {} : { expected }),
    });
  };
  const welch = (treated: readonly number[], control: readonly number[]) => {
    const found = twoMeans({ values: treated }, { values: control }, 0.95);
    if (isRefused(found)) throw new Error(found.sentence);
    return found;
  };

  test('on two groups it has the error of Welch’s comparison, and nearly its bounds', () => {
    const [treated, control] = [
      [4, 7, 5, 9, 6],
      [3, 2, 5, 4, 4, 3, 6],
    ];
    const found = difference(treated, control);
    const usual = welch(treated, control);
    expect(found.smallSampleSe).toBeCloseTo(usual.se ?? Number.NaN, 10);
    expect(found.lower).toBeCloseTo(usual.lower ?? Number.NaN, 1);
    expect(found.se).toBeLessThan(found.smallSampleSe ?? 0);
  });

  test('what each group is expected to bring sets how wide it is: all from two units, Student’s law with one degree', () => {
    const [treated, control] = [
      [4, 7],
      [3, 2, 5, 4],
    ];
    const width = (expected: ReadonlyMap<number | null, number>) => {
      const { lower, upper, smallSampleSe } = difference(treated, control, expected);
      return ((upper ?? 0) - (lower ?? 0)) / 2 / (smallSampleSe ?? 0);
    };
    const oneDegree = 12.706204736432095;
    const threeDegrees = 3.1824463052842624;
    const [mostly, hardly] = [
      new Map([
        [1, 1],
        [null, 1e-9],
      ]),
      new Map([
        [1, 1e-9],
        [null, 1],
      ]),
    ];
    expect(width(mostly) / oneDegree).toBeCloseTo(1, 4);
    expect(width(hardly) / threeDegrees).toBeCloseTo(1, 6);
    expect(
      width(
        new Map([
          [1, 1],
          [null, 1],
        ]),
      ),
    ).toBeLessThan(width(mostly));
  });

  test('what all units of a group share is no chance: it changes nothing', () => {
    const [own, groups] = [[0.4, -0.1, -0.3, 0.7, -0.2, -0.5], of([3, 3, 3, null, null, null])] as const;
    const read = (shift: number) =>
      influenceInterval(
        1,
        Float64Array.from(own, (value, i) => value + (groups[i]?.group === 3 ? shift : -shift)),
        groups,
        { level: 0.95 },
      );
    expect(read(0.6).smallSampleSe).toBeCloseTo(read(0).smallSampleSe ?? Number.NaN, 10);
    expect(read(0.6).lower).toBeCloseTo(read(0).lower ?? Number.NaN, 10);
  });

  test('three units a group, varying alike or not, are held 95 times in 100', () => {
    for (const spread of [1, 3]) {
      const random = seededRandom(6);
      let covered = 0;
      for (let k = 0; k < 2_000; k++) {
        const draw = (sd: number) => Array.from({ length: 3 }, () => sd * normalDraw(random));
        const { lower, upper } = difference(draw(spread), draw(1));
        if ((lower ?? 1) <= 0 && 0 <= (upper ?? -1)) covered++;
      }
      expect(covered / 2_000).toBeGreaterThan(0.92);
      expect(covered / 2_000).toBeLessThan(0.97);
    }
  });

  test('groups of one unit are counted, and nothing varying gives no bounds', () => {
    const found = influenceInterval(1, Float64Array.from([0, 0, 0]), of([3, null, null]), {
      level: 0.95,
      restsOn: [3],
    });
    expect(found).toMatchObject({ lone: 1, lower: null, upper: null, smallSampleSe: null });
  });

  test('units that count unequally leave the degrees of freedom of the two first moments of their variance', () => {
    const units = [
      { group: 1, weight: 4, leverage: 0.5, passed: 9 },
      { group: 1, weight: 1, leverage: 0.3, passed: 2 },
      { group: 1, weight: 2, leverage: 0.1, passed: 2 },
      { group: 1, weight: 3, leverage: 0.4, passed: 1 },
    ];
    const found = influenceInterval(0, Float64Array.from([3, -1, 0.5, -2.5]), units, { level: 0.95 });
    // M = (I - w 1') D (I - 1 w'), entry by entry.
    const w = units.map(({ weight }) => weight / 10);
    const s2 = w.reduce((sum, own) => sum + own ** 2, 0);
    const h = units.map(({ leverage }, i) => Math.max(leverage, 2 * (w[i] ?? 0) - s2));
    const d = units.map(({ passed }, i) => passed / (1 - (h[i] ?? 0)));
    const centring = (i: number, j: number) => (i === j ? 1 : 0) - (w[j] ?? 0);
    const m = (a: number, b: number) =>
      d.reduce((sum, own, i) => sum + centring(i, a) * own * centring(i, b), 0);
    const all = [0, 1, 2, 3];
    const trace = all.reduce((sum, i) => sum + m(i, i), 0);
    const squared = all.flatMap((i) => all.map((j) => m(i, j) ** 2)).reduce((sum, value) => sum + value, 0);
    const reached = (found.upper ?? 0) / (found.smallSampleSe ?? 0);
    expect(reached).toBeCloseTo(tQuantile(0.975, trace ** 2 / squared), 6);
    const squares = [3, -1, 0.5, -2.5].reduce((sum, psi, i) => sum + psi ** 2 / (1 - (h[i] ?? 0)), 0);
    expect(found.smallSampleSe).toBeCloseTo(Math.sqrt(squares) / 4, 10);
  });

  test('however unequal the weights, the variance is that of the weighted mean, on average', () => {
    const random = seededRandom(15);
    for (const weights of [
      [1, 1, 1],
      [5, 2, 1, 1],
      [40, 1, 1],
    ]) {
      const whole = weights.reduce((sum, w) => sum + w, 0);
      const truth = weights.reduce((sum, w) => sum + (w / whole) ** 2, 0);
      const draws = 4_000;
      let sum = 0;
      for (let k = 0; k < draws; k++) {
        const values = weights.map(() => normalDraw(random));
        const mean = values.reduce((all, v, i) => all + v * (weights[i] ?? 0), 0) / whole;
        const influence = Float64Array.from(
          values,
          (v, i) => ((weights.length * (weights[i] ?? 0)) / whole) * (v - mean),
        );
        const units = weights.map((weight) => ({ group: 1, weight }));
        sum += (influenceInterval(mean, influence, units, { level: 0.95 }).smallSampleSe ?? 0) ** 2;
      }
      expect(sum / draws / truth).toBeGreaterThan(0.92);
      expect(sum / draws / truth).toBeLessThan(1.08);
    }
  });

  test('what is shared in proportion to weights is no chance either', () => {
    const weights = [4, 1, 2, 3];
    const read = (shift: number) =>
      influenceInterval(
        0,
        Float64Array.from([3, -1, 0.5, -2.5], (psi, i) => psi + shift * (weights[i] ?? 0)),
        weights.map((weight) => ({ group: 1, weight })),
        { level: 0.95 },
      );
    expect(read(0.8).smallSampleSe).toBeCloseTo(read(0).smallSampleSe ?? Number.NaN, 10);
  });

  test('a unit compared with itself alone takes its share of what is expected of its group', () => {
    const seen = [{ group: 1 }, { group: 1 }, { group: 1, leverage: 1, passed: 2 }];
    const read = (part: number) =>
      influenceInterval(0, Float64Array.from([1, -1, 0]), seen, {
        level: 0.95,
        expected: new Map([[1, part]]),
      }).smallSampleSe ?? Number.NaN;
    expect(read(8) ** 2 - read(4) ** 2).toBeCloseTo(2, 10);
  });

  test('with clusters, their number less one', () => {
    const options = { level: 0.95, clusters: ['a', 'a', 'b', 'b'] };
    const found = influenceInterval(0, Float64Array.from([1, 2, -1, -3]), of([1, 1, null, null]), options);
    expect(found.smallSampleSe).toBe(found.se);
    expect(found.upper).toBeCloseTo(12.706204736432095 * (found.se ?? 0), 8);
  });
});
