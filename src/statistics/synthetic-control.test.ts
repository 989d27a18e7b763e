import { describe, expect, it } from 'vitest';
import { aggregateDifference } from './aggregate-difference.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';
import { placeboTest, syntheticControl, type TerritorySeries } from './synthetic-control.ts';

/** Territories follow two common movements, each in its own way. */
function territories(random: () => number, count: number, noise: number): TerritorySeries[] {
  const movement = Array.from({ length: 20 }, () => [normalDraw(random), normalDraw(random)] as const);
  return Array.from({ length: count }, (_, j) => {
    const [a, b] = [random(), random()];
    const values = movement.map(([f, g]) => 10 + 3 * a * f + 3 * b * g + noise * normalDraw(random));
    return { unit: `t${j}`, pre: values.slice(0, 14), post: values.slice(14) };
  });
}

describe('syntheticControl', () => {
  it('finds the effect exactly when the treated territory is a mixture of others', () => {
    const pool = territories(seededRandom(6), 8, 0);
    const [one, two] = pool as [TerritorySeries, TerritorySeries, ...TerritorySeries[]];
    const half = (a: readonly number[], b: readonly number[], more = 0) =>
      a.map((value, t) => (value + (b[t] ?? 0)) / 2 + more);
    const treated = { unit: 'x', pre: half(one.pre, two.pre), post: half(one.post, two.post, 2.5) };
    const fit = syntheticControl(treated, pool);
    expect(fit.preRmspe).toBeLessThan(1e-5);
    for (const gap of fit.gaps) expect(gap).toBeCloseTo(2.5, 4);
  });

  it('ranks the treated territory first when it alone moved, at 1 in the number of territories', () => {
    const [treated, ...pool] = territories(seededRandom(3), 20, 0.3) as [
      TerritorySeries,
      ...TerritorySeries[],
    ];
    const moved = { ...treated, post: treated.post.map((value) => value + 8) };
    expect(placeboTest(moved, pool)).toMatchObject({ pValue: 1 / 20 });
    expect(placeboTest(moved, pool).placebos).toHaveLength(19);
  });

  it('has placebo p-values spread over 0 to 1 when nothing happened', () => {
    const random = seededRandom(21);
    const pValues = Array.from({ length: 150 }, () => {
      const [treated, ...pool] = territories(random, 10, 0.5) as [TerritorySeries, ...TerritorySeries[]];
      return placeboTest(treated, pool).pValue ?? 1;
    });
    const small = pValues.filter((p) => p <= 0.2).length / pValues.length;
    expect(small).toBeGreaterThan(0.1);
    expect(small).toBeLessThan(0.32);
  });
});

describe('aggregateDifference', () => {
  it('is the difference of the two changes in mean, ranked among the others', () => {
    const pool = [
      { unit: 'a', pre: [1, 3], post: [4] },
      { unit: 'b', pre: [2, 2], post: [3] },
      { unit: 'c', pre: [5, 5], post: [6.5] },
    ];
    const treated = { unit: 'x', pre: [10, 12], post: [21] };
    const { estimate, placeboPValue } = aggregateDifference(treated, pool);
    expect(estimate).toBeCloseTo(10 - (2 + 1 + 1.5) / 3, 12);
    expect(placeboPValue).toBe(1 / 4);
    expect(aggregateDifference(treated, pool.slice(0, 1)).placeboPValue).toBeNull();
  });
});
