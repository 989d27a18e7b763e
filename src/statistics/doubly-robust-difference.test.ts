import { describe, expect, it } from 'vitest';
import {
  type DifferenceEstimator,
  type DifferenceSample,
  effectOnTreated,
} from './doubly-robust-difference.ts';
import { influenceError } from './influence.ts';
import { fromRows } from './linear-algebra.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

const estimators: readonly DifferenceEstimator[] = ['dr', 'ipw', 'reg'];

/** Trends depend on a covariate that also drives who is treated; the true effect on the treated is 1. */
function confounded(
  random: () => number,
  n: number,
  curve: 'linear' | 'square' = 'linear',
): DifferenceSample {
  const units = Array.from({ length: n }, () => {
    const z = normalDraw(random);
    const treated = random() < 1 / (1 + Math.exp(-(0.8 * z - 0.3)));
    const trend = curve === 'linear' ? 2 * z : 2 * z * z;
    return { z, treated, change: 0.5 + trend + (treated ? 1 : 0) + normalDraw(random) };
  });
  return {
    treated: units.map((unit) => unit.treated),
    change: units.map((unit) => unit.change),
    x: fromRows(units.map((unit) => [1, unit.z])),
  };
}

describe('effectOnTreated', () => {
  it('is the difference of mean changes without covariates, whatever the estimator', () => {
    const treated = [true, true, true, false, false, false, false];
    const change = [3, 5, 7, 1, 2, 2, 5];
    const x = fromRows(treated.map(() => [1]));
    for (const estimator of estimators) {
      const effect = effectOnTreated({ treated, change, x }, estimator);
      expect(effect?.att).toBeCloseTo(2.5, 10);
      // Population variances: 8/3 over 3, 9/4 over 4.
      expect(influenceError(effect?.influence ?? new Float64Array())).toBeCloseTo(
        Math.sqrt(8 / 9 + 9 / 16),
        10,
      );
    }
  });

  it.each(estimators)(
    '%s: the effect is the sum of the changes by their loads, weights included',
    (estimator) => {
      const random = seededRandom(3);
      const sample = { ...confounded(random, 60), weights: Array.from({ length: 60 }, () => 0.5 + random()) };
      const { att, loads } = effectOnTreated(sample, estimator) ?? { att: Number.NaN, loads: [] };
      const read = (change: readonly number[]) => effectOnTreated({ ...sample, change }, estimator)?.att;
      expect(sample.change.reduce((sum, value, i) => sum + value * (loads[i] ?? 0), 0)).toBeCloseTo(att, 9);
      for (const moved of [0, 17, 41]) {
        const change = sample.change.map((value, i) => value + (i === moved ? 1 : 0));
        expect(read(change)).toBeCloseTo(att + (loads[moved] ?? 0), 9);
      }
    },
  );

  it.each(estimators)(
    '%s: a unit that is alone with its covariates among controls leans on itself alone',
    (estimator) => {
      const treated = [true, true, true, true, false, false, false, false];
      const x = fromRows([1, 0, 1, 0, 0, 0, 0, 1].map((z) => [1, z]));
      const change = [3, 2, 5, 1, 0, 1, 2, 4];
      const { leverage } = effectOnTreated({ treated, change, x }, estimator) ?? { leverage: [] };
      expect([...leverage]).toEqual(
        [0.25, 0.25, 0.25, 0.25, 1 / 3, 1 / 3, 1 / 3, 1].map((h) => expect.closeTo(h, 10)),
      );
    },
  );

  it.each(estimators)(
    '%s: unbiased under confounded trends, and its error is the spread one sees',
    (estimator) => {
      const random = seededRandom(8);
      const replications = 250;
      const found = Array.from({ length: replications }, () => {
        const effect = effectOnTreated(confounded(random, 300), estimator);
        if (effect === null) throw new Error('no fit');
        return { att: effect.att, se: influenceError(effect.influence) ?? 0 };
      });
      const mean = found.reduce((sum, { att }) => sum + att, 0) / replications;
      const spread = Math.sqrt(
        found.reduce((sum, { att }) => sum + (att - mean) ** 2, 0) / (replications - 1),
      );
      const claimed = found.reduce((sum, { se }) => sum + se, 0) / replications;
      expect(Math.abs(mean - 1)).toBeLessThan((4 * spread) / Math.sqrt(replications));
      expect(claimed / spread).toBeGreaterThan(0.82);
      expect(claimed / spread).toBeLessThan(1.18);
    },
  );

  it('dr stays right when the outcome model is wrong and the treatment model right; reg does not', () => {
    const random = seededRandom(15);
    const sample = confounded(random, 60_000, 'square');
    expect(Math.abs((effectOnTreated(sample, 'dr')?.att ?? 0) - 1)).toBeLessThan(0.12);
    expect(Math.abs((effectOnTreated(sample, 'reg')?.att ?? 0) - 1)).toBeGreaterThan(0.25);
  });

  it('has no answer when a covariate separates the groups', () => {
    const treated = [true, true, true, false, false, false];
    const x = fromRows(treated.map((is, i) => [1, (is ? 10 : 0) + i]));
    expect(effectOnTreated({ treated, change: [1, 2, 3, 4, 5, 7], x }, 'dr')).toBeNull();
  });
});
