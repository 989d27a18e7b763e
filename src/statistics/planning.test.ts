import { describe, expect, it } from 'vitest';
import { followedShare, incidenceVariance } from './deferred-precision.ts';
import { deferredSize } from './deferred-size.ts';
import { type FigurePlan, firstHonestFigure } from './first-honest-figure.ts';
import { incidenceAt, productLimit } from './product-limit.ts';
import { isRefused, type Refused } from './refused.ts';
import { seededRandom } from './seeded-random.ts';
import { survivalSize } from './survival-size.ts';
import { detectableRisk, powerOf, sizePerArm } from './two-proportions-size.ts';

function given<T extends object>(result: T | Refused): T {
  if (isRefused(result)) throw new Error(result.sentence);
  return result;
}

describe('two proportions', () => {
  it('agrees with R 4.2.2 power.prop.test', () => {
    expect(sizePerArm(0.3, 0.2, 0.9, 0.01)).toBeCloseTo(555.499763812833, 2);
    expect(powerOf(300, 0.3, 0.2, 0.05)).toBeCloseTo(0.809025665324891, 9);
  });

  it('has the power asked for at the size found, and detects the risk found, on both sides', () => {
    for (const [p1, p2] of [
      [0.1, 0.15],
      [0.4, 0.3],
      [0.02, 0],
    ] as const) {
      expect(powerOf(sizePerArm(p1, p2, 0.85, 0.05), p1, p2, 0.05)).toBeCloseTo(0.85, 9);
    }
    for (const side of ['above', 'below'] as const) {
      const risk = detectableRisk(800, 0.1, 0.8, 0.05, side) ?? Number.NaN;
      expect(sizePerArm(0.1, risk, 0.8, 0.05)).toBeCloseTo(800, 5);
    }
    expect(detectableRisk(3, 0.5, 0.8, 0.05)).toBeNull();
  });

  it('rejects as often as it says, in a simulation', () => {
    const random = seededRandom(10);
    const n = Math.round(sizePerArm(0.3, 0.45, 0.8, 0.05));
    const trials = 1500;
    let rejected = 0;
    for (let k = 0; k < trials; k++) {
      const hits = [0.3, 0.45].map(
        (risk) => Array.from({ length: n }, random).filter((u) => u < risk).length / n,
      );
      const [a = 0, b = 0] = hits;
      const pooled = (a + b) / 2;
      if (Math.abs(a - b) > 1.959964 * Math.sqrt((2 * pooled * (1 - pooled)) / n)) rejected++;
    }
    expect(rejected / trials).toBeGreaterThan(0.77);
    expect(rejected / trials).toBeLessThan(0.84);
  });
});

describe('survivalSize', () => {
  it('expects the share of events that a simulated recruitment has', () => {
    const design = {
      hazardRatio: 1.5,
      power: 0.8,
      alpha: 0.05,
      controlHazard: 0.004,
      dropoutHazard: 0.002,
      accrual: 120,
      followUp: 60,
      allocationRatio: 2,
    };
    const random = seededRandom(5);
    const trials = 200_000;
    let events = 0;
    for (let k = 0; k < trials; k++) {
      const followed = 60 + 120 * random();
      const event = -Math.log(1 - random()) / 0.006;
      const gone = -Math.log(1 - random()) / 0.002;
      if (event <= Math.min(followed, gone)) events++;
    }
    const size = survivalSize(design);
    expect(size.eventProbabilityTreated).toBeCloseTo(events / trials, 2);
    const mean = (size.eventProbabilityControl + 2 * size.eventProbabilityTreated) / 3;
    expect(size.total * mean).toBeCloseTo(size.events, 9);
    // Without accrual everybody is followed the same time.
    const together = survivalSize({ ...design, accrual: 0, dropoutHazard: 0 });
    expect(together.eventProbabilityControl).toBeCloseTo(1 - Math.exp(-0.24), 12);
  });
});

