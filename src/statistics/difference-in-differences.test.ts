import { describe, expect, it } from 'vitest';
import { type BeforeAfterRow, twoByTwo } from './difference-in-differences.ts';
import { isRefused } from './refused.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

const cell = (treated: boolean, post: boolean, outcomes: readonly number[]): BeforeAfterRow[] =>
  outcomes.map((outcome) => ({ outcome, treated, post }));

const rows = [
  ...cell(true, false, [10, 12, 11.5]),
  ...cell(true, true, [15, 17]),
  ...cell(false, false, [8, 9, 7, 10]),
  ...cell(false, true, [9, 9.5, 12]),
];

const figures = (of: readonly BeforeAfterRow[], level?: number) => {
  const effect = twoByTwo(of, level);
  if (isRefused(effect)) throw new Error(effect.sentence);
  return effect;
};

describe('twoByTwo', () => {
  it('is the difference of the two changes in mean', () => {
    const { estimate, means, n } = figures(rows);
    expect(estimate).toBeCloseTo(16 - 33.5 / 3 - (30.5 / 3 - 8.5), 12);
    expect(means.controlBefore).toBeCloseTo(8.5, 12);
    expect(n).toBe(12);
  });

  it('has the standard errors that four separate means give', () => {
    // With one mean a cell, HC0 is the sum over cells of (sum of squares) / n²; HC1 multiplies by N / (N - 4).
    const cells = [
      [10, 12, 11.5],
      [15, 17],
      [8, 9, 7, 10],
      [9, 9.5, 12],
    ];
    const squares = cells.map((values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return { n: values.length, sum: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
    });
    const { seHC1, seClassical } = figures(rows);
    expect(seHC1).toBeCloseTo(
      Math.sqrt((12 / 8) * squares.reduce((sum, each) => sum + each.sum / each.n ** 2, 0)),
      12,
    );
    const residual = squares.reduce((sum, each) => sum + each.sum, 0) / 8;
    expect(seClassical).toBeCloseTo(
      Math.sqrt(residual * squares.reduce((sum, each) => sum + 1 / each.n, 0)),
      12,
    );
  });

  it('covers the truth when clusters have a common shock, where the classical error does not', () => {
    const random = seededRandom(41);
    let [covered, classical] = [0, 0];
    const replications = 300;
    for (let k = 0; k < replications; k++) {
      const simulated: BeforeAfterRow[] = [];
      for (let g = 0; g < 40; g++) {
        const treated = g < 20;
        for (const post of [false, true]) {
          const shock = normalDraw(random);
          for (let i = 0; i < 8; i++)
            simulated.push({
              outcome: shock + normalDraw(random) + (treated && post ? 0.7 : 0),
              treated,
              post,
              cluster: String(g),
            });
        }
      }
      const { estimate, seClassical, lower, upper } = figures(simulated);
      if (lower !== null && upper !== null && lower < 0.7 && 0.7 < upper) covered++;
      if (Math.abs(estimate - 0.7) < 1.96 * (seClassical ?? 0)) classical++;
    }
    expect(covered / replications).toBeGreaterThan(0.91);
    expect(covered / replications).toBeLessThan(0.985);
    expect(classical / replications).toBeLessThan(0.75);
  });

  it('covers the truth when few clusters of one arm vary more than many of the other', () => {
    const random = seededRandom(12);
    const replications = 1_000;
    let covered = 0;
    for (let k = 0; k < replications; k++) {
      const simulated = [5, 40].flatMap((clusters, arm) =>
        Array.from({ length: clusters }, (_, c) => {
          const level = normalDraw(random);
          return [false, true].map((post) => ({
            outcome: level + (arm === 0 ? 4 : 1) * normalDraw(random),
            treated: arm === 0,
            post,
            cluster: `${arm}-${c}`,
          }));
        }).flat(),
      );
      const { lower, upper } = figures(simulated);
      if (lower !== null && upper !== null && lower < 0 && 0 < upper) covered++;
    }
    expect(covered / replications).toBeGreaterThan(0.93);
    expect(covered / replications).toBeLessThan(0.97);
  });

  it('counts the share of a cluster alone of its kind, one that has both treated and controls', () => {
    const outlying = rows.map((row, i) => ({
      ...row,
      outcome: row.outcome + (i === 0 ? 6 : 0),
      cluster: i === 0 || i === 5 ? 'both' : `c${i}`,
    }));
    const { lower, upper, seCluster } = figures(outlying);
    expect(((upper ?? 0) - (lower ?? 0)) / 2).toBeGreaterThan(1.9 * (seCluster ?? Number.NaN));
  });

  it.each([
    ['nobody without the service', rows.map((row) => ({ ...row, treated: true })), 'not-identified'],
    ['one period', rows.map((row) => ({ ...row, post: false })), 'not-identified'],
    ['one cluster', rows.map((row) => ({ ...row, cluster: 'a' })), 'not-identified'],
    ['a group seen only before', rows.filter((row) => !(row.treated && row.post)), 'not-identified'],
    ['nobody treated', rows.map((row) => ({ ...row, treated: false })), 'empty-group'],
    ['no row', [], 'empty-group'],
  ])('refuses %s', (_, given, error) => {
    expect(twoByTwo(given)).toMatchObject({ error });
  });

  it('gives no interval when an arm is a single cluster, or when nothing varies', () => {
    const lone = figures(rows.map((row, i) => ({ ...row, cluster: row.treated ? 'one' : `c${i % 3}` })));
    expect(lone).toMatchObject({ seCluster: null, lower: null, upper: null });
    expect(lone.warnings).toHaveLength(1);
    const flat = figures(rows.map((row) => ({ ...row, outcome: row.post ? 2.3 : 1.1 })));
    expect(flat).toMatchObject({ seClassical: null, seHC1: null, lower: null, upper: null });
  });
});
