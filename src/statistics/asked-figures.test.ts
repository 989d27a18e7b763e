import { describe, expect, it } from 'vitest';
import { calibratedProxy } from './calibrated-proxy.ts';
import { isRefused, type Refused } from './refused.ts';
import { responseRates } from './response-rates.ts';
import { sampleTimesVolume, summarise } from './sample-times-volume.ts';
import { normalDraw, seededRandom } from './seeded-random.ts';

function given<T extends object>(result: T | Refused): T {
  if (isRefused(result)) throw new Error(result.sentence);
  return result;
}

describe('sampleTimesVolume', () => {
  it('has Goodman’s variance when the volume is estimated too', () => {
    const { se } = given(sampleTimesVolume({ n: 4, mean: 2, sd: 2 }, { value: 10, se: 5 }));
    expect(se).toBeCloseTo(Math.sqrt(100 * 1 + 4 * 25 + 1 * 25), 10);
  });

  it('is the t-interval of the mean, times the volume', () => {
    // 2, 3, 4: mean 3, sd 1, t(2) at 97.5 % is 4.302653.
    const product = given(sampleTimesVolume(summarise([2, 3, 4]), { value: 40_000, se: 0 }));
    expect(product.estimate).toBe(120_000);
    expect(product.lower).toBeCloseTo(40_000 * (3 - 4.302653 / Math.sqrt(3)), -1);
    expect(product.upper).toBeCloseTo(40_000 * (3 + 4.302653 / Math.sqrt(3)), -1);
  });

  it('covers the product when the volume too is estimated', () => {
    const random = seededRandom(14);
    const replications = 1500;
    let covered = 0;
    for (let k = 0; k < replications; k++) {
      const hours = Array.from({ length: 60 }, () => 2 + normalDraw(random));
      const volume = 1000 + 80 * normalDraw(random);
      const { lower, upper } = given(sampleTimesVolume(summarise(hours), { value: volume, se: 80 }));
      if ((lower ?? 1e9) < 2000 && 2000 < (upper ?? 0)) covered++;
    }
    expect(covered / replications).toBeGreaterThan(0.93);
    expect(covered / replications).toBeLessThan(0.97);
  });

  it('gives no interval for a sample without spread, and refuses one measure or no volume', () => {
    expect(sampleTimesVolume(summarise([2, 2, 2]), { value: 10, se: 1 })).toMatchObject({
      lower: null,
      se: null,
    });
    expect(sampleTimesVolume(summarise([2]), { value: 10, se: 0 })).toMatchObject({ error: 'empty-group' });
    expect(sampleTimesVolume(summarise([2, 3]), { value: 0, se: 0 })).toMatchObject({
      error: 'not-identified',
    });
  });
});

describe('calibratedProxy', () => {
  it('is the count times the interval of the share when the count is exact', () => {
    const { estimate, lower, upper, share } = given(calibratedProxy({ value: 400 }, { events: 25, n: 100 }));
    expect(estimate).toBe(100);
    expect(lower).toBeCloseTo(400 * share.lower, 9);
    expect(upper).toBeCloseTo(400 * share.upper, 9);
  });

  it('covers the product when the proxy too is estimated', () => {
    const random = seededRandom(3);
    const replications = 1500;
    let covered = 0;
    for (let k = 0; k < replications; k++) {
      const value = 400 + 40 * normalDraw(random);
      const events = Array.from({ length: 80 }, random).filter((u) => u < 0.25).length;
      const half = 1.96 * 40;
      const { lower, upper } = given(
        calibratedProxy({ value, lower: value - half, upper: value + half }, { events, n: 80 }),
      );
      if (lower < 100 && 100 < upper) covered++;
    }
    expect(covered / replications).toBeGreaterThan(0.93);
    expect(covered / replications).toBeLessThan(0.975);
  });

  it('keeps an upper bound when nobody called had the effect', () => {
    const { estimate, lower, upper } = given(
      calibratedProxy({ value: 400, lower: 350, upper: 450 }, { events: 0, n: 20 }),
    );
    expect([estimate, lower]).toEqual([0, 0]);
    expect(upper).toBeCloseTo(450 * 0.16112516, 4);
    expect(calibratedProxy({ value: 400 }, { events: 0, n: 0 })).toMatchObject({ error: 'empty-group' });
    expect(calibratedProxy({ value: 0 }, { events: 1, n: 9 })).toMatchObject({ error: 'not-identified' });
  });
});

describe('responseRates', () => {
  it('shows who answered and weighs them for those who did not', () => {
    const rates = given(
      responseRates([
        { name: 'jeunes', sampled: 200, responded: 50 },
        { name: 'autres', sampled: 100, responded: 70 },
        { name: 'sans téléphone', sampled: 10, responded: 0 },
      ]),
    );
    expect(rates.rate).toBeCloseTo(120 / 310, 12);
    expect(rates.classes.map(({ weight }) => weight)).toEqual([4, 100 / 70, null]);
    expect(rates.silent).toEqual(['sans téléphone']);
    expect(rates.sentence).toBe(
      "Sur 100 personnes interrogées, 39 ont répondu. Personne n'a répondu dans : sans téléphone.",
    );
  });

  it('refuses more answers than questions', () => {
    expect(responseRates([{ name: 'a', sampled: 3, responded: 4 }])).toMatchObject({
      error: 'invalid-input',
    });
  });
});
