import { describe, expect, test } from 'vitest';
import { covariateBalance, worstBalance } from '../src/statistics/balance.ts';
import { firstStageCheck } from '../src/statistics/complier-effect.ts';
import { covariateMatrix } from '../src/statistics/covariates.ts';
import { pretrendTest } from '../src/statistics/pretrend-test.ts';
import { overlapOf, propensityModel } from '../src/statistics/propensity.ts';
import { sampleRatioMismatch } from '../src/statistics/sample-ratio.ts';
import { normalDraw, seededRandom } from '../src/statistics/seeded-random.ts';
import { falseAlarm, naiveAlarm } from './worlds/looks.ts';
import { effectsOf, territories } from './worlds/rollouts.ts';

/** Share of `runs` seeded worlds in which `happens`. */
function share(runs: number, seed: number, happens: (random: () => number) => boolean): number {
  const random = seededRandom(seed);
  let count = 0;
  for (let k = 0; k < runs; k++) if (happens(random)) count++;
  return count / runs;
}

const successes = (random: () => number, n: number, p: number): number => {
  let k = 0;
  for (let i = 0; i < n; i++) if (random() < p) k++;
  return k;
};

describe('looking every week for a year', () => {
  test('the sequence errs at most 5 times in 100, the usual interval far more', () => {
    expect(share(1_000, 1, (random) => falseAlarm(random))).toBeLessThanOrEqual(0.05);
    expect(share(1_000, 1, (random) => naiveAlarm(random))).toBeGreaterThan(0.2);
  });
});

describe('when an assumption does not hold, its check says so', () => {
  test('a draw that lost people of one group', () => {
    const flagged = (kept: number) => (random: () => number) => {
      const found = sampleRatioMismatch(
        [successes(random, 20_000, 0.5), Math.round(kept * successes(random, 20_000, 0.5))],
        [0.5, 0.5],
      );
      return !('error' in found) && !found.passed;
    };
    expect(share(500, 2, flagged(1))).toBeLessThan(0.02);
    expect(share(500, 2, flagged(0.93))).toBeGreaterThan(0.9);
  });

  test('an offer that moves nobody', () => {
    const passes = (takeUp: number) => (random: () => number) => {
      const assigned = Array.from({ length: 1_000 }, (_, i) => i % 2);
      const received = assigned.map((offer) => (random() < (offer === 1 ? takeUp : 0.1) ? 1 : 0));
      const found = firstStageCheck({ assigned, received, counts: assigned.map(() => 1) });
      return !('error' in found) && found.passed;
    };
    expect(share(500, 3, passes(0.1))).toBeLessThan(0.02);
    expect(share(500, 3, passes(0.3))).toBeGreaterThan(0.95);
  });

  test('groups that do not overlap', () => {
    const passes = (slope: number) => (random: () => number) => {
      const x = Array.from({ length: 600 }, () => normalDraw(random));
      const treated = x.map((value) => (random() < 1 / (1 + Math.exp(-slope * value)) ? 1 : 0));
      const counts = x.map(() => 1);
      const covariates = covariateMatrix([{ name: 'x', values: x }]);
      const model = propensityModel({ treated, counts, covariates });
      return !('error' in model) && overlapOf(model.probabilities, treated, counts).passed;
    };
    expect(share(300, 4, passes(0.7))).toBeGreaterThan(0.95);
    expect(share(300, 4, passes(9))).toBeLessThan(0.05);
  });

  test('a group that chose, taken for a draw', () => {
    const alike = (tilt: number) => (random: () => number) => {
      const x = Array.from({ length: 2_000 }, () => (random() < 0.5 ? 1 : 0));
      const treated = x.map((value) => (random() < 0.4 + tilt * value ? 1 : 0));
      const balance = covariateBalance({
        treated,
        counts: x.map(() => 1),
        covariates: covariateMatrix([{ name: 'x', values: x }]),
        denominator: 'pooled',
      });
      return Math.abs(worstBalance(balance)?.smd ?? 1) < 0.1;
    };
    expect(share(300, 5, alike(0))).toBeGreaterThan(0.95);
    expect(share(300, 5, alike(0.2))).toBeLessThan(0.05);
  });

  test('territories that were already moving apart', () => {
    const failed = (drift: number) => (random: () => number) => {
      const units = territories(random, { groups: [4, null], perGroup: 60 }).map((unit) =>
        unit.group === null
          ? unit
          : { ...unit, outcomes: unit.outcomes.map((value, p) => value + drift * p) },
      );
      return pretrendTest(effectsOf(units, 'never-treated')).status === 'failed';
    };
    expect(share(500, 6, failed(0))).toBeLessThan(0.08);
    expect(share(500, 6, failed(0.8))).toBeGreaterThan(0.9);
  });
});
