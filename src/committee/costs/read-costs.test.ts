import { describe, expect, test } from 'vitest';
import { isoDay } from '../../statistics/calendar-day.ts';
import { budgetOf } from './fixtures/budget.ts';
import { followedPublication } from './fixtures/followed.ts';
import { type CostFacts, readCosts } from './read-costs.ts';
import type { UnitCost } from './unit-cost.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const reason = (cost: UnitCost) => (cost.kind === 'insufficient' ? cost.reason : cost.kind);
const compared = followedPublication(8);
const alone = followedPublication(null);

const facts = (own: Partial<CostFacts>): CostFacts => ({
  lines: [budgetOf({})],
  allocations: [],
  published: compared,
  declared: null,
  ...own,
});

/** People offered the service, from the counts published: what the budget is shared by. */
function offered(): number {
  const counts = compared.bundle.measures[0]?.counts;
  if (counts?.kind !== 'follow-up') throw new Error('a follow-up was published');
  const treated = counts.arms?.groups.filter(({ group }) => group?.startsWith('treated')) ?? [];
  const classes = treated.flatMap(({ classes }) => classes);
  return (
    classes.reduce((sum, { outcomes, censored }) => sum + outcomes + censored, 0) +
    treated.reduce((sum, { beyond }) => sum + beyond, 0)
  );
}

describe('a compared effect', () => {
  const { perAdditionalOutcome: cost, perObservedOutcome: observed, perUse } = readCosts(facts({}));

  test('one more outcome costs the budget of its days, over the people offered, over the effect', () => {
    const effect = compared.bundle.measures[0]?.headline.effect;
    if (cost.kind !== 'cost' || effect?.kind !== 'estimate') throw new Error('both are known');
    // 304 days from 1 January to 31 October, at 1 000 € a day.
    expect(cost.budget).toMatchObject({ cents: 30_400_000, share: 1, forecast: 0 });
    expect(cost.value).toBeCloseTo(304_000 / offered() / effect.value, 6);
    // The cost is known, only the effect is not: Fieller's interval is that of the effect turned over.
    expect(cost.lower).toBeCloseTo(304_000 / offered() / effect.upper, 1);
    expect(cost.upper).toBeCloseTo(304_000 / offered() / effect.lower, 1);
    expect(plain(cost.sentence)).toMatch(
      /^Chaque effet supplémentaire coûte entre \d[\d ]* € et [\d ]+ €\.$/,
    );
    expect(plain(cost.basis)).toMatch(
      /^Budget du 1er janvier 2026 au 31 octobre 2026 : 304 000 € ; divisé par [\d ]+ personnes suivies, puis par l’effet publié, \+[\d,]+ points? à six mois\.$/,
    );
  });

  test('an outcome seen is cheaper than one added; a use is the budget over those followed', () => {
    if (cost.kind !== 'cost' || observed.kind !== 'cost' || perUse.kind !== 'cost')
      throw new Error('all known');
    expect(observed.value).toBeLessThan(cost.value);
    expect(perUse.value).toBeCloseTo(304_000 / offered(), 6);
  });
});

test('half the budget halves the cost of the effect, not that of a use', () => {
  const allocations = [
    {
      id: '1',
      indicator: 'hired',
      share: 0.5,
      reason: 'L’autre moitié sert un autre effet.',
      recordedAt: '',
    },
  ];
  const [all, half] = [readCosts(facts({})), readCosts(facts({ allocations }))];
  if (all.perAdditionalOutcome.kind !== 'cost' || half.perAdditionalOutcome.kind !== 'cost')
    throw new Error('known');
  expect(half.perAdditionalOutcome.value * 2).toBeCloseTo(all.perAdditionalOutcome.value, 6);
  expect(half.perUse).toEqual(all.perUse);
  expect(half.perAdditionalOutcome.basis).toContain('50\u00a0% du budget');
  expect(half.effects[0]?.allocated.sentence).toContain('L’autre moitié sert un autre effet.');
});

describe('a cost that cannot be told says why', () => {
  test.each([
    ['no budget', { lines: [] }, 'no-budget'],
    [
      'a budget of other days',
      { lines: [budgetOf({ from: '2025-01-01', until: '2025-12-31' })] },
      'no-budget',
    ],
    ['a budget of half the days', { lines: [budgetOf({ until: '2026-05-31' })] }, 'partial-budget'],
    ['nothing compared', { published: alone }, 'no-comparison'],
    ['nothing published', { published: null }, 'no-figure'],
    ['an effect that may be none', { published: followedPublication(0) }, 'not-bounded'],
    ['an effect the wrong way', { published: followedPublication(-12) }, 'no-additional-effect'],
    [
      'a budget given elsewhere',
      { allocations: [{ id: '1', indicator: 'other', share: 1, reason: 'r', recordedAt: '' }] },
      'not-allocated',
    ],
  ] as const)('%s', (_, own, expected) => {
    const { perAdditionalOutcome: cost } = readCosts(facts(own as Partial<CostFacts>));
    expect(reason(cost)).toBe(expected);
    expect(cost.sentence).toMatch(/\.$/);
    expect(cost.sentence).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test('a cost without upper bound says under what it cannot be', () => {
    const { perAdditionalOutcome: cost } = readCosts(facts({ published: followedPublication(0) }));
    if (cost.kind === 'cost' || cost.atLeast === null) throw new Error('only a floor is known');
    expect(cost.atLeast).toBeGreaterThan(0);
    expect(plain(cost.sentence)).toMatch(/n’est pas borné.*Il est d’au moins [\d ]+ €\.$/);
  });

  test('a few days without budget do not hide it', () => {
    const { perAdditionalOutcome } = readCosts(facts({ lines: [budgetOf({ from: '2026-01-05' })] }));
    expect(perAdditionalOutcome.kind).toBe('cost');
  });
});

test('without comparison, what an outcome seen costs has the interval of how many there were', () => {
  const { perObservedOutcome: cost } = readCosts(facts({ published: alone }));
  if (cost.kind !== 'cost' || cost.lower === null || cost.upper === null) throw new Error('known');
  expect(cost.lower).toBeLessThan(cost.value);
  expect(cost.value).toBeLessThan(cost.upper);
  // 30 in 100 of 6 000 people, for 304 000 €: about 169 €.
  expect(cost.lower).toBeLessThan(304_000 / (6_000 * 0.3));
  expect(cost.upper).toBeGreaterThan(304_000 / (6_000 * 0.3));
});

test('a declared figure of use divides the budget of the year that ends with it', () => {
  const declared = {
    indicator: 'Utilisateurs actifs par mois',
    value: 50_000,
    unit: 'utilisateurs',
    measuredOn: '2026-12-31',
    periodStart: null,
  };
  const { perUse } = readCosts(facts({ declared }));
  if (perUse.kind !== 'cost') throw new Error('known');
  expect(perUse.value).toBeCloseTo(7.3, 6);
  expect(perUse.budget.period).toEqual({
    from: isoDay(Date.UTC(2026, 0, 1) / 86_400_000),
    until: '2026-12-31',
  });
  expect(plain(perUse.sentence)).toBe('7,30 € par an pour chaque unité de « Utilisateurs actifs par mois ».');
  const marks = { ...declared, unit: 'sur 10' };
  expect(readCosts(facts({ declared: marks, published: null })).perUse.kind).toBe('insufficient');
});

test('what is planned and not yet paid is said', () => {
  const { perUse } = readCosts(facts({ lines: [budgetOf({ state: 'forecast' })] }));
  expect(perUse.kind === 'cost' && perUse.basis).toContain('prévus et non encore constatés');
});
