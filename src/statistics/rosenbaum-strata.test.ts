import { expect, test } from 'vitest';
import { rosenbaumBounds } from './rosenbaum-bounds.ts';
import { type MatchedGroup, rosenbaumStrata } from './rosenbaum-strata.ts';

const group = (treated: number, others: number, events: number, treatedEvents: number): MatchedGroup => ({
  treated,
  others,
  events,
  treatedEvents,
});

function upper(groups: readonly MatchedGroup[], gammas: readonly number[]): readonly number[] {
  const answer = rosenbaumStrata(groups, gammas);
  if ('error' in answer) throw new Error(answer.sentence);
  return answer.bounds.map((bound) => bound.upper);
}

test('one group is Fisher’s test of an odds ratio of gamma', () => {
  // R: fisher.test(matrix(c(14, 6, 8, 16), 2), or = gamma, alternative = "greater")$p.value
  const [one, more, two] = upper([group(20, 24, 22, 14)], [1, 1.5, 2]);
  expect(one).toBeCloseTo(0.0164324420325, 10);
  expect(more).toBeCloseTo(0.0730934345514, 10);
  expect(two).toBeCloseTo(0.164969398084, 10);
});

test('several groups are the exact Mantel–Haenszel test, tilted by gamma', () => {
  const groups = [group(10, 11, 13, 8), group(21, 22, 19, 12), group(5, 8, 7, 4)];
  // R: mantelhaen.test(…, exact = TRUE, alternative = "greater")$p.value at gamma 1, then its convolution tilted.
  expect(upper(groups, [1, 1.2, 1.5, 2])).toEqual(
    [0.00695767392042, 0.0197752279513, 0.0582418254597, 0.17248798475].map((p) => expect.closeTo(p, 10)),
  );
});

test('past 300 possible events the normal law is close to the exact one', () => {
  // R: UCBAdmissions, mantelhaen.test(exact = TRUE, alternative = "greater")$p.value = 0.899007838763.
  const departments: readonly (readonly [number, number, number, number])[] = [
    [825, 108, 601, 512],
    [560, 25, 370, 353],
    [325, 593, 322, 120],
    [417, 375, 269, 138],
    [191, 393, 147, 53],
    [373, 341, 46, 22],
  ];
  const [p] = upper(
    departments.map((row) => group(...row)),
    [1],
  );
  expect(p).toBeCloseTo(0.899, 2);
});

test('groups of two are pairs', () => {
  const pairs = [...Array(8).fill(group(1, 1, 1, 1)), ...Array(2).fill(group(1, 1, 1, 0))];
  const expected = rosenbaumBounds({ discordantPairs: 10, treatedOnly: 8, gammas: [1, 2] });
  if ('error' in expected) throw new Error(expected.sentence);
  expect(upper([...pairs, group(1, 1, 2, 1)], [1, 2])).toEqual(
    expected.bounds.map((bound) => expect.closeTo(bound.upper, 12)),
  );
});

test('groups that tell nothing, and impossible ones, are refused', () => {
  expect(rosenbaumStrata([group(3, 0, 1, 1), group(2, 2, 0, 0)], [1])).toMatchObject({
    error: 'not-identified',
  });
  expect(rosenbaumStrata([group(3, 2, 1, 2)], [1])).toMatchObject({ error: 'invalid-input' });
  expect(rosenbaumStrata([group(3, 2, 2, 1)], [0.5])).toMatchObject({ error: 'invalid-input' });
});
