import { expect, test } from 'vitest';
import { cuped } from './cuped.ts';
import { seededRandom } from './seeded-random.ts';
import { twoMeans } from './two-means.ts';

const random = seededRandom(7);
const before = Array.from({ length: 200 }, () => 10 * random());
const treated = before.map(() => (random() < 0.5 ? 1 : 0));
const outcome = before.map((x, i) => 0.8 * x + (treated[i] ?? 0) + 3 * random());
const counts = before.map(() => 1);

test('theta is the pooled regression slope; the estimate is the difference of what is left', () => {
  const answer = cuped({ treated, outcome, counts }, before);
  if ('error' in answer) throw new Error(answer.sentence);
  const rest = outcome.map((y, i) => y - answer.theta * (before[i] ?? 0));
  const arm = (which: number) => ({ values: rest.filter((_, i) => treated[i] === which) });
  const plain = twoMeans(arm(1), arm(0));
  if ('error' in plain) throw new Error(plain.sentence);
  expect(answer.estimate).toBeCloseTo(plain.estimate, 10);
  expect(answer.se).toBeCloseTo(plain.se ?? 0, 10);
  const mean = (v: readonly number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  const covariance = mean(rest.map((r, i) => (r - mean(rest)) * ((before[i] ?? 0) - mean(before))));
  expect(covariance).toBeCloseTo(0, 10);
  expect(answer.varianceReduction).toBeGreaterThan(0.7);
  expect(answer.varianceReduction).toBeLessThan(1);
});

test('a measure before that does not vary, or an empty arm, is refused', () => {
  expect(
    cuped(
      { treated, outcome, counts },
      before.map(() => 3),
    ),
  ).toMatchObject({ error: 'not-identified' });
  expect(cuped({ treated: before.map(() => 0), outcome, counts }, before)).toMatchObject({
    error: 'empty-group',
  });
});
