import { describe, expect, it } from 'vitest';
import { adjustRisk, adjustRiskDifference } from './linkage-error.ts';
import { isRefused, type Refused } from './refused.ts';
import { seededRandom } from './seeded-random.ts';

function given<T extends object>(result: T | Refused): T {
  if (isRefused(result)) throw new Error(result.sentence);
  return result;
}

/** People who had the outcome are missed at a rate, those who did not are linked at another. */
function linkedEvents(random: () => number, n: number, risk: number, missed: number, wrong: number): number {
  let events = 0;
  for (let k = 0; k < n; k++) if (random() < (random() < risk ? 1 - missed : wrong)) events++;
  return events;
}

describe('adjustRisk', () => {
  it('recovers the true risk, and covers it, when rates come from a checked sample', () => {
    const random = seededRandom(18);
    const replications = 800;
    let [covered, narrow, sum] = [0, 0, 0];
    for (let k = 0; k < replications; k++) {
      const events = linkedEvents(random, 1500, 0.2, 0.15, 0.02);
      const share = (n: number, p: number) => {
        const rate = Array.from({ length: n }, random).filter((u) => u < p).length / n;
        return { rate, se: Math.sqrt((rate * (1 - rate)) / n) };
      };
      const [missed, wrong] = [share(150, 0.15), share(400, 0.02)];
      const rates = { missed: missed.rate, false: wrong.rate };
      const wide = given(
        adjustRisk({ events, n: 1500 }, { ...rates, missedSe: missed.se, falseSe: wrong.se }),
      );
      const tight = given(adjustRisk({ events, n: 1500 }, rates));
      sum += wide.adjusted;
      if ((wide.lower ?? 1) < 0.2 && 0.2 < (wide.upper ?? 0)) covered++;
      if ((tight.lower ?? 1) < 0.2 && 0.2 < (tight.upper ?? 0)) narrow++;
    }
    expect(sum / replications).toBeCloseTo(0.2, 2);
    expect(covered / replications).toBeGreaterThan(0.925);
    expect(covered / replications).toBeLessThan(0.975);
    expect(narrow).toBeLessThan(covered);
  });

  it('keeps a negative result, brought back to 0 beside it, with a warning', () => {
    const found = given(adjustRisk({ events: 5, n: 1000 }, { missed: 0.1, false: 0.02 }));
    expect(found.adjusted).toBeCloseTo(-0.015 / 0.88, 12);
    expect(found.clamped).toBe(0);
    expect(found.warning).toMatch(/ne s'accordent pas/);
  });

  it('keeps an interval without any event', () => {
    const found = given(adjustRisk({ events: 0, n: 50 }, { missed: 0.1, false: 0 }));
    expect(found.se).toBeNull();
    expect(found.upper).toBeGreaterThan(0.05);
  });

  it.each([
    [0.6, 0.4],
    [0.9, 0.3],
    [-0.1, 0.1],
    [0.1, 1.2],
    [Number.NaN, 0.1],
  ])('refuses impossible rates %d and %d', (missed, wrong) => {
    expect(adjustRisk({ events: 5, n: 10 }, { missed, false: wrong })).toMatchObject({
      error: 'not-identified',
    });
  });

  it('refuses nobody, and more outcomes than people', () => {
    const rates = { missed: 0.1, false: 0 };
    expect(adjustRisk({ events: 0, n: 0 }, rates)).toMatchObject({ error: 'empty-group' });
    expect(adjustRisk({ events: 11, n: 10 }, rates)).toMatchObject({ error: 'invalid-input' });
  });
});

describe('adjustRiskDifference', () => {
  const [treated, control] = [
    { events: 300, n: 1500 },
    { events: 200, n: 1500 },
  ];

  it('undoes the dilution that missed matches cause', () => {
    const { riskDifference } = given(adjustRiskDifference(treated, control, { missed: 0.2, false: 0 }));
    expect(riskDifference).toBeCloseTo(100 / 1500 / 0.8, 12);
  });

  it('widens with the effect: known rates leave its distance from 0, in standard errors, as it was', () => {
    const { riskDifference, se } = given(
      adjustRiskDifference(treated, control, { missed: 0.2, false: 0.05 }),
    );
    const plain = Math.sqrt((0.2 * 0.8) / 1500 + ((2 / 15) * (13 / 15)) / 1500);
    expect(riskDifference / (se ?? 0)).toBeCloseTo(100 / 1500 / plain, 9);
    const risk = given(adjustRisk(treated, { missed: 0.2, false: 0.05 }));
    expect(risk.se).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 1500) / 0.75, 12);
  });

  it('lets each arm have its own rates: a difference in linkage alone is not an effect', () => {
    const { riskDifference } = given(
      adjustRiskDifference(
        { events: 180, n: 1000 },
        { events: 160, n: 1000 },
        { treated: { missed: 0.1, false: 0 }, control: { missed: 0.2, false: 0 } },
      ),
    );
    expect(riskDifference).toBeCloseTo(0, 12);
  });

  it('widens by d/(1 - m - f) for rates estimated once for both arms', () => {
    const known = given(adjustRiskDifference(treated, control, { missed: 0.2, false: 0.01 }));
    const estimated = given(
      adjustRiskDifference(treated, control, { missed: 0.2, false: 0.01, missedSe: 0.05, falseSe: 0.01 }),
    );
    const slope = (d: number): number =>
      (given(adjustRiskDifference(treated, control, { missed: 0.2 + d, false: 0.01 })).riskDifference -
        known.riskDifference) /
      d;
    const extra = slope(1e-6) ** 2 * (0.05 ** 2 + 0.01 ** 2);
    expect((estimated.se ?? 0) ** 2).toBeCloseTo((known.se ?? 0) ** 2 + extra, 9);
  });

  it('claims no precision without any event in either arm', () => {
    const none = { events: 0, n: 10 };
    expect(adjustRiskDifference(none, none, { missed: 0.1, false: 0 })).toMatchObject({
      se: null,
      lower: null,
    });
  });
});
