import { expect, test } from 'vitest';
import type { Comparison } from './comparison.ts';
import { covariateMatrix } from './covariates.ts';
import { linAdjustedDifference } from './lin-adjustment.ts';
import { seededRandom } from './seeded-random.ts';
import { twoMeans } from './two-means.ts';

function experiment(random: () => number, n: number, effect: number): Comparison {
  const age = Array.from({ length: n }, () => Math.floor(5 * random()));
  const treated = age.map(() => (random() < 0.4 ? 1 : 0));
  const outcome = age.map(
    (a, i) => 0.5 * a * a + (treated[i] ? effect + 0.5 * (a - 2) : 0) + 2 * (random() - 0.5),
  );
  return {
    treated,
    outcome,
    counts: age.map(() => 1),
    covariates: covariateMatrix([{ name: 'age', values: age }]),
  };
}

test('it is the difference of the two arms’ own regressions read at the mean covariate', () => {
  const data = experiment(seededRandom(1), 60, 1);
  const answer = linAdjustedDifference(data);
  if ('error' in answer) throw new Error(answer.sentence);
  const x = [...data.covariates.values.values];
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  const at = (arm: number) => {
    const own = x.flatMap((v, i) => (data.treated[i] === arm ? [[v, data.outcome[i] ?? 0] as const] : []));
    const [mx, my] = [0, 1].map((k) => own.reduce((s, pair) => s + (pair[k] ?? 0), 0) / own.length) as [
      number,
      number,
    ];
    const slope =
      own.reduce((s, [a, b]) => s + (a - mx) * (b - my), 0) / own.reduce((s, [a]) => s + (a - mx) ** 2, 0);
    return my + slope * (mean - mx);
  };
  expect(answer.estimate).toBeCloseTo(at(1) - at(0), 10);
  expect(answer.df).toBe(56);
});

test('it covers the effect on these people, with a smaller error than the plain difference', () => {
  const random = seededRandom(2);
  let [covered, errors, plainErrors] = [0, 0, 0];
  const runs = 300;
  for (let k = 0; k < runs; k++) {
    const data = experiment(random, 150, 1);
    const answer = linAdjustedDifference(data);
    if ('error' in answer) throw new Error(answer.sentence);
    const arm = (which: number) => ({
      values: Array.from(data.outcome).filter((_, i) => data.treated[i] === which),
    });
    const plain = twoMeans(arm(1), arm(0));
    if ('error' in plain) throw new Error(plain.sentence);
    errors += answer.se ?? 0;
    plainErrors += plain.se ?? 0;
    const ages = [...data.covariates.values.values];
    const truth = 1 + ages.reduce((sum, age) => sum + 0.5 * (age - 2), 0) / ages.length;
    if ((answer.lower ?? 0) < truth && truth < (answer.upper ?? 0)) covered++;
  }
  expect(covered / runs).toBeGreaterThan(0.92);
  expect(covered / runs).toBeLessThan(0.98);
  expect(errors).toBeLessThan(0.6 * plainErrors);
});

test('covariates that repeat each other or do not vary are left out and named', () => {
  const data = experiment(seededRandom(3), 80, 1);
  const age = [...data.covariates.values.values];
  const more = covariateMatrix([
    { name: 'age', values: age },
    { name: 'months', values: age.map((a) => 12 * a) },
    { name: 'one', values: age.map(() => 1) },
  ]);
  const [alone, together] = [
    linAdjustedDifference(data),
    linAdjustedDifference({ ...data, covariates: more }),
  ];
  if ('error' in alone || 'error' in together) throw new Error();
  expect(together.estimate).toBeCloseTo(alone.estimate, 9);
  expect(together.se).toBeCloseTo(alone.se ?? 0, 9);
  expect(together.aliased).toEqual(['months', 'one']);
});

test('too few people for the covariates, or an empty arm, are refused', () => {
  const covariates = covariateMatrix([{ name: 'age', values: [1, 2, 3, 5] }]);
  const base = { outcome: [1, 0, 1, 1], counts: [1, 1, 1, 1], covariates };
  expect(linAdjustedDifference({ ...base, treated: [1, 0, 1, 0] })).toMatchObject({
    error: 'not-identified',
  });
  expect(linAdjustedDifference({ ...base, treated: [1, 1, 1, 1] })).toMatchObject({ error: 'empty-group' });
});
