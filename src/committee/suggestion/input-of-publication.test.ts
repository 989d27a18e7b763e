import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ComparedPeople, comparedPeople } from '../../measure/comparison/fixtures/compared-people.ts';
import { peopleRule } from '../../publish/disclosure/rule.ts';
import { freeze } from '../../publish/freeze.ts';
import { inputOfPublication } from './input-of-publication.ts';
import { suggest } from './suggest.ts';

let people: ComparedPeople;
beforeAll(async () => {
  people = await comparedPeople();
});
afterAll(() => people.close());

const today = '2026-11-23';
const aside = { today, costPerYear: null, usersPerYear: null, hasPlan: true, terms: [] };
const published = async (comparison: string, more = '', through = '2020-12-31') => {
  const { document, plan } = await people.kept([{ comparison, more, through }]);
  return freeze({ document, plan, rule: peopleRule, earlier: [], today }).bundle;
};
const decision = ', decision: {threshold: 0.05, value_per_outcome: 100, cost: 10000}';

/** 30 of 100 instead of 20, for 2,000 people offered it who entered in four months; 10,000 € for them: 30,000 € a year. */
test('a draw at random, as published', async () => {
  const input = inputOfPublication(await published('{design: randomised, arm: arm}', decision), aside);
  expect(input).toMatchObject({
    level: 5,
    failedChecks: [],
    threshold: 0.05,
    valuePerOutcome: 100,
    usersPerYear: 6_000,
    costPerYear: 30_000,
    figure: { kind: 'effect', users: 2_000, horizon: 90, measuredOn: today, pending: null, unit: 'share' },
  });
  if (input.figure.kind !== 'effect') throw new Error('an effect is published');
  expect(input.figure.value).toBeCloseTo(0.1, 6);
  expect(input.figure.withoutService).toBeCloseTo(0.2, 6);
  expect(suggest(input).answer).toBe('accelerate');
});

test('what is entered for the service is preferred to what the plan supposes', async () => {
  const input = inputOfPublication(await published('{design: randomised, arm: arm}', decision), {
    ...aside,
    costPerYear: 900_000,
    usersPerYear: 10_000,
  });
  expect(input).toMatchObject({ costPerYear: 900_000, usersPerYear: 10_000 });
  expect(suggest(input)).toMatchObject({ answer: 'slow-down', because: 'too-costly' });
});

test('what the sponsor set is preferred to what the plan says, for the same indicator in the same unit', async () => {
  const bundle = await published('{design: randomised, arm: arm}', decision);
  const indicator = bundle.measures[0]?.indicator ?? '';
  const set = { indicator, unit: 'share', threshold: 0.15, valuePerOutcome: null } as const;
  const input = inputOfPublication(bundle, { ...aside, terms: [set, { ...set, threshold: 0.01 }] });
  expect(input).toMatchObject({ threshold: 0.15, valuePerOutcome: 100 });
  expect(suggest(input)).toMatchObject({ answer: 'slow-down', because: 'worth-yet-below' });
  for (const other of [{ ...set, indicator: 'autre' }, { ...set, unit: 'value' } as const]) {
    expect(inputOfPublication(bundle, { ...aside, terms: [other] }).threshold).toBe(0.05);
  }
});

test('the longer horizon is said to be still to come', async () => {
  const { figure } = inputOfPublication(
    await published('{design: randomised, arm: arm}', '', '2020-03-25'),
    aside,
  );
  expect(figure).toMatchObject({ kind: 'effect', horizon: 60, pending: { horizon: 90 } });
});

test('five people with the service, or none followed long enough: nothing to judge', async () => {
  const few = await published('{design: randomised, arm: few, treated: "1", control: "0"}');
  const young = await published('{design: randomised, arm: arm}', '', '2020-02-15');
  expect(suggest(inputOfPublication(few, aside))).toMatchObject({
    answer: 'cannot-tell',
    because: 'not-enough',
  });
  expect(inputOfPublication(young, aside).figure).toMatchObject({ kind: 'nothing', reason: 'not-enough' });
});

test('nothing published, with a plan and without', () => {
  const reasons = [true, false].map(
    (hasPlan) => suggest(inputOfPublication(null, { ...aside, hasPlan })).because,
  );
  expect(reasons).toEqual(['no-measure', 'no-plan']);
});
