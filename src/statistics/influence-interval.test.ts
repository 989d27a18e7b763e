import { describe, expect, test } from 'vitest';
import { influenceInterval } from './influence-interval.ts';
import { isRefused } from './refused.ts';
import { twoMeans } from './two-means.ts';

describe('influenceInterval', () => {
  test('on two groups it is Welch’s interval for the difference of two means', () => {
    const treated = [4, 7, 5, 9, 6];
    const control = [3, 2, 5, 4, 4, 3, 6];
    const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const n = treated.length + control.length;
    const influence = Float64Array.from([
      ...treated.map((v) => (n / treated.length) * (v - mean(treated))),
      ...control.map((v) => -(n / control.length) * (v - mean(control))),
    ]);
    const groups = [...treated.map(() => 1), ...control.map(() => null)];
    const estimate = mean(treated) - mean(control);
    const found = influenceInterval(estimate, influence, groups, { level: 0.95 });
    const welch = twoMeans({ values: treated }, { values: control }, 0.95);
    if (isRefused(welch)) throw new Error(welch.sentence);
    expect(found.smallSampleSe).toBeCloseTo(welch.se ?? Number.NaN, 10);
    expect(found.df).toBeCloseTo(welch.df ?? Number.NaN, 8);
    expect(found.lower).toBeCloseTo(welch.lower ?? Number.NaN, 8);
    expect(found.se).toBeLessThan(found.smallSampleSe ?? 0);
  });

  test('groups of one unit are counted, and nothing varying gives no bounds', () => {
    const found = influenceInterval(1, Float64Array.from([0, 0, 0]), [3, null, null], {
      level: 0.95,
      restsOn: [3],
    });
    expect(found).toMatchObject({ lone: 1, lower: null, upper: null, smallSampleSe: null });
  });

  test('with clusters, their number less one', () => {
    const options = { level: 0.95, clusters: ['a', 'a', 'b', 'b'] };
    const found = influenceInterval(0, Float64Array.from([1, 2, -1, -3]), [1, 1, null, null], options);
    expect(found.df).toBe(1);
    expect(found.smallSampleSe).toBe(found.se);
  });
});
