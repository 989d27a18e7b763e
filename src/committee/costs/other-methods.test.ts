import { describe, expect, test } from 'vitest';
import type { FigureEstimate } from '../../measure/figure-measure.ts';
import type { Bundle, PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { peopleRule } from '../../publish/disclosure/rule.ts';
import { rolloutDocument, rolloutPlan, simulatedPanel } from '../../publish/fixtures/simulated-rollout.ts';
import { freeze } from '../../publish/freeze.ts';
import { budgetOf } from './fixtures/budget.ts';
import { followedPublication } from './fixtures/followed.ts';
import { readCosts } from './read-costs.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a rollout by territories, of known effect', () => {
  const people = Array.from({ length: 12 }, () => 600);
  const costsOf = (effect: number) => {
    const plan = rolloutPlan('design: rollout', ', sentence: {who: personnes, what: retrouvent un emploi}');
    const document = rolloutDocument(simulatedPanel({ seed: 3, people, effect }), plan);
    const published = freeze({
      document,
      plan: plan.plan,
      rule: peopleRule,
      earlier: [],
      today: '2024-02-01',
    });
    const lines = [budgetOf({ from: '2023-01-01', until: '2023-12-31' })];
    return readCosts({ lines, allocations: [], published, declared: null });
  };

  test('one more outcome costs the budget of the quarters served, over those served, over the effect', () => {
    const { perAdditionalOutcome: cost, perUse } = costsOf(0.1);
    if (cost.kind !== 'cost' || cost.lower === null || cost.upper === null) throw new Error('known');
    expect(cost.budget).toMatchObject({
      cents: 36_500_000,
      period: { from: '2023-01-01', until: '2023-12-31' },
    });
    // Four territories for four quarters and four for two, of about 600 people: 14 400, then 10 points.
    expect(cost.divisor / 14_400).toBeCloseTo(1, 1);
    const truth = 365_000 / cost.divisor / 0.1;
    expect(cost.lower).toBeLessThan(truth);
    expect(cost.upper).toBeGreaterThan(truth);
    expect(cost.value / truth).toBeCloseTo(1, 0);
    // Those who live in a territory are not uses.
    expect(perUse.kind).toBe('insufficient');
  });

  test('without effect there is no bound', () => {
    expect(costsOf(0).perAdditionalOutcome).toMatchObject({ kind: 'insufficient', reason: 'not-bounded' });
  });
});

const followed = followedPublication(null);
const [measure] = followed.bundle.measures;
if (measure === undefined) throw new Error('one measure');

/** A figure published beside those followed. */
function beside(
  own: Pick<PublishedMeasure, 'matrix' | 'method' | 'name'>,
  figure: { readonly value: number; readonly lower: number | null; readonly upper: number | null },
  { unit, period = null }: { readonly unit: string; readonly period?: string | null },
) {
  const estimate: FigureEstimate = {
    kind: 'estimate',
    ...figure,
    unit,
    period,
    level: 0.95,
    n: 200,
    group: null,
    by: null,
  };
  const nothing = { counted: null, calls: null, sample: null, answers: null, values: null, missing: null };
  const reference = { baseline: null, target: null, by: null };
  const added: PublishedMeasure = {
    ...(measure as PublishedMeasure),
    ...own,
    indicator: 'beside',
    counts: { kind: 'figures', unit, ...nothing, reference },
    figures: { kind: 'figures', estimates: [estimate] },
  };
  const bundle: Bundle = { ...followed.bundle, measures: [...followed.bundle.measures, added] };
  return readCosts({
    lines: [budgetOf({})],
    allocations: [],
    published: { sha256: followed.sha256, bundle },
    declared: null,
  });
}

describe('a useful use', () => {
  const asked = { matrix: 'useful', method: 'asked-later', name: 'A trouvé ce qu’il cherchait' } as const;

  test('costs a use over the share of uses that were useful, its interval turned over', () => {
    const { perUse, perUsefulUse } = beside(
      asked,
      { value: 0.5, lower: 0.4, upper: 0.8 },
      { unit: 'proportion' },
    );
    if (perUse.kind !== 'cost' || perUsefulUse.kind !== 'cost') throw new Error('known');
    expect(perUsefulUse.value).toBeCloseTo(perUse.value * 2, 9);
    expect(perUsefulUse.lower).toBeCloseTo(perUse.value / 0.8, 9);
    expect(perUsefulUse.upper).toBeCloseTo(perUse.value / 0.4, 9);
    expect(plain(perUsefulUse.sentence)).toMatch(/ € par usage utile, entre [\d ]+ € et [\d ]+ €\.$/);
  });

  test('costs the budget of the days over the amount, when the row is an amount', () => {
    const freed = { matrix: 'useful', method: 'sample-volume', name: 'Heures libérées' } as const;
    const unit = { unit: 'heures libérées', period: '2026-03' };
    const { perUsefulUse } = beside(freed, { value: 3_100, lower: 3_000, upper: 3_200 }, unit);
    // 31 days at 1 000 €.
    expect(perUsefulUse).toMatchObject({ kind: 'cost', value: 10, indicator: 'beside' });
    expect(plain(perUsefulUse.sentence)).toBe('Heures libérées : 10,00 € l’unité, entre 9,69 € et 10,33 €.');
  });

  test('has no cost when a mark is all there is, nor a bound when no use may have been useful', () => {
    const mark = beside(asked, { value: 7.5, lower: null, upper: null }, { unit: 'sur 10' }).perUsefulUse;
    expect(mark.kind === 'insufficient' && mark.reason).toBe('no-figure');
    const nobody = beside(asked, { value: 0.1, lower: 0, upper: 0.3 }, { unit: 'proportion' }).perUsefulUse;
    expect(nobody.kind === 'insufficient' && nobody.reason).toBe('not-bounded');
  });
});
