import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDay } from '../../statistics/calendar-day.ts';
import { costsOver, type ServiceCosts } from './costs-over.ts';
import { budgetOf } from './fixtures/budget.ts';

const known = (costs: ServiceCosts) => {
  if (costs.kind === 'unknown') throw new Error(costs.sentence);
  return costs;
};

test('a line is spread evenly over its days', () => {
  // 365 000 € over the 365 days of 2026: 1 000 € a day.
  const january = known(costsOver([budgetOf({})], { from: '2026-01-01', until: '2026-01-31' }));
  expect(january).toMatchObject({
    total: 3_100_000,
    forecast: 0,
    perYear: 36_500_000,
    days: 31,
    coveredDays: 31,
  });
});

test('days nobody pays for are counted, and do not lower the pace of a year', () => {
  const costs = known(
    costsOver([budgetOf({ until: '2026-01-31', cents: 3_100_000 })], {
      from: '2026-01-01',
      until: '2026-12-31',
    }),
  );
  expect(costs).toMatchObject({ total: 3_100_000, days: 365, coveredDays: 31, perYear: 36_500_000 });
});

test('what was paid replaces what was planned, for the same nature and the same days', () => {
  const lines = [
    budgetOf({ id: 'plan', state: 'forecast', nature: 'services' }),
    budgetOf({ id: 'paid', nature: 'services', until: '2026-01-31', cents: 2_000_000 }),
    budgetOf({ id: 'other', state: 'forecast', nature: 'software', cents: 36_500 }),
  ];
  const costs = known(costsOver(lines, { from: '2026-01-01', until: '2026-02-28' }));
  // 31 days paid 20 000 €, 28 days planned at 1 000 €, 59 days of software at 1 €.
  expect(costs.total).toBe(2_000_000 + 2_800_000 + 5_900);
  expect(costs.forecast).toBe(2_800_000 + 5_900);
  expect(costs.lines.map(({ line, counted }) => [line.id, counted])).toEqual([
    ['paid', 2_000_000],
    ['other', 5_900],
    ['plan', 2_800_000],
  ]);
});

test('nothing known is said, not counted as zero', () => {
  expect(costsOver([], { from: '2026-01-01', until: '2026-01-31' })).toEqual({
    kind: 'unknown',
    sentence: 'Coût inconnu\u00a0: aucun budget n’est enregistré pour ce service.',
  });
  const elsewhere = costsOver([budgetOf({})], { from: '2025-01-01', until: '2025-01-31' });
  expect(elsewhere.kind === 'unknown' && elsewhere.sentence).toMatch(/ne couvre la période/);
});

test('two periods that follow each other add up to both, to the cent', () => {
  const first = 20_000;
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          start: fc.nat(400),
          length: fc.nat(300),
          cents: fc.integer({ min: 1, max: 1e12 }),
          state: fc.constantFrom('spent' as const, 'forecast' as const),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      fc.nat(699),
      (drawn, cut) => {
        const lines = drawn.map(({ start, length, cents, state }, i) =>
          budgetOf({
            id: `${i}`,
            from: isoDay(first + start),
            until: isoDay(first + start + length),
            cents,
            state,
          }),
        );
        const total = (from: number, until: number) => {
          const costs = costsOver(lines, { from: isoDay(first + from), until: isoDay(first + until) });
          return costs.kind === 'unknown' ? 0 : costs.total;
        };
        expect(total(0, cut) + total(cut + 1, 701)).toBe(total(0, 701));
        const paid = lines
          .filter(({ state }) => state === 'spent')
          .reduce((sum, { cents }) => sum + cents, 0);
        const all = lines.reduce((sum, { cents }) => sum + cents, 0);
        expect(total(0, 701)).toBeGreaterThanOrEqual(paid);
        expect(total(0, 701)).toBeLessThanOrEqual(all);
      },
    ),
    { numRuns: 300 },
  );
});
