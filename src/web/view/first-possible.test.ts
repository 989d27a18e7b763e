import { expect, test } from 'vitest';
import { peopleRule } from '../../publish/disclosure/rule.ts';
import {
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from '../../publish/fixtures/simulated-measure.ts';
import { freeze } from '../../publish/freeze.ts';
import { firstPossible } from './first-possible.ts';

const plan = simulatedPlan();
const [indicator] = plan.plan.indicators;
const people = simulatedPeople({ people: 900, seed: 11, days: 60, share: 0.3, channels: [5, 3] });
const measured = (lastDay: string) => {
  const document = simulatedDocument(people, lastDay, plan);
  const { bundle } = freeze({ document, plan: plan.plan, rule: peopleRule, earlier: [], today: lastDay });
  return bundle.measures[0];
};

test('a figure too young says the day before which it cannot come: who came first, followed long enough', () => {
  const young = measured('2026-03-15');
  if (young === undefined || indicator === undefined) throw new Error('nothing measured');
  expect(young.headline.estimate).toMatchObject({ kind: 'insufficient', reason: 'not-mature' });
  const first = young.inputs.find(({ source }) => source === 'usage')?.firstDay;
  expect(first).toBe('2026-01-01');
  expect(young.headline.estimate).toMatchObject({ horizon: 90 });
  expect(firstPossible(young, indicator)?.replaceAll('\u00a0', ' ')).toContain(
    'pas venir avant le 1er avril 2026',
  );
});

test('a figure that is there says nothing of the kind', () => {
  const old = measured('2026-12-31');
  if (old === undefined || indicator === undefined) throw new Error('nothing measured');
  expect(old.headline.estimate.kind).toBe('estimate');
  expect(firstPossible(old, indicator)).toBeNull();
});
