import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ComparedPeople, comparedPeople, soundMeasure } from './fixtures/compared-people.ts';

let people: ComparedPeople;
beforeAll(async () => {
  people = await comparedPeople();
});
afterAll(() => people.close());

const drawn = '{design: randomised, arm: arm}';
const plain = (texts: readonly string[]) => texts.join(' ').replace(/\s/g, ' ');

test('one indicator is corrected over its horizons, several over all they read, and it is said', async () => {
  const alone = soundMeasure(await people.document([{ comparison: drawn }]));
  const together = await people.document([
    { comparison: drawn },
    { comparison: '{design: randomised, arm: idle, expected_share: 0.3335}' },
    { comparison: '{design: adjusted, arm: everyone, covariates: [zone]}' },
  ]);
  const first = soundMeasure(together);
  const [before] = alone.comparison?.corrections ?? [];
  const [after] = first.comparison?.corrections ?? [];
  expect(alone.comparison?.corrections).toHaveLength(2);
  expect(before?.adjusted).toBeCloseTo(2 * (before?.pValue ?? 0), 15);
  expect(after?.adjusted).toBeCloseTo(4 * (after?.pValue ?? 0), 15);
  expect(plain(alone.comparison?.notes ?? [])).toContain('L’effet est lu à 2 horizons (60 et 90 jours)');
  expect(plain(first.comparison?.notes ?? [])).toContain(
    'Ce plan lit 4 écarts à la fois (2 indicateurs comparés, tous horizons réunis)',
  );
  const [, idle, refused] = together.measures;
  if (idle?.method !== 'follow-up' || refused?.method !== 'follow-up') throw new Error('no measure');
  expect(plain(idle.comparison?.notes ?? [])).toContain('aucun ne se distingue du hasard');
  // A comparison without a figure tests nothing, and says nothing of corrections.
  expect(refused.comparison?.corrections).toEqual([]);
  expect(plain(refused.comparison?.notes ?? [])).not.toContain('Holm');
});

test('looked at every week when the plan says so', async () => {
  const monthly = await people.measured(drawn);
  const weekly = await people.measured(drawn, ', cadence: week');
  expect(monthly.comparison?.alwaysValid?.sentence).toContain('tous les 30 jours');
  expect(weekly.comparison?.alwaysValid?.sentence).toContain('chaque semaine');
  expect(weekly.comparison?.alwaysValid?.looks).toBeGreaterThan(
    3 * (monthly.comparison?.alwaysValid?.looks ?? 9),
  );
});

test('groups of a few people, or with a few outcomes, are for the team only', async () => {
  const few = await people.measured('{design: randomised, arm: few, expected_share: 0.0025}');
  expect(few.warnings.find(({ code }) => code === 'small-arm')?.sentence).toContain('10\u00a0personnes');
  const many = await people.measured(drawn);
  expect(many.warnings.map(({ code }) => code)).not.toContain('small-arm');
});
