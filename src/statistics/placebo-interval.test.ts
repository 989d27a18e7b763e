import { describe, expect, test } from 'vitest';
import { placeboInterval } from './placebo-interval.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';
import { placeboTest, syntheticControl } from './synthetic-control.ts';

/** Territories that share two common movements, the first one raised by `effect` at the last four periods. */
function territories(random: () => number, count: number, effect: (t: number) => number) {
  const factors = Array.from({ length: 16 }, () => [normalDraw(random), normalDraw(random)]);
  return Array.from({ length: count }, (_, j) => {
    const loads = [random(), random()];
    const values = factors.map(
      ([a = 0, b = 0], t) =>
        10 +
        (loads[0] ?? 0) * 3 * a +
        (loads[1] ?? 0) * 3 * b +
        0.5 * normalDraw(random) +
        (j === 0 && t >= 12 ? effect(t - 12) : 0),
    );
    return { unit: String(j), pre: values.slice(0, 12), post: values.slice(12) };
  });
}

function read(random: () => number, count: number, effect: (t: number) => number) {
  const [treated, ...pool] = territories(random, count, effect);
  if (treated === undefined) throw new Error('nobody');
  const fit = syntheticControl(treated, pool);
  const test = placeboTest(treated, pool);
  return { fit, test, interval: placeboInterval(fit, test) };
}

describe('placeboInterval', () => {
  test('holds the mean effect 95 times in 100, constant or growing, and no more', () => {
    const random = seededRandom(4);
    const replications = 400;
    let covered = 0;
    for (let k = 0; k < replications; k++) {
      const growing = k % 2 === 0;
      const { interval } = read(random, 20, (t) => (growing ? t + 1 : 2));
      const mean = growing ? 2.5 : 2;
      if (interval !== null && interval.lower <= mean && mean <= interval.upper) covered++;
    }
    expect(covered / replications).toBeGreaterThan(0.92);
    expect(covered / replications).toBeLessThan(0.98);
  });

  test('an effect that grows keeps an interval around its mean', () => {
    const { fit, interval } = read(seededRandom(9), 24, (t) => 20 * (t + 1));
    expect(interval?.lower).toBeLessThan(fit.meanEffect);
    expect(interval?.lower).toBeGreaterThan(0);
    expect(interval?.upper).toBeGreaterThan(fit.meanEffect);
  });

  test('with few territories the level is what their number allows; without any, nothing', () => {
    const { interval } = read(seededRandom(2), 9, () => 3);
    expect(interval?.level).toBeCloseTo(8 / 9, 12);
    const none = { pValue: null, treatedRatio: 2, placebos: [] };
    expect(placeboInterval({ meanEffect: 1, preRmspe: 1 }, none)).toBeNull();
  });
});
