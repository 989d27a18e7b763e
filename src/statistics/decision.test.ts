import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costPerOutcome } from './cost-per-outcome.ts';
import { equivalence } from './equivalence.ts';
import { fieller } from './fieller.ts';
import { normalPosterior, probabilityExceeds } from './normal-posterior.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';
import { netBenefit, perfectInformation, sampleInformation, valueOfWaiting } from './value-of-information.ts';

describe('fieller', () => {
  it('has bounds at which the ratio is exactly z standard errors away', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 9, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        (a, b, va, vb, correlation) => {
          const covariance = correlation * Math.sqrt(va * vb);
          const found = fieller({
            numerator: a,
            denominator: b,
            varNumerator: va,
            varDenominator: vb,
            covariance,
          });
          const clear = b * b > 1.959964 ** 2 * vb;
          if (Math.abs(b * b - 1.959964 ** 2 * vb) < 1e-3) return;
          expect(found.bounded).toBe(clear);
          for (const r of [found.lower, found.upper, ...(found.excluded ?? [])]) {
            if (r === null) continue;
            const variance = va - 2 * r * covariance + r * r * vb;
            expect(Math.abs(a - r * b) / Math.sqrt(variance)).toBeCloseTo(1.959964, 3);
          }
          if (!clear) expect([found.lower, found.upper]).toEqual([null, null]);
        },
      ),
      { numRuns: 300, seed: 9 },
    );
  });

  it('covers the true ratio, where ratio ± delta error would not keep its level', () => {
    const random = seededRandom(2);
    const replications = 4000;
    let covered = 0;
    for (let k = 0; k < replications; k++) {
      const [numerator, denominator] = [50 + 4 * normalDraw(random), 0.02 + 0.006 * normalDraw(random)];
      const found = fieller({
        numerator,
        denominator,
        varNumerator: 16,
        varDenominator: 3.6e-5,
        covariance: 0,
      });
      const [low, high] = found.excluded ?? [Number.NaN, Number.NaN];
      const inside = found.bounded
        ? (found.lower ?? 0) < 2500 && 2500 < (found.upper ?? 0)
        : !(low < 2500 && 2500 < high);
      if (inside) covered++;
    }
    expect(covered / replications).toBeGreaterThan(0.94);
    expect(covered / replications).toBeLessThan(0.96);
  });

  it('prints no bound without variance, nor with a denominator of 0', () => {
    const certain = { numerator: 1, denominator: 1, varNumerator: 0, varDenominator: 0, covariance: 0 };
    expect(fieller(certain)).toMatchObject({ ratio: 1, lower: null, upper: null, bounded: false });
    expect(fieller({ ...certain, denominator: 0, varDenominator: 1 })).toMatchObject({
      ratio: null,
      bounded: false,
    });
  });
});

describe('normalPosterior', () => {
  it('is the belief that weighting prior draws by the likelihood gives', () => {
    const random = seededRandom(7);
    let [weights, sum, above] = [0, 0, 0];
    for (let k = 0; k < 200_000; k++) {
      const effect = 0.02 * normalDraw(random);
      const weight = Math.exp(-(((0.021 - effect) / 0.009) ** 2) / 2);
      weights += weight;
      sum += weight * effect;
      if (effect > 0.01) above += weight;
    }
    const belief = normalPosterior({ mean: 0.021, sd: 0.009 }, { mean: 0, sd: 0.02 });
    expect(belief.mean).toBeCloseTo(sum / weights, 3);
    expect(probabilityExceeds(belief, 0.01)).toBeCloseTo(above / weights, 2);
  });
});

