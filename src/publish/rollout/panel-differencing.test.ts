import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Panel } from '../../measure/rollout/panel.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import type { Publication } from '../bundle/bundle.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { rolloutDocument, rolloutPlan, simulatedPanel } from '../fixtures/simulated-rollout.ts';
import { freeze } from '../freeze.ts';
import type { PanelTerritory } from './panel-counts.ts';

const plan = rolloutPlan();

/** Some territories learn of a few more people, or of many, in one quarter or in all. */
function revised(panel: Panel, seed: number): Panel {
  const random = seededRandom(seed);
  const territories = panel.territories.map((territory) => {
    const [moves, everywhere, more] = [random() < 0.4, random() < 0.5, 1 + Math.floor(random() * 25)];
    if (!moves) return territory;
    const added = territory.sizes.map((_, i) => (everywhere || i === 2 ? more : 0));
    return {
      ...territory,
      sizes: territory.sizes.map((n, i) => (n ?? 0) + (added[i] ?? 0)),
      values: territory.values.map((value, i) => {
        const [n, extra] = [territory.sizes[i] ?? 0, added[i] ?? 0];
        return (Math.round((value ?? 0) * n) + Math.round(extra * 0.4)) / (n + extra);
      }),
    };
  });
  return { ...panel, territories };
}

/** People, people with the outcome and without it, that a reader adds up over these territories in a quarter. */
function known(territories: readonly PanelTerritory[], quarter: number): readonly number[] {
  const people = territories.reduce((sum, own) => sum + (own.people[quarter] ?? 0), 0);
  const yes = territories.reduce(
    (sum, own) => sum + Math.round((own.values[0]?.[quarter] ?? 0) * (own.people[quarter] ?? 0)),
    0,
  );
  return [people, yes, people - yes];
}

const territoriesOf = ({ bundle }: Publication): readonly PanelTerritory[] => {
  const counts = bundle.measures[0]?.counts;
  if (counts?.kind !== 'panel') throw new Error('a panel was published');
  return counts.territories;
};

/** Each thing shown by one publication, less all that the other shows inside it: never a few people. */
function noFew(one: Publication, other: Publication): void {
  for (const territory of territoriesOf(one)) {
    const inside = territoriesOf(other).filter(({ members }) =>
      members.every((name) => territory.members.includes(name)),
    );
    if (inside.length === 0) continue;
    territory.people.forEach((_, quarter) => {
      const then = known(inside, quarter);
      known([territory], quarter).forEach((count, i) => {
        const change = Math.abs(count - (then[i] ?? 0));
        expect(change === 0 || change >= 11).toBe(true);
      });
    });
  }
}

test('publications set side by side never single out a few people', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 15, max: 40 }), fc.integer({ min: 150, max: 300 })), {
    minLength: 12,
    maxLength: 18,
  });
  let compared = 0;
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 10_000 }), (people, seed) => {
      const panel = simulatedPanel({ seed, people, effect: 0.35 });
      const published: Publication[] = [];
      for (const now of [panel, revised(panel, seed + 1), revised(revised(panel, seed + 1), seed + 2)]) {
        try {
          const document = rolloutDocument(now, plan);
          const earlier = [...published];
          published.push(
            freeze({ document, plan: plan.plan, rule: peopleRule, earlier, today: '2026-11-23' }),
          );
        } catch (error) {
          expect(String(error)).toMatch(/même conclusion/);
        }
      }
      for (const [i, one] of published.entries()) {
        for (const other of published.slice(0, i)) {
          compared += 1;
          noFew(one, other);
          noFew(other, one);
        }
      }
    }),
    { numRuns: 10, seed: 7 },
  );
  expect(compared).toBeGreaterThan(3);
});
