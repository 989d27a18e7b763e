import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from './seeded-random.ts';

describe('seededRandom', () => {
  it('repeats itself for a seed, and differs from another seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('is uniform: a chi-square over 100 classes, and no link with the draw before', () => {
    const random = seededRandom(1);
    const draws = Array.from({ length: 100_000 }, random);
    const counts = new Array<number>(100).fill(0);
    for (const u of draws) counts[Math.floor(100 * u)] = (counts[Math.floor(100 * u)] ?? 0) + 1;
    const chi = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi).toBeGreaterThan(60);
    expect(chi).toBeLessThan(145);
    const product = draws.reduce((sum, u, i) => sum + (u - 0.5) * ((draws[i - 1] ?? 0.5) - 0.5), 0);
    expect(Math.abs((12 * product) / draws.length)).toBeLessThan(0.012);
  });

  it('draws standard normal numbers', () => {
    const random = seededRandom(2);
    const draws = Array.from({ length: 50_000 }, () => normalDraw(random));
    const mean = draws.reduce((sum, z) => sum + z, 0) / draws.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(draws.reduce((sum, z) => sum + z * z, 0) / draws.length).toBeCloseTo(1, 1);
    expect(draws.filter((z) => z > 1.959964).length / draws.length).toBeCloseTo(0.025, 2);
  });
});
