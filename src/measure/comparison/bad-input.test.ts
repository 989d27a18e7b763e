import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ComparedPeople, comparedPeople, soundMeasure } from './fixtures/compared-people.ts';

let people: ComparedPeople;
beforeAll(async () => {
  people = await comparedPeople();
});
afterAll(() => people.close());

const decision = ', decision: {threshold: 0.01, cost: 1000, value_per_outcome: 500}';

/** `soundMeasure` itself refuses any NaN, Infinity, interval without width or sentence without its full stop. */
async function refusedBecause(comparison: string, more: { through?: string; outcome?: 'strangers' } = {}) {
  const measure = soundMeasure(await people.document([{ comparison, more: decision, ...more }]));
  const differences = measure.effects.filter(({ measure: kind }) => kind === 'difference');
  expect(differences.length).toBeGreaterThan(0);
  for (const effect of measure.effects) expect(effect).toMatchObject({ kind: 'insufficient', value: null });
  expect(measure.evidence.level).toBeLessThanOrEqual(2);
  expect(measure.decision?.costPerOutcome).toBeNull();
  expect(measure.comparison?.corrections).toEqual([]);
  return differences.map((effect) => (effect.kind === 'insufficient' ? effect.reason : 'none'));
}

describe.each(['doubly-robust', 'weighting', 'entropy', 'matching-exact', 'matching-nearest'])(
  'groups made alike by %s',
  (adjustment) => {
    const asked = (arm: string, covariate: string, more = '') =>
      `{design: adjusted, arm: ${arm}, covariates: [${covariate}], adjustment: ${adjustment}${more}}`;

    test.each([
      ['a covariate that decides who is treated', asked('arm', 'decides'), 'not-identified'],
      ['everybody treated', asked('everyone', 'zone'), 'not-enough'],
      ['a value of the arm that nobody has', asked('arm', 'zone', ', treated: nobody'), 'not-enough'],
      [
        'impossible matching errors',
        asked('arm', 'zone', ', linkage: {missed: 0.6, false: 0.5}'),
        'not-identified',
      ],
      [
        'matching errors the data contradict',
        asked('arm', 'zone', ', linkage: {false: 0.25}'),
        'not-identified',
      ],
    ])('%s', async (_, comparison, reason) => {
      const reasons = await refusedBecause(comparison);
      expect(reasons).toEqual(reasons.map(() => reason));
    });

    test('nobody with the effect, then nobody followed long enough', async () => {
      const none = await refusedBecause(asked('arm', 'zone'), { outcome: 'strangers' });
      expect(none).toEqual(['not-enough', 'not-enough']);
      const young = await refusedBecause(asked('arm', 'zone'), { through: '2020-02-01' });
      expect(young).toEqual(['not-mature', 'not-mature']);
    });
  },
);

describe.each(['none', 'lin, covariates: [zone]', 'cuped, pre_period: before'])(
  'a draw, %s',
  (adjustment) => {
    test.each([
      [
        'everybody drawn on one side',
        `{design: randomised, arm: everyone, adjustment: ${adjustment}}`,
        'not-enough',
      ],
      ['ten people on one side', `{design: randomised, arm: few, adjustment: ${adjustment}}`, 'not-enough'],
    ])('%s', async (_, comparison, reason) => {
      const reasons = await refusedBecause(comparison);
      expect(reasons).toEqual(reasons.map(() => reason));
    });
  },
);

test('a draw listed in a file that knows none of the people followed', async () => {
  expect(await refusedBecause('{design: randomised, assignment: draw, treated: nobody}')).toEqual([
    'not-enough',
    'not-enough',
  ]);
});
