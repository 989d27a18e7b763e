import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExpected, readFollowUp } from '../../fixtures/statistics/read-fixture.ts';
import { causeIncidenceAt, cumulativeIncidence, restrictedMeanTimeLost } from './cumulative-incidence.ts';
import { productLimit } from './product-limit.ts';

interface At {
  readonly cif: number | null;
  readonly se: number | null;
  /** Another estimator of the same variance. */
  readonly cmprskSe: number | null;
}

interface Cause {
  readonly events: number;
  readonly at: Readonly<Record<string, At>>;
  readonly lost20: number;
}

type Expected = Readonly<Record<string, Readonly<Record<string, Cause>>>>;

const expected = readExpected<{ groups: Expected }>('competing.expected.json').groups;
const groups = readFollowUp('competing.csv');

test.each(Object.keys(expected))('as R, group %s', (group) => {
  for (const [cause, want] of Object.entries(expected[group] ?? {})) {
    const curve = cumulativeIncidence(groups.get(group) ?? [], Number(cause));
    expect(curve.events).toBe(want.events);
    expect(restrictedMeanTimeLost(curve, 20)).toBeCloseTo(want.lost20, 10);
    for (const [horizon, at] of Object.entries(want.at)) {
      const { incidence, se, beyondFollowUp } = causeIncidenceAt(curve, Number(horizon));
      expect(beyondFollowUp).toBe(at.cif === null);
      expect(incidence ?? -1).toBeCloseTo(at.cif ?? -1, 10);
      expect(se ?? -1).toBeCloseTo(at.se ?? -1, 10);
      expect(Math.abs((se ?? 1) / (at.cmprskSe ?? 1) - 1)).toBeLessThan(0.1);
    }
  }
});

const row = fc.record({
  time: fc.integer({ min: 0, max: 15 }),
  status: fc.integer({ min: 0, max: 3 }),
  n: fc.integer({ min: 1, max: 4 }),
  entry: fc.constantFrom(0),
});
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

test('incidences of all causes and survival add up to 1 at every time', () => {
  fc.assert(
    fc.property(rows, (counts) => {
      const curves = [1, 2, 3].map((cause) => cumulativeIncidence(counts, cause));
      curves[0]?.steps.forEach(({ survival }, i) => {
        const sum = curves.reduce((total, curve) => total + (curve.steps[i]?.incidence ?? 0), survival);
        expect(sum).toBeCloseTo(1, 12);
      });
    }),
  );
});

test('without competing outcomes it is Kaplan–Meier, variance included', () => {
  fc.assert(
    fc.property(rows, (counts) => {
      const single = counts.map((c) => ({ ...c, status: c.status % 2 }));
      const curve = cumulativeIncidence(single);
      productLimit(single).steps.forEach(({ survival, greenwood }, i) => {
        const step = curve.steps[i];
        expect(step?.incidence).toBeCloseTo(1 - survival, 12);
        if (survival > 0) expect(step?.variance).toBeCloseTo(survival ** 2 * greenwood, 12);
      });
    }),
  );
});

test('without censoring it is the proportion and its variance the binomial one', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 15 }), (counts, horizon) => {
      const all = counts.map((c) => ({ ...c, status: Math.max(1, c.status) }));
      const n = all.reduce((sum, c) => sum + c.n, 0);
      const events = all.reduce((sum, c) => sum + (c.time <= horizon && c.status === 1 ? c.n : 0), 0);
      const { incidence, se } = causeIncidenceAt(cumulativeIncidence(all), horizon);
      expect(incidence).toBeCloseTo(events / n, 12);
      expect((se ?? 0) ** 2).toBeCloseTo(((events / n) * (1 - events / n)) / n, 12);
    }),
  );
});
