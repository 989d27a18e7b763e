import { expect, test } from 'vitest';
import { contract, firstFollowUp, people, spells } from './fixtures/worked-plans.ts';
import { matchingRefusal } from './matching-refusal.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';

function refusal(text: string, change: (plan: Plan) => Plan = (plan) => plan): string | null {
  const { plan } = readPlan(text);
  if (!plan) throw new Error('no plan');
  return matchingRefusal(change(plan), firstFollowUp(plan));
}

test('people may be matched when their source says by what right', () => {
  expect(refusal(contract)).toBeNull();
});

test('without it, the refusal names the source and what to write', () => {
  const sentence = refusal(contract.replace(/matching_right:.*/, ''));
  expect(sentence).toMatch(/^Appariement refusé pour « Embauches .*matching_right .* à sources\.usage/);
  expect(refusal(contract.replace(/matching_right: "[^"]*"/, 'matching_right: '))).toBe(sentence);
});

test('a list of people already followed is a matter for advice, not a refusal', () => {
  expect(refusal(people)).toBeNull();
});

test('a table that holds its own outcome is matched with nothing', () => {
  expect(refusal(spells)).toBeNull();
});

test('audience data are refused even if a plan built otherwise claims a right', () => {
  const exempt = refusal(contract, (plan) => {
    const { usage } = plan.sources;
    return usage
      ? { ...plan, sources: { ...plan.sources, usage: { ...usage, audienceExempt: true } } }
      : plan;
  });
  expect(exempt).toMatch(/usage vient d'une mesure d'audience exemptée .* CNIL/);
});
