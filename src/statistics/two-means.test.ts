import { expect, test } from 'vitest';
import { twoMeans } from './two-means.ts';

// Hours of sleep gained under two drugs (Student 1908, table); Welch's test as printed by R's t.test on them.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test('Welch on Student’s sleep data: t = -1.8608, df = 17.776, interval -3.3654832 to 0.2054832', () => {
  const answer = twoMeans({ values: first }, { values: second });
  if ('error' in answer) throw new Error(answer.sentence);
  expect((answer.estimate ?? 0) / (answer.se ?? 1)).toBeCloseTo(-1.8608, 4);
  expect(answer.df).toBeCloseTo(17.776, 3);
  expect(answer.lower).toBeCloseTo(-3.3654832, 6);
  expect(answer.upper).toBeCloseTo(0.2054832, 6);
});

test('counts stand for repeated values; a lone unit or no variation gives no interval', () => {
  const repeated = twoMeans({ values: [1, 2, 2, 5] }, { values: [0, 0, 3] });
  expect(twoMeans({ values: [1, 2, 5], counts: [1, 2, 1] }, { values: [0, 3], counts: [2, 1] })).toEqual(
    repeated,
  );
  expect(twoMeans({ values: [4] }, { values: [1, 2] })).toMatchObject({ se: null, lower: null });
  expect(twoMeans({ values: [2, 2] }, { values: [1, 1] })).toMatchObject({
    estimate: 1,
    se: null,
    upper: null,
  });
  expect(twoMeans({ values: [] }, { values: [1] })).toMatchObject({ error: 'empty-group' });
});
