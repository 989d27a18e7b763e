import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from './seeded-random.ts';
import { uniformCriticalValue } from './uniform-band.ts';

const n = 600;
const draw = (random: () => number): Float64Array =>
  Float64Array.from({ length: n }, () => normalDraw(random));

describe('uniformCriticalValue', () => {
  it('is the pointwise one for a single estimate, or for copies of it', () => {
    const influence = draw(seededRandom(1));
    expect(uniformCriticalValue([influence], { random: seededRandom(4) })).toBeCloseTo(1.96, 1);
    const copies = [influence, influence.map((value) => 3 * value), influence.map((value) => -value)];
    expect(uniformCriticalValue(copies, { random: seededRandom(4) })).toBeCloseTo(1.96, 1);
  });

  it('is that of Šidák for independent estimates', () => {
    const random = seededRandom(3);
    const influences = Array.from({ length: 10 }, () => draw(random));
    const sidak = normalQuantile((1 + 0.95 ** (1 / 10)) / 2, 0, 1);
    expect(uniformCriticalValue(influences, { random, draws: 8000 })).toBeGreaterThan(sidak - 0.12);
    expect(uniformCriticalValue(influences, { random, draws: 8000 })).toBeLessThan(sidak + 0.12);
  });

  it('grows with clusters that move together only through their sums, and needs something to vary', () => {
    const clusters = Array.from({ length: n }, (_, i) => String(i % 30));
    const influences = [draw(seededRandom(1)), draw(seededRandom(2))];
    expect(uniformCriticalValue(influences, { random: seededRandom(5), clusters })).toBeGreaterThan(1.9);
    expect(uniformCriticalValue([new Float64Array(n)], { random: seededRandom(5) })).toBeNull();
  });

  it('gives the same value for the same seed', () => {
    const influences = [draw(seededRandom(1)), draw(seededRandom(2))];
    const value = () => uniformCriticalValue(influences, { random: seededRandom(12), draws: 500 });
    expect(value()).toBe(value());
  });
});

it('an estimate that rests on two units has a finite critical value', () => {
  const critical = uniformCriticalValue([Float64Array.from([1, 1, 0])], {
    random: seededRandom(3),
    draws: 400,
  });
  expect(critical).toBeGreaterThan(1);
  expect(critical).toBeLessThan(2);
});
