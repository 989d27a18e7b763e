import { describe, expect, test } from 'vitest';
import type { BalancingWeights } from './balancing-weights.ts';
import { cellWeights } from './cell-weights.ts';
import type { Comparison, Estimand } from './comparison.ts';
import { covariateMatrix } from './covariates.ts';
import { doublyRobustEffect } from './doubly-robust.ts';
import { entropyBalancing } from './entropy-balancing.ts';
import { inverseProbabilityWeights } from './inverse-probability-weights.ts';
import type { Refused } from './refused.ts';
import { seededRandom } from './seeded-random.ts';
import { weightedDifference } from './weighted-difference.ts';

const settled = <T extends object>(answer: T | Refused): T => {
  if ('error' in answer) throw new Error(answer.sentence);
  return answer as T;
};

/** Counts by cell, arm and outcome: zone drives both use (20 %, 50 %, 70 %) and outcome; `effect` by use. */
function observed(random: () => number, n: number, effect: number): Comparison & { cell: string[] } {
  const cells = new Map<string, number>();
  for (let i = 0; i < n; i++) {
    const zone = Math.floor(3 * random());
    const used = random() < ([0.2, 0.5, 0.7][zone] ?? 0) ? 1 : 0;
    const outcome = random() < ([0.1, 0.3, 0.5][zone] ?? 0) + effect * used ? 1 : 0;
    const key = `${zone}${used}${outcome}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  const keys = [...cells.keys()].sort();
  const cell = keys.map((key) => `z${key[0]}`);
  return {
    cell,
    treated: keys.map((key) => Number(key[1])),
    outcome: keys.map((key) => Number(key[2])),
    counts: keys.map((key) => cells.get(key) ?? 0),
    covariates: covariateMatrix([{ name: 'zone', values: cell }]),
  };
}

describe('with one category, every way of making arms alike is standardisation by cell', () => {
  const data = observed(seededRandom(4), 900, 0.1);
  const byHand = (estimand: Estimand) => {
    let [estimate, size] = [0, 0];
    for (const zone of new Set(data.cell)) {
      const arm = (which: number) => {
        const rows = [...data.cell.keys()].filter((i) => data.cell[i] === zone && data.treated[i] === which);
        const n = rows.reduce((s, i) => s + (data.counts[i] ?? 0), 0);
        return { n, mean: rows.reduce((s, i) => s + (data.counts[i] ?? 0) * (data.outcome[i] ?? 0), 0) / n };
      };
      const weight = estimand === 'ATT' ? arm(1).n : arm(1).n + arm(0).n;
      estimate += weight * (arm(1).mean - arm(0).mean);
      size += weight;
    }
    return estimate / size;
  };

  test.each(['ATE', 'ATT'] as const)('%s: same estimate and same error', (estimand) => {
    const cells = weightedDifference(data, settled(cellWeights(data, estimand)));
    const score = weightedDifference(data, settled(inverseProbabilityWeights(data, estimand)));
    const entropy = weightedDifference(data, settled(entropyBalancing(data, { estimand })));
    const robust = settled(doublyRobustEffect(data, { estimand }));
    for (const answer of [cells, score, entropy, robust])
      expect(answer.estimate).toBeCloseTo(byHand(estimand), 8);
    for (const answer of [score, entropy]) expect(answer.seStacked).toBeCloseTo(cells.seStacked ?? 0, 8);
    expect(robust.se).toBeCloseTo(cells.seStacked ?? 0, 8);
    expect(score.seFixedWeights).toBeGreaterThan(score.seStacked ?? 1);
  });
});

describe('a known effect', () => {
  const ways: Record<string, (data: ReturnType<typeof observed>) => BalancingWeights | Refused> = {
    'inverse probability': (data) => inverseProbabilityWeights(data, 'ATE'),
    entropy: (data) => entropyBalancing(data, { estimand: 'ATT' }),
    cells: (data) => cellWeights(data, 'ATE'),
  };
  test.each(Object.keys(ways))('%s covers it about 95 times in 100, without bias', (name) => {
    const random = seededRandom(21);
    const runs = 300;
    let [covered, total] = [0, 0];
    for (let k = 0; k < runs; k++) {
      const data = observed(random, 800, 0.12);
      const balancing = ways[name]?.(data);
      if (balancing === undefined) continue;
      const { estimate, lower, upper } = weightedDifference(data, settled(balancing));
      total += estimate;
      if ((lower ?? 1) < 0.12 && 0.12 < (upper ?? -1)) covered++;
    }
    expect(total / runs).toBeCloseTo(0.12, 2);
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.98);
  });
});

describe('doubly robust', () => {
  /** Outcome linear in x while the score depends on x²: the logit in x is wrong, the outcome model right. */
  test('stays right when only the outcome model is, where weighting alone is biased', () => {
    const random = seededRandom(9);
    let [robust, weighted] = [0, 0];
    const runs = 40;
    for (let k = 0; k < runs; k++) {
      const x = Array.from({ length: 800 }, () => 4 * random() - 1);
      const treated = x.map((v) => (random() < 1 / (1 + Math.exp(2 - v * v)) ? 1 : 0));
      const outcome = x.map((v, i) => 2 * v + (treated[i] ?? 0) + random());
      const data = {
        treated,
        outcome,
        counts: x.map(() => 1),
        covariates: covariateMatrix([{ name: 'x', values: x }]),
      };
      robust += settled(doublyRobustEffect(data, { estimand: 'ATE' })).estimate / runs;
      weighted += weightedDifference(data, settled(inverseProbabilityWeights(data, 'ATE'))).estimate / runs;
    }
    expect(Math.abs(robust - 1)).toBeLessThan(0.03);
    expect(Math.abs(weighted - 1)).toBeGreaterThan(0.1);
  });
});

describe('entropy balancing', () => {
  const values = [1, 2, 5, 9, 3, 4, 8, 2, 7];
  const treated = [1, 1, 1, 0, 0, 0, 0, 0, 0];
  const data = {
    treated,
    outcome: values,
    counts: values.map(() => 1),
    covariates: covariateMatrix([{ name: 'x', values }]),
  };

  test('means and, when asked, squares agree exactly', () => {
    const { weights } = settled(entropyBalancing(data, { estimand: 'ATT', moments: 2 }));
    for (const power of [1, 2]) {
      const mean = (arm: number) => {
        const rows = [...values.keys()].filter((i) => treated[i] === arm);
        const w = rows.reduce((s, i) => s + (weights[i] ?? 0), 0);
        return rows.reduce((s, i) => s + ((weights[i] ?? 0) * (values[i] ?? 0) ** power) / w, 0);
      };
      const target = (1 + 2 ** power + 5 ** power) / 3;
      expect(mean(0)).toBeCloseTo(target, 6);
      expect(mean(1)).toBeCloseTo(target, 6);
    }
  });

  test('among weights that balance, none is closer to uniform', () => {
    const { weights } = settled(entropyBalancing(data, { estimand: 'ATT' }));
    const own = [3, 4, 5, 6, 7, 8].map((i) => weights[i] ?? 0);
    const divergence = (w: readonly number[]) => w.reduce((s, v) => s + v * Math.log(v), 0);
    // Directions that keep both the sum and the mean: (x_b - x_c), (x_c - x_a), (x_a - x_b) on three units.
    for (const [a, b, c] of [
      [0, 1, 2],
      [1, 3, 5],
      [0, 4, 5],
    ] as const) {
      const x = (k: number) => values[k + 3] ?? 0;
      for (const step of [1e-3, -1e-3]) {
        const moved = own.slice();
        moved[a] = (moved[a] ?? 0) + step * (x(b) - x(c));
        moved[b] = (moved[b] ?? 0) + step * (x(c) - x(a));
        moved[c] = (moved[c] ?? 0) + step * (x(a) - x(b));
        expect(divergence(moved)).toBeGreaterThan(divergence(own));
      }
    }
  });

  test('treated units beyond every control cannot be balanced', () => {
    const beyond = covariateMatrix([{ name: 'x', values: [10, 11, 12, 9, 3, 4, 8, 2, 7] }]);
    expect(entropyBalancing({ ...data, covariates: beyond }, { estimand: 'ATT' })).toMatchObject({
      error: 'not-identified',
    });
    const constant = covariateMatrix([{ name: 'x', values: [1, 0, 1, 0, 0, 0, 0, 0, 0] }]);
    expect(entropyBalancing({ ...data, covariates: constant }, { estimand: 'ATT' })).toMatchObject({
      error: 'not-identified',
    });
  });

  test('what goes together among the controls only cannot be balanced; what always does can', () => {
    const alone = { name: 'x', values };
    const withDouble = (double: readonly number[]) =>
      covariateMatrix([
        alone,
        { name: 'double', values: double },
        { name: 'same', values: values.map(() => 0.1) },
      ]);
    const always = withDouble(values.map((value) => 2 * value));
    const balanced = settled(entropyBalancing({ ...data, covariates: always }, { estimand: 'ATT' }));
    const { weights } = settled(entropyBalancing(data, { estimand: 'ATT' }));
    balanced.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(weights[i] ?? 0, 6);
    });
    const controlsOnly = withDouble(values.map((value, i) => (treated[i] === 1 ? 7 : 2 * value)));
    expect(entropyBalancing({ ...data, covariates: controlsOnly }, { estimand: 'ATT' })).toMatchObject({
      error: 'not-identified',
    });
  });
});

test('cells with one arm only are left out and counted; none with both is refused', () => {
  const input = { treated: [1, 0, 1, 0], counts: [4, 6, 3, 5], cell: ['a', 'a', 'b', 'c'] };
  const answer = settled(cellWeights(input, 'ATT'));
  expect([...answer.weights]).toEqual([1, 4 / 6, 0, 0]);
  expect(answer.leftOut).toBe(3);
  expect(cellWeights({ ...input, cell: ['a', 'b', 'c', 'd'] }, 'ATE')).toMatchObject({
    error: 'not-identified',
  });
});