describe('value of information', () => {
  const belief = { mean: 12, sd: 30 };

  it('is what the better decision gains on average, in a simulation', () => {
    const random = seededRandom(5);
    let [perfect, study] = [0, 0];
    const trials = 200_000;
    for (let k = 0; k < trials; k++) {
      const truth = 12 + 30 * normalDraw(random);
      perfect += Math.max(0, truth);
      const seen = truth + 40 * normalDraw(random);
      const { mean } = normalPosterior({ mean: seen, sd: 40 }, belief);
      if (mean > 0) study += truth;
    }
    expect(perfectInformation(belief)).toBeCloseTo(perfect / trials - 12, 0);
    expect(sampleInformation(belief, 40)).toBeCloseTo(study / trials - 12, 0);
  });

  it('tends to perfect information as the study grows, to nothing as it shrinks', () => {
    expect(sampleInformation(belief, 1e-9)).toBeCloseTo(perfectInformation(belief), 9);
    expect(sampleInformation(belief, 1e9)).toBeCloseTo(0, 9);
    expect(perfectInformation({ mean: 12, sd: 0 })).toBe(0);
    expect(perfectInformation({ mean: -12, sd: 30 })).toBeCloseTo(perfectInformation(belief), 12);
  });

  it('says in euros whether to wait', () => {
    const worth = valueOfWaiting(belief, { se: 20, usersAfter: 10_000, usersMeanwhile: 500, cost: 20_000 });
    expect(worth.net).toBeCloseTo(10_000 * sampleInformation(belief, 20) - 20_000, 6);
    expect(worth.sentence).toMatch(/^Attendre cette étude vaut \d+\s\d+ € de plus/);
    const stopped = valueOfWaiting(belief, { se: 20, usersAfter: 100, usersMeanwhile: 5000, cost: 0 }, false);
    expect(stopped.forgone).toBe(60_000);
    expect(stopped.sentence).toMatch(/mieux vaut décider aujourd'hui/);
  });
});

describe('netBenefit', () => {
  it('is the value of the outcomes gained, less the cost', () => {
    const belief = netBenefit({ mean: 0.02, sd: 0.01 }, { valuePerOutcome: 2000, costPerUser: 15 });
    expect(belief).toEqual({ mean: 25, sd: 20 });
  });
});

describe('costPerOutcome', () => {
  const service = { cost: 150_000, costSe: 0, users: 10_000 };

  it('is the cost over the outcomes gained, each bound at the other bound of the effect', () => {
    const found = costPerOutcome(service, { estimate: 0.02, se: 0.004 });
    expect(found.ratio).toBeCloseTo(750, 9);
    expect(found.lower).toBeCloseTo(15 / (0.02 + 1.959964 * 0.004), 3);
    expect(found.upper).toBeCloseTo(15 / (0.02 - 1.959964 * 0.004), 3);
    expect(found.sentence).toMatch(/^Chaque effet supplémentaire coûte entre 5\d\d € et 1\s\d{3} €\.$/);
  });

  it('has no bound when the effect may be null, and is no cost when the effect is negative', () => {
    const unclear = costPerOutcome(service, { estimate: 0.004, se: 0.004 });
    expect(unclear).toMatchObject({ bounded: false, lower: null, upper: null });
    expect(unclear.sentence).toMatch(/n'est pas borné/);
    expect(costPerOutcome(service, { estimate: -0.02, se: 0.004 }).sentence).toMatch(/moins souvent/);
  });
});

describe('equivalence', () => {
  it.each([
    [0.001, 0.002, 'too-small-to-matter'],
    [0.03, 0.005, 'matters'],
    [-0.03, 0.005, 'matters'],
    [0.001, 0.02, 'cannot-tell'],
    [0.009, 0.002, 'cannot-tell'],
  ] as const)('%d ± %d against 0.01: %s', (estimate, se, verdict) => {
    const found = equivalence(estimate, se, 0.01);
    expect(found.verdict).toBe(verdict);
    // The 90 % interval lies inside the margin exactly when the test says so.
    expect(found.lower > -0.01 && found.upper < 0.01).toBe(verdict === 'too-small-to-matter');
  });

  it('errs at most 5 % when the effect is exactly at the margin', () => {
    const random = seededRandom(23);
    const trials = 4000;
    const wrong = Array.from({ length: trials }, () =>
      equivalence(0.01 + 0.003 * normalDraw(random), 0.003, 0.01),
    );
    const rate = wrong.filter(({ verdict }) => verdict === 'too-small-to-matter').length / trials;
    expect(rate).toBeGreaterThan(0.04);
    expect(rate).toBeLessThan(0.06);
  });
});
