import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExpected, readFollowUp } from '../../fixtures/statistics/read-fixture.ts';
import { estimateAt } from './estimate-at.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { seededRandom } from './seeded-random.ts';

interface Bounds {
  readonly none40: readonly [number, number];
  readonly all15: readonly [number, number];
}

interface Ties {
  readonly groups: Readonly<
    Record<
      string,
      { readonly loglog: Readonly<Record<string, { lower: number; upper: number; survival: number }>> }
    >
  >;
}

describe('figures', () => {
  test('weeks read in days, as R survfit', () => {
    const want = readExpected<Ties>('ties.expected.json').groups.a?.loglog['13'];
    const got = estimateAt(readFollowUp('ties.csv').get('a') ?? [], 91, { timeUnit: 7 });
    expect(got).toMatchObject({ kind: 'estimate', method: 'kaplan-meier', horizon: 91, n: 160 });
    expect(got.value).toBeCloseTo(1 - (want?.survival ?? 0), 10);
    expect(got.lower).toBeCloseTo(want?.lower ?? 0, 10);
    expect(got.upper).toBeCloseTo(want?.upper ?? 0, 10);
    expect(estimateAt(readFollowUp('ties.csv').get('a') ?? [], 97, { timeUnit: 7 }).value).toBe(got.value);
  });

  test('nobody, or everybody, had the outcome: exact bounds, as R binom.test', () => {
    const { none40, all15 } = readExpected<Bounds>('exact-bounds.expected.json');
    const none = estimateAt([{ time: 90, status: 0, n: 40 }], 90);
    expect([none.value, none.lower]).toEqual([0, 0]);
    expect(none.upper).toBeCloseTo(none40[1], 12);
    const all = estimateAt(
      [
        { time: 20, status: 1, n: 10 },
        { time: 30, status: 1, n: 5 },
      ],
      90,
      { level: 0.9 },
    );
    expect([all.value, all.upper]).toEqual([1, 1]);
    expect(all.lower).toBeCloseTo(all15[0], 12);
  });

  test('no outcome among the ones still followed: those lost before the horizon do not narrow the bound', () => {
    const counts = [
      { time: 20, status: 0, n: 500 },
      { time: 90, status: 0, n: 40 },
    ];
    expect(estimateAt(counts, 90).upper).toBeCloseTo(0.0880973, 6);
  });

  test('another way out makes it Aalen–Johansen, and the other cause can be read', () => {
    const counts = [
      { time: 10, status: 1, n: 20 },
      { time: 20, status: 2, n: 30 },
      { time: 60, status: 0, n: 50 },
    ];
    expect(estimateAt(counts, 60)).toMatchObject({
      method: 'aalen-johansen',
      value: 0.2,
      events: 20,
      atRisk: 50,
    });
    expect(estimateAt(counts, 60, { cause: 2 }).value).toBeCloseTo(0.3, 12);
  });

  test('everybody left another way: the bound is the exact one on all of them', () => {
    expect(estimateAt([{ time: 5, status: 2, n: 40 }], 60)).toMatchObject({
      kind: 'estimate',
      value: 0,
      upper: expect.closeTo(0.0880973, 6),
    });
  });
});

describe('no figure', () => {
  const reason = (counts: readonly FollowUpCount[], horizon: number, options = {}) => {
    const answer = estimateAt(counts, horizon, options);
    return answer.kind === 'insufficient' ? answer.reason : answer.kind;
  };

  test('too few people followed', () => {
    expect(reason([], 90)).toBe('not-enough');
    expect(reason([{ time: 90, status: 1, n: 10 }], 90)).toBe('not-enough');
    expect(reason([{ time: 90, status: 1, n: 10 }], 90, { minimumUnits: 10 })).toBe('estimate');
    expect(estimateAt([{ time: 90, status: 0, n: 8 }], 90)).toMatchObject({
      sentence: 'Trop peu : 8 suivis ; il en faut au moins 11 pour donner un chiffre.',
      value: null,
      n: 8,
    });
  });

  test('nobody, or too few, followed this long', () => {
    const counts = [
      { time: 30, status: 1, n: 40 },
      { time: 60, status: 0, n: 400 },
      { time: 90, status: 0, n: 5 },
    ];
    expect(reason(counts, 60)).toBe('estimate');
    expect(reason(counts, 61)).toBe('not-mature');
    expect(reason(counts, 200)).toBe('not-mature');
    expect(estimateAt(counts, 90)).toMatchObject({ atRisk: 5, events: 40, value: null });
  });

  test('few left because most had the outcome is a figure, when nobody was lost', () => {
    const counts = [
      { time: 30, status: 1, n: 97 },
      { time: 90, status: 0, n: 3 },
    ];
    expect(estimateAt(counts, 90)).toMatchObject({
      kind: 'estimate',
      value: expect.closeTo(0.97, 12),
      atRisk: 3,
    });
  });

  test('a horizon shorter than the unit of time', () => {
    expect(reason([{ time: 3, status: 0, n: 50 }], 7, { timeUnit: 14 })).toBe('not-identified');
  });

  test('delayed entries: a moment with almost nobody at risk', () => {
    const late = { time: 90, status: 0, n: 300, entry: 20 };
    const first = [
      { time: 2, status: 1, n: 2 },
      { time: 90, status: 0, n: 3 },
    ];
    expect(reason([...first, late], 90)).toBe('not-mature');
    expect(reason([late], 90)).toBe('not-mature');
    expect(reason([...first, { time: 90, status: 0, n: 30 }, late], 90)).toBe('estimate');
  });
});

test('whatever the counts: a figure between its bounds, never of zero width, or a sentence', () => {
  const row = fc.record({
    time: fc.integer({ min: 0, max: 12 }),
    status: fc.integer({ min: 0, max: 2 }),
    n: fc.integer({ min: 1, max: 60 }),
    entry: fc.constantFrom(0, 0, 0, 1, 5),
  });
  const rows = fc.array(
    row.map((r) => ({ ...r, entry: r.entry < r.time ? r.entry : 0 })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 14 }), (counts, horizon) => {
      const answer = estimateAt(counts, horizon);
      if (answer.kind === 'insufficient') {
        expect(answer.sentence).toMatch(/ : .+\.$/);
        return;
      }
      const { lower, value, upper } = answer;
      expect(0 <= lower && lower <= value && value <= upper && upper <= 1 && lower < upper).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('rare outcomes, some people lost: the interval holds the truth at least as often as it says', () => {
  const random = seededRandom(2);
  const truth = 0.02;
  const runs = 1500;
  let held = 0;
  let empty = 0;
  for (let run = 0; run < runs; run++) {
    const counts = Array.from({ length: 80 }, (): FollowUpCount => {
      const time = Math.ceil((Math.log(random()) / Math.log(1 - truth)) * 90);
      const lost = random() < 0.3 ? Math.ceil(random() * 90) : 90;
      return time <= lost ? { time, status: 1, n: 1 } : { time: lost, status: 0, n: 1 };
    });
    const { lower, upper, events } = estimateAt(counts, 90);
    if (events === 0) empty += 1;
    if (lower !== null && lower <= truth && truth <= upper) held += 1;
  }
  expect(empty / runs).toBeGreaterThan(0.2);
  expect(held / runs).toBeGreaterThan(0.94);
  expect(held / runs).toBeLessThan(1);
});
