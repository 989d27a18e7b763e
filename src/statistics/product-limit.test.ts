import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExpected, readFollowUp } from '../../fixtures/statistics/read-fixture.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { type IntervalType, incidenceAt, medianTime, productLimit } from './product-limit.ts';

interface AtHorizon {
  readonly survival: number | null;
  readonly se?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
}

interface Group {
  readonly n: number;
  readonly events: number;
  readonly loglog: Readonly<Record<string, AtHorizon>>;
  readonly plain?: Readonly<Record<string, AtHorizon>>;
  readonly median: number | null;
}

const intervals = [
  ['loglog', 'log-log', 0.95],
  ['plain', 'plain', 0.9],
] as const satisfies readonly (readonly [string, IntervalType, number])[];

const expectNear = (got: number | null, want: number | null | undefined) =>
  want === null || want === undefined ? expect(got).toBeNull() : expect(got).toBeCloseTo(want, 10);

describe.each(['ties', 'delayed-entry'])('as R survfit: %s', (name) => {
  const groups = readFollowUp(`${name}.csv`);
  const expected = readExpected<{ groups: Record<string, Group> }>(`${name}.expected.json`).groups;

  test.each(Object.keys(expected))('group %s', (group) => {
    const curve = productLimit(groups.get(group) ?? []);
    const want = expected[group];
    for (const [key, type, level] of intervals) {
      for (const [horizon, at] of Object.entries(want?.[key] ?? {})) {
        const got = incidenceAt(curve, Number(horizon), { level, type });
        expectNear(got.survival, at.survival);
        expect(got.beyondFollowUp).toBe(at.survival === null);
        expectNear(got.se, at.se);
        const saysNothing = at.se === 0;
        expectNear(got.lower, saysNothing ? null : at.lower);
        expectNear(got.upper, saysNothing ? null : at.upper);
      }
    }
    expectNear(medianTime(curve), want?.median ?? null);
  });
});

const row = fc.record({
  time: fc.integer({ min: 0, max: 20 }),
  status: fc.integer({ min: 0, max: 2 }),
  n: fc.integer({ min: 1, max: 5 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 30 });
const horizon = fc.integer({ min: 0, max: 25 });
const outcome = (counts: readonly FollowUpCount[], at: number) => incidenceAt(productLimit(counts), at);

describe('properties', () => {
  test('splitting or shuffling counts changes nothing', () => {
    fc.assert(
      fc.property(rows, horizon, (counts, at) => {
        const units = counts.flatMap((c) => Array.from({ length: c.n }, () => ({ ...c, n: 1 })));
        expect(outcome(units.reverse(), at)).toEqual(outcome(counts, at));
      }),
    );
  });

  test('without censoring it is the proportion, its variance the binomial one', () => {
    fc.assert(
      fc.property(rows, horizon, (counts, at) => {
        const all = counts.map((c) => ({ ...c, status: 1 }));
        const n = all.reduce((sum, c) => sum + c.n, 0);
        const events = all.reduce((sum, c) => sum + (c.time <= at ? c.n : 0), 0);
        const { incidence, se } = outcome(all, at);
        const p = events / n;
        expect(incidence).toBeCloseTo(p, 12);
        if (p < 1) expect(se).toBeCloseTo(Math.sqrt((p * (1 - p)) / n), 12);
        else expect(se).toBeNull();
      }),
    );
  });

  test('the unit of time does not matter', () => {
    fc.assert(
      fc.property(rows, horizon, (counts, at) => {
        const slower = counts.map((c) => ({ ...c, time: c.time * 14 }));
        expect(outcome(slower, at * 14)).toEqual(outcome(counts, at));
      }),
    );
  });

  test('a unit that enters late weighs nothing before its entry and fully after', () => {
    const early = { time: 2, status: 1, n: 1 };
    const late = { time: 9, status: 1, n: 1, entry: 2 };
    const others = { time: 9, status: 0, n: 3 };
    expect(outcome([early, late, others], 2).incidence).toBeCloseTo(1 / 4, 12);
    expect(outcome([early, late, others], 9).incidence).toBeCloseTo(1 - (3 / 4) * (3 / 4), 12);
    expect(outcome([early, late, others], 2).atRisk).toBe(4);
    expect(outcome([early, late, others], 3).atRisk).toBe(4);
  });
});

test('what happens on the very day of entry counts', () => {
  expect(
    outcome(
      [
        { time: 0, status: 1, n: 1 },
        { time: 5, status: 0, n: 3 },
      ],
      0,
    ).incidence,
  ).toBe(0.25);
});

test('a median on a flat half is the middle of the flat', () => {
  const curve = productLimit([4, 10, 12, 15].map((time) => ({ time, status: 1, n: 1 })));
  expect(medianTime(curve)).toBe(11);
});

// About 0.1 s on a free machine; the bound leaves room for a busy one, and would still catch a quadratic sweep.
test('100,000 distinct counts are swept in linear time', () => {
  const counts = Array.from({ length: 100_000 }, (_, i) => ({
    time: (i * 7919) % 100_003,
    status: i % 3 === 0 ? 1 : 0,
    n: 1 + (i % 4),
  }));
  const start = performance.now();
  expect(outcome(counts, 50_000).incidence).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(5000);
});
