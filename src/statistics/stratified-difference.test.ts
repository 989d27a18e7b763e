import { expect, test } from 'vitest';
import { covariateMatrix } from './covariates.ts';
import { linAdjustedDifference } from './lin-adjustment.ts';
import { seededRandom } from './seeded-random.ts';
import { stratifiedDifference } from './stratified-difference.ts';

const random = seededRandom(11);
const units = Array.from({ length: 90 }, (_, i) => {
  const stratum = ['a', 'b', 'c'][i % 3] ?? 'a';
  const treated = random() < 0.5 ? 1 : 0;
  return { stratum, treated, outcome: (i % 3) + treated * (1 + (i % 3) / 2) + random() };
});
const data = {
  treated: units.map(({ treated }) => treated),
  outcome: units.map(({ outcome }) => outcome),
  counts: units.map(() => 1),
  stratum: units.map(({ stratum }) => stratum),
};

test('everybody’s proportions: Lin’s regression on indicators of the strata, with its HC2 error', () => {
  const covariates = covariateMatrix([{ name: 's', values: data.stratum }]);
  const lin = linAdjustedDifference({ ...data, covariates }, { level: 0.95, covariance: 'HC2' });
  const own = stratifiedDifference(data, 'everyone');
  if ('error' in lin || 'error' in own) throw new Error('both give a figure');
  expect(own.difference).toBeCloseTo(lin.estimate, 10);
  expect(own.se).toBeCloseTo(lin.se ?? 0, 10);
  expect(own.meanTreated - own.meanControl).toBeCloseTo(own.difference, 12);
});

test('a worked example, by hand', () => {
  // Differences 2 and 0 in strata of 4 and 8 units: (4 × 2 + 8 × 0) / 12.
  const found = stratifiedDifference(
    {
      treated: [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0],
      outcome: [4, 2, 2, 0, 1, 3, 2, 2, 2, 2, 2, 2],
      counts: Array(12).fill(1),
      stratum: [...'aaaabbbbbbbb'],
    },
    'everyone',
  );
  expect(found).toMatchObject({ difference: expect.closeTo(2 / 3, 12), strata: 2 });
  // (1/3)² (2/2 + 2/2) + (2/3)² (2/2 + 0)
  expect('error' in found ? null : found.se).toBeCloseTo(Math.sqrt(2 / 9 + 4 / 9), 12);
});

test('a stratum with one arm only is left out and counted; none with both is refused', () => {
  const lone = {
    treated: [...data.treated, 1],
    outcome: [...data.outcome, 50],
    counts: [...data.counts, 7],
    stratum: [...data.stratum, 'd'],
  };
  expect(stratifiedDifference(lone, 'everyone')).toEqual(stratifiedDifference(data, 'everyone'));
  const apart = { ...data, stratum: data.treated.map(String) };
  expect(stratifiedDifference(apart, 'everyone')).toMatchObject({ error: 'not-identified' });
});
