import { expect, test } from 'vitest';
import type { Bundle, PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { effectKey } from './comparable-effect.ts';
import { budgetOf } from './fixtures/budget.ts';
import { followedPublication } from './fixtures/followed.ts';
import { readCosts } from './read-costs.ts';

const published = followedPublication(8);
const [measure] = published.bundle.measures;
const { perAdditionalOutcome: cost, perObservedOutcome: observed } = readCosts({
  lines: [budgetOf({})],
  allocations: [],
  published,
  declared: null,
});
if (measure === undefined || cost.kind !== 'cost' || observed.kind !== 'cost') throw new Error('all known');

/** The same publication with other words in its plan. */
const inWords = (what: string | null, own: Partial<Bundle> = {}): Bundle => ({
  ...published.bundle,
  plan: {
    ...published.bundle.plan,
    indicators: published.bundle.plan.indicators.map((indicator) => {
      const { sentence: _, ...rest } = indicator as typeof indicator & { sentence?: unknown };
      return (what === null ? rest : { ...rest, sentence: { who: 'personnes', what } }) as typeof indicator;
    }),
  },
  ...own,
});
const key = (bundle: Bundle, own = cost, question: 'additional' | 'observed' = 'additional') =>
  effectKey(bundle, measure as PublishedMeasure, own, question);

test('the same effect in the same words, domain and delay compares, whatever the accents', () => {
  expect(key(inWords('retrouvent un emploi'))).toBe(key(inWords('Retrouvent  un emploi')));
});

test.each([
  ['other words', key(inWords('sont en formation'))],
  [
    'another domain',
    key(inWords('retrouvent un emploi', { effect: { ...published.bundle.effect, domain: 'economic' } })),
  ],
  ['another delay', key(inWords('retrouvent un emploi'), { ...cost, horizon: 90 })],
  ['seen rather than added', key(inWords('retrouvent un emploi'), observed, 'observed')],
])('%s does not compare', (_, other) => {
  expect(other).not.toBe(key(inWords('retrouvent un emploi')));
});

test('an effect that the plan does not put in words compares with nothing', () => {
  expect(key(inWords(null))).toBeNull();
});
