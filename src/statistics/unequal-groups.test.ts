import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, test } from 'vitest';
import { normalHalfWidth } from './normal.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';
import { unequalGroupsQuantile } from './unequal-groups.ts';

const student = (level: number, df: number): number => tQuantile((1 + level) / 2, df);

describe('unequalGroupsQuantile', () => {
  test('one group, or groups in proportion to their degrees of freedom, is Student’s law', () => {
    for (const df of [1, 2, 3, 9, 50, 2_000])
      for (const level of [0.5, 0.8, 0.95, 0.999]) {
        const alone = unequalGroupsQuantile([{ share: 3, df }], level);
        expect(alone / student(level, df)).toBeCloseTo(1, 8);
        const three = unequalGroupsQuantile(
          [1, 2, 4].map((times) => ({ share: times * 0.1, df: times * df })),
          level,
        );
        expect(three / student(level, 7 * df)).toBeCloseTo(1, 8);
      }
  });

  test('between the normal law and Student’s with the fewest degrees, wider as that group brings more', () => {
    const at = (share: number) =>
      unequalGroupsQuantile(
        [
          { share, df: 1 },
          { share: 1 - share, df: 60 },
        ],
        0.95,
      );
    const found = [0.01, 0.1, 0.3, 0.6, 0.9, 0.99].map(at);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(normalHalfWidth(0.95));
    expect(found.at(-1)).toBeLessThan(student(0.95, 1));
  });

  test('shares only count relative to one another, however small or large', () => {
    const at = (unit: number) =>
      unequalGroupsQuantile(
        [2, 5, 1].map((times, i) => ({ share: times * unit, df: i + 1 })),
        0.95,
      );
    for (const unit of [1e-300, 1e-9, 1e9, 3e307]) expect(at(unit)).toBeCloseTo(at(1), 10);
  });

  test('five draws in a hundred are beyond it', () => {
    const random = seededRandom(11);
    const groups = [
      { share: 0.7, df: 1 },
      { share: 0.25, df: 2 },
      { share: 0.05, df: 9 },
    ];
    const critical = unequalGroupsQuantile(groups, 0.95);
    const chiSquared = (df: number): number =>
      Array.from({ length: df }, () => normalDraw(random) ** 2).reduce((sum, value) => sum + value, 0);
    const draws = 40_000;
    let beyond = 0;
    for (let k = 0; k < draws; k++) {
      const variance = groups.reduce((sum, { share, df }) => sum + (share * chiSquared(df)) / df, 0);
      if (Math.abs(normalDraw(random)) > critical * Math.sqrt(variance)) beyond++;
    }
    expect(Math.abs(beyond / draws - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / draws));
  });
});
