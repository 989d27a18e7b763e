import { expect, test } from 'vitest';
import { exactMatching } from './exact-matching.ts';

const data = {
  stratum: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b', 'c', 'd'],
  treated: [1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0],
  outcome: [5, 7, 2, 4, 9, 10, 11, 8, 10, 50, 0],
  counts: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
};

test('strata are compared within themselves and averaged over the treated', () => {
  const answer = exactMatching(data);
  if ('error' in answer) throw new Error(answer.sentence);
  expect(answer.att).toBeCloseTo((2 * (6 - 3) + 3 * (10 - 9)) / 5, 12);
  // Within-stratum variances: a 2 and 2, b 1 and 2.
  expect(answer.se).toBeCloseTo(
    Math.sqrt((2 / 5) ** 2 * (2 / 2 + 2 / 2) + (3 / 5) ** 2 * (1 / 3 + 2 / 2)),
    12,
  );
  expect(answer).toMatchObject({
    strata: 2,
    matchedTreated: 5,
    droppedTreated: 1,
    matchedControl: 4,
    droppedControl: 1,
  });
});

test('counts stand for repeated rows', () => {
  const twice = { ...data, counts: data.counts.map(() => 2) };
  const rows = [...data.counts.keys()].flatMap((i) => [i, i]);
  const pick = <T>(values: readonly T[]) => rows.map((i) => values[i] as T);
  const long = {
    stratum: pick(data.stratum),
    treated: pick(data.treated),
    outcome: pick(data.outcome),
    counts: pick(data.counts),
  };
  expect(exactMatching(twice)).toEqual(exactMatching(long));
});

test('a lone unit borrows the arm’s variance; with nothing to borrow there is no interval', () => {
  const lone = {
    stratum: ['a', 'a', 'a', 'b', 'b', 'b'],
    treated: [1, 0, 0, 1, 1, 0],
    outcome: [3, 1, 2, 5, 7, 4],
    counts: [1, 1, 1, 1, 1, 1],
  };
  const answer = exactMatching(lone);
  if ('error' in answer) throw new Error(answer.sentence);
  expect(answer.se).toBeCloseTo(Math.sqrt((1 / 9) * (2 + 0.5 / 2) + (4 / 9) * (2 / 2 + 0.5)), 12);
  const pair = exactMatching({ stratum: ['a', 'a'], treated: [1, 0], outcome: [3, 1], counts: [1, 1] });
  expect(pair).toMatchObject({ att: 2, se: null, lower: null, upper: null });
});

test('no common stratum, or an empty arm, is refused', () => {
  expect(exactMatching({ ...data, stratum: data.treated.map(String) })).toMatchObject({
    error: 'not-identified',
  });
  expect(exactMatching({ ...data, treated: data.treated.map(() => 0) })).toMatchObject({
    error: 'empty-group',
  });
});
