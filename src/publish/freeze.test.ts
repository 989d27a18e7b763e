import { expect, test } from 'vitest';
import { estimateAt } from '../statistics/estimate-at.ts';
import type { Publication } from './bundle/bundle.ts';
import { canonicalJson } from './bundle/canonical.ts';
import { peopleRule } from './disclosure/rule.ts';
import {
  followedOn,
  type Person,
  randomisedComparison,
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from './fixtures/simulated-measure.ts';
import { freeze } from './freeze.ts';

const world = { people: 3000, seed: 1, days: 200, share: 0.3, channels: [5, 3, 0.02] };
const people = simulatedPeople(world);
const lastDay = '2026-07-31';

const published = (comparison = '', crowd: readonly Person[] = people, today = '2026-11-23') => {
  const plan = simulatedPlan(comparison);
  const document = simulatedDocument(crowd, lastDay, plan);
  return freeze({ document, plan: plan.plan, rule: peopleRule, earlier: [], today });
};

const counts = ({ bundle }: Publication) => {
  const own = bundle.measures[0]?.counts;
  if (own?.kind !== 'follow-up') throw new Error('a follow-up was published');
  return own;
};
const figures = ({ bundle }: Publication) => {
  const own = bundle.measures[0]?.figures;
  if (own?.kind !== 'follow-up') throw new Error('a follow-up was published');
  return own;
};

test('the published figure is that of Kaplan and Meier on each person, to a small part of its error', () => {
  const coverage = Date.parse(lastDay) / 86_400_000;
  const counts = people
    .filter(({ indexDay }) => indexDay <= coverage)
    .map((person) => ({ ...followedOn(person, coverage), n: 1 }));
  for (const horizon of [90, 180]) {
    const exact = estimateAt(counts, horizon);
    const found = figures(published()).estimates.find(
      (estimate) => estimate.group === null && estimate.horizon === horizon,
    );
    if (exact.kind !== 'estimate' || found?.kind !== 'estimate') throw new Error('both give a figure');
    const error = (exact.upper - exact.lower) / 4;
    expect(Math.abs(found.value - exact.value)).toBeLessThan(error / 10);
    expect(Math.abs(found.upper - exact.upper)).toBeLessThan(error / 5);
  }
});

test('the publication is known through the last day of the figure it is known by, not of an older series beside it', () => {
  const plan = simulatedPlan();
  const document = simulatedDocument(people, lastDay, plan);
  const [measure] = document.measures;
  const [indicator] = plan.plan.indicators;
  if (measure?.coverage == null || indicator === undefined) throw new Error('a follow-up with its coverage');
  const older = { ...measure, indicator: 'visits', matrix: 'used' as const };
  const both = {
    ...document,
    measures: [{ ...older, coverage: { ...measure.coverage, day: '2026-06-30' } }, measure],
  };
  const indicators = [...plan.plan.indicators, { ...indicator, id: 'visits', matrix: 'used' as const }];
  const { bundle } = freeze({
    document: both,
    plan: { ...plan.plan, indicators },
    rule: peopleRule,
    earlier: [],
    today: '2026-11-23',
  });
  expect(bundle.freshness.dataThrough).toBe(lastDay);
});

test('the same measure gives the same bytes, and no file path or identifier is among them', () => {
  const text = canonicalJson(published());
  expect(canonicalJson(published())).toBe(text);
  expect(text).not.toContain('secret/dossier');
  expect(text).not.toContain('3 lignes');
});

test('the sentence reads the published figure', () => {
  const { headline } = published().bundle.measures[0] ?? {};
  expect(headline?.sentence.replace(/\s/g, ' ')).toMatch(
    /^Sur 100 personnes qui ont utilisé La Boite, entre \d+ et \d+ retrouvent un emploi dans les six mois \(estimation : \d+ ; effets connus jusqu’au 31 juillet 2026\)\. Nous ne savons pas/,
  );
});

test('a channel of a few people is not named, and its people are in the others', () => {
  const { breakdowns, everyone } = counts(published());
  const names = breakdowns[0]?.table.groups.map(({ group }) => group);
  expect(names).toContain('*');
  expect(names).not.toContain('canal 3');
  expect(everyone?.until).toEqual(expect.arrayContaining([90, 180]));
});

test('a randomised measure publishes its effect, computed from the counts of each arm', () => {
  const measure = published(randomisedComparison).bundle.measures[0];
  const effects = figures(published(randomisedComparison)).effects;
  const [effect] = effects;
  expect(effect).toMatchObject({ kind: 'estimate', measure: 'difference', estimand: 'itt', horizon: 90 });
  expect(effects.some(({ estimand }) => estimand === 'cace')).toBe(true);
  expect(measure?.headline.effect).not.toBeNull();
});

test('fewer people than the threshold: nothing is published of them but that it is hidden', () => {
  const few = published('', people.slice(0, 9));
  const measure = few.bundle.measures[0];
  expect(counts(few).everyone).toBeNull();
  expect(figures(few).units).toBeNull();
  expect(measure?.headline.sentence.replace(/\s/g, ' ')).toMatch(/Masqué à trois mois/);
  expect(canonicalJson(measure)).not.toContain('"n":9');
});

test('the five quality fields are all said', () => {
  const { quality } = published().bundle.measures[0] ?? {};
  for (const field of Object.values(quality ?? {})) expect(field.length).toBeGreaterThan(20);
  expect(Object.keys(quality ?? {})).toHaveLength(5);
});
