import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExpected, readRows } from '../../fixtures/statistics/read-fixture.ts';
import { dayNumber } from './calendar-day.ts';
import { nowcast, type ReportCount, reportingDelay } from './reporting-delay.ts';
import { seededRandom } from './seeded-random.ts';

interface Expected {
  readonly asOf: string;
  readonly maxDelay: number;
  readonly cdf: readonly number[];
  readonly logSe: readonly number[];
  readonly observed: number;
  readonly nowcast: number;
}

const expected = readExpected<Expected>('reports.expected.json');
const asOf = dayNumber(expected.asOf) ?? 0;
const reports = readRows('reports.csv').map(({ event = '', report = '' }): ReportCount => {
  const day = dayNumber(event) ?? 0;
  return { day, delay: (dayNumber(report) ?? 0) - day, n: 1 };
});

test('as R survfit in reverse time', () => {
  const { cdf, logVariance, observed, expected: total } = nowcast(reports, asOf, expected.maxDelay);
  expect(cdf).toHaveLength(expected.cdf.length);
  cdf.forEach((share, u) => {
    expect(share).toBeCloseTo(expected.cdf[u] ?? Number.NaN, 12);
    expect(logVariance[u]).toBeCloseTo((expected.logSe[u] ?? Number.NaN) ** 2, 12);
  });
  expect(observed).toBe(expected.observed);
  expect(total).toBeCloseTo(expected.nowcast, 9);
});

test('recovers the delays that made the reports, although the late ones are not in yet', () => {
  // 1,000 outcomes a day, exact shares: half at once, 30 % after 2 days, 20 % after 5.
  const shares = [
    [0, 500],
    [2, 300],
    [5, 200],
  ] as const;
  const steady = Array.from({ length: 30 }, (_, day) =>
    shares.map(([delay, n]): ReportCount => ({ day, delay, n })),
  ).flat();
  const { cdf, expected: total, byDay } = nowcast(steady, 29, 10);
  expect(cdf.slice(0, 6)).toEqual([0.5, 0.5, 0.8, 0.8, 0.8, 1].map((x) => expect.closeTo(x, 12)));
  expect(total).toBeCloseTo(11 * 1000, 8);
  expect(byDay.at(-1)).toEqual({ day: 29, observed: 500, expected: expect.closeTo(1000, 9) });
});

test('what is reported after asOf, or later than maxDelay, changes nothing', () => {
  const later: ReportCount = { day: asOf - 3, delay: 4, n: 50 };
  const tooLong: ReportCount = { day: asOf - 60, delay: expected.maxDelay + 1, n: 50 };
  expect(nowcast([...reports, later, tooLong], asOf, expected.maxDelay)).toEqual(
    nowcast(reports, asOf, expected.maxDelay),
  );
});

test('a register too young to show its longest delays gives no nowcast', () => {
  const young: readonly ReportCount[] = [
    { day: 10, delay: 0, n: 5 },
    { day: 12, delay: 1, n: 5 },
  ];
  const { cdf, expected: total, observed } = nowcast(young, 13, 8);
  expect(cdf[8]).toBe(1);
  expect(cdf[2]).toBeNull();
  expect({ observed, total }).toEqual({ observed: 10, total: null });
});

test('the variance of the total is its binomial part plus the shared uncertainty, pair by pair', () => {
  const { cdf, logVariance, byDay, standardError } = nowcast(reports, asOf, expected.maxDelay);
  const days = byDay.map((row) => ({ age: asOf - row.day, ...row, expected: row.expected ?? Number.NaN }));
  let variance = 0;
  for (const one of days) {
    const share = cdf[one.age] ?? Number.NaN;
    variance += one.observed * ((1 - share) / share ** 2);
    for (const two of days) {
      const shared = logVariance[Math.max(one.age, two.age)] ?? Number.NaN;
      variance += one.expected * two.expected * shared;
    }
  }
  expect(standardError).toBeCloseTo(Math.sqrt(variance), 9);
});

test('the interval of the total holds the truth as often as it says', () => {
  const random = seededRandom(11);
  const [days, longest, runs] = [30, 20, 400];
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const world: ReportCount[] = [];
    let truth = 0;
    for (let day = 0; day < days; day++) {
      const n = 5 + Math.floor(random() * 11);
      if (day >= days - 1 - longest) truth += n;
      for (let i = 0; i < n; i++) {
        world.push({ day, delay: Math.min(longest, Math.floor(Math.log(random()) / Math.log(0.92))), n: 1 });
      }
    }
    const { lower, upper } = nowcast(world, days - 1, longest);
    if (lower !== null && upper !== null && lower <= truth && truth <= upper) held += 1;
  }
  expect(held / runs).toBeGreaterThan(0.91);
  expect(held / runs).toBeLessThan(0.98);
});

test('too few to come: a total without interval', () => {
  const few = Array.from({ length: 30 }, (_, day): ReportCount[] => [
    { day, delay: 0, n: 2 },
    { day, delay: 2, n: 1 },
  ]).flat();
  expect(nowcast(few, 29, 5)).toMatchObject({ expected: expect.closeTo(18, 9), lower: null, upper: null });
});

test('splitting counts changes nothing; shares rise from 0 to 1', () => {
  const report = fc.record({
    day: fc.integer({ min: 0, max: 20 }),
    delay: fc.integer({ min: 0, max: 6 }),
    n: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 40 }), (counts) => {
      const { cdf } = reportingDelay(counts, 20, 6);
      const units = counts.flatMap((c) => Array.from({ length: c.n }, () => ({ ...c, n: 1 })));
      expect(reportingDelay(units.reverse(), 20, 6).cdf).toEqual(cdf);
      const known = cdf.filter((share) => share !== null);
      expect(known).toEqual([...known].sort((a, b) => a - b));
      expect(known.every((share) => share >= 0 && share <= 1)).toBe(true);
    }),
  );
});
