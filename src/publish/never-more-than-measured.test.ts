import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../measure/comparison/compare.ts';
import { noCells } from '../measure/comparison/covariate-cells.ts';
import { isoDay } from '../statistics/calendar-day.ts';
import { estimateAt } from '../statistics/estimate-at.ts';
import type { FollowUpCount } from '../statistics/follow-up-count.ts';
import type { Publication } from './bundle/bundle.ts';
import { others } from './disclosure/earlier.ts';
import { peopleRule } from './disclosure/rule.ts';
import {
  randomisedComparison,
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from './fixtures/simulated-measure.ts';
import { freeze } from './freeze.ts';

const worlds = fc.record({
  people: fc.integer({ min: 5, max: 1200 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
  days: fc.integer({ min: 1, max: 200 }),
  share: fc.constantFrom(0, 0.05, 0.3, 0.9),
  channels: fc.constantFrom([1], [5, 1], [5, 3, 0.05]),
});
/** Days between the first entry and the end of the register. */
const knownDays = fc.integer({ min: 0, max: 400 });

const shown = ({ bundle }: Publication) => {
  const own = bundle.measures[0]?.figures;
  if (own?.kind !== 'follow-up') throw new Error('a follow-up was published');
  return own;
};
const wherePublished = (found: readonly { readonly kind: string; readonly horizon: number }[]) =>
  found.filter(({ kind }) => kind === 'estimate').map(({ horizon }) => horizon);

test('no figure is published where the measure has none: of everyone, of a group, of the effect', () => {
  const plan = simulatedPlan(randomisedComparison);
  const source = plan.plan.sources.usage;
  if (source === undefined) throw new Error('usage is a source');
  let figures = 0;
  let refusals = 0;
  fc.assert(
    fc.property(worlds, knownDays, (world, known) => {
      const coverage = Date.UTC(2026, 0, 1) / 86_400_000 + known;
      const document = simulatedDocument(simulatedPeople(world), isoDay(coverage), plan);
      const [measure] = document.measures;
      if (measure?.method !== 'follow-up' || measure.followed === undefined) throw new Error('follow-up');
      const { units, columns, cells } = measure.followed;
      const published = shown(
        freeze({ document, plan: plan.plan, rule: peopleRule, earlier: [], today: '2027-03-01' }),
      );
      const measured = (counts: readonly FollowUpCount[]) =>
        wherePublished(plan.indicator.horizons.map((horizon) => estimateAt(counts, horizon)));
      const effects =
        compare(plan.indicator, {
          source,
          units,
          cells: { covariates: cells, draw: noCells },
          columns,
          timeUnit: 1,
          coverage,
          drawn: null,
        })?.effects ?? [];
      for (const { kind, group, horizon } of published.estimates) {
        if (group === others) continue;
        const own = group === null ? units : units.filter(({ cells }) => cells[0] === group);
        if (kind === 'estimate') expect(measured(own)).toContain(horizon);
        if (kind === 'estimate') figures++;
        else refusals++;
      }
      for (const { kind, horizon, measure: scale, estimand } of published.effects) {
        if (kind !== 'estimate') continue;
        const same = effects.filter((own) => own.measure === scale && own.estimand === estimand);
        expect(wherePublished(same)).toContain(horizon);
      }
    }),
    { numRuns: 60, seed: 4 },
  );
  expect(Math.min(figures, refusals)).toBeGreaterThan(50);
});

test('people followed for six months say nothing of two years, and nothing is carried forward', () => {
  const plan = simulatedPlan();
  const people = simulatedPeople({ people: 600, seed: 3, days: 60, share: 0.4, channels: [1] });
  const published = freeze({
    document: simulatedDocument(people, '2026-03-15', plan),
    plan: plan.plan,
    rule: peopleRule,
    earlier: [],
    today: '2026-11-23',
  });
  const [headline] = published.bundle.measures.map((measure) => measure.headline.sentence);
  expect(headline).toMatch(/Pas encore mûr/);
  const [curve] = shown(published).curves;
  expect(curve?.points.at(-1)?.time).toBeLessThan(75);
  expect(published.bundle.disclosure.hidden.map(({ what }) => what).join()).not.toMatch(/90|180/);
});