describe('deferred outcomes', () => {
  const partial = { accrual: 90, wait: 60, delay: 20, dropoutHazard: 0.001 };

  it('is the binomial variance, and the two-proportion size, once everybody is followed', () => {
    const complete = { accrual: 90, wait: 120, delay: 20, dropoutHazard: 0 };
    expect(incidenceVariance(0.3, 100, complete)).toBeCloseTo(0.21, 8);
    const size = given(
      deferredSize({
        riskControl: 0.12,
        riskTreated: 0.15,
        horizon: 100,
        power: 0.8,
        alpha: 0.05,
        reading: complete,
      }),
    );
    expect(size.nPerArm).toBeCloseTo(sizePerArm(0.12, 0.15, 0.8, 0.05), 3);
    expect(size.inflation).toBeCloseTo(1, 8);
  });

  it('is the spread of the Kaplan–Meier incidence over simulated recruitments', () => {
    const random = seededRandom(44);
    const [n, horizon, risk, replications] = [600, 90, 0.4, 500];
    const hazard = -Math.log(1 - risk) / horizon;
    const found = Array.from({ length: replications }, () => {
      const counts = Array.from({ length: n }, () => {
        const followed = Math.min(90 + 60 - 20 - 90 * random(), -Math.log(1 - random()) / 0.001);
        const event = -Math.log(1 - random()) / hazard;
        return { time: Math.min(followed, event), status: event <= followed ? 1 : 0, n: 1 };
      });
      return incidenceAt(productLimit(counts), horizon).incidence ?? Number.NaN;
    });
    const mean = found.reduce((sum, value) => sum + value, 0) / replications;
    const variance = found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replications - 1);
    const expected = (incidenceVariance(risk, horizon, partial) ?? 0) / n;
    expect(mean).toBeCloseTo(risk, 2);
    expect(variance / expected).toBeGreaterThan(0.8);
    expect(variance / expected).toBeLessThan(1.25);
  });

  it('refuses a reading before anybody is followed to the horizon', () => {
    expect(followedShare(200, partial)).toBe(0);
    expect(
      deferredSize({
        riskControl: 0.1,
        riskTreated: 0.2,
        horizon: 200,
        power: 0.8,
        alpha: 0.05,
        reading: partial,
      }),
    ).toMatchObject({ error: 'not-identified' });
  });
});

describe('firstHonestFigure', () => {
  const plan: FigurePlan = {
    start: '2026-09-01',
    entriesPerDay: 10,
    lastEntry: null,
    horizon: 90,
    delay: 30,
    dropoutHazard: 0,
    risk: 0.2,
    minimum: 11,
    goal: { kind: 'precision', halfWidth: 0.03, level: 0.95 },
  };

  it('comes after horizon and delay, later for more precision, and not a day too late', () => {
    const figure = given(firstHonestFigure(plan));
    const sharper = given(
      firstHonestFigure({ ...plan, goal: { kind: 'precision', halfWidth: 0.02, level: 0.95 } }),
    );
    expect(figure.date ?? '').toMatch(/^2027-0[12]/);
    expect((sharper.date ?? '') > (figure.date ?? '')).toBe(true);
    expect((figure.firstMature ?? '') <= (figure.date ?? '')).toBe(true);
    const days = (Date.parse(figure.date ?? '') - Date.parse(plan.start)) / 86_400_000;
    const halfWidth = (day: number): number => {
      const variance = incidenceVariance(0.2, 90, { accrual: day, wait: 0, delay: 30, dropoutHazard: 0 });
      return variance === null ? Number.POSITIVE_INFINITY : 1.959964 * Math.sqrt(variance / (10 * day));
    };
    expect(halfWidth(days)).toBeLessThanOrEqual(0.03);
    expect(halfWidth(days - 1)).toBeGreaterThan(0.03);
    expect(figure.sentence).toMatch(
      /^Premier chiffre honnête vers le \d+(er)? (janvier|février) 2027, avec /,
    );
  });

  it('says when the goal is out of reach, and what can be given anyway', () => {
    const short = given(firstHonestFigure({ ...plan, lastEntry: '2026-09-15' }));
    expect(short).toMatchObject({ kind: 'unreachable', date: null, entered: 150 });
    expect(short.firstMature).not.toBeNull();
    const tiny = given(firstHonestFigure({ ...plan, entriesPerDay: 0.5, lastEntry: '2026-09-10' }));
    expect(tiny).toMatchObject({ kind: 'unreachable', firstMature: null });
    expect(tiny.sentence).toMatch(/trop peu de personnes/);
  });

  it('waits for the power of a comparison', () => {
    const goal = { kind: 'comparison', riskTreated: 0.25, power: 0.8, alpha: 0.05 } as const;
    const { entered } = given(firstHonestFigure({ ...plan, goal }));
    // At least as many as if everybody were followed to the end.
    expect(entered).toBeGreaterThan(2 * sizePerArm(0.2, 0.25, 0.8, 0.05));
  });

  it('refuses dates that are not', () => {
    expect(firstHonestFigure({ ...plan, start: '2026-02-30' })).toMatchObject({ error: 'invalid-time' });
    expect(firstHonestFigure({ ...plan, lastEntry: '2026-08-01' })).toMatchObject({ error: 'invalid-time' });
    expect(firstHonestFigure({ ...plan, entriesPerDay: 0 })).toMatchObject({ error: 'empty-group' });
  });
});
