import { describe, expect, test } from 'vitest';
import { zeros } from './linear-algebra.ts';
import { type MatchingChoice, matchedFollowUpEffect } from './matched-follow-up.ts';
import { rosenbaumBounds } from './rosenbaum-bounds.ts';
import { rosenbaumStrata } from './rosenbaum-strata.ts';
import type { CellFollowUp } from './weighted-follow-up.ts';

/** Two cells of one yes-or-no covariate: at 30 days 40 of 60 and 9 of 40 users, 20 of 60 and 4 of 40 others. */
const rows: readonly CellFollowUp[] = [
  { cell: 0, treated: 1, time: 10, status: 1, n: 40 },
  { cell: 0, treated: 1, time: 60, status: 0, n: 20 },
  { cell: 0, treated: 0, time: 10, status: 1, n: 20 },
  { cell: 0, treated: 0, time: 60, status: 0, n: 40 },
  { cell: 1, treated: 1, time: 10, status: 1, n: 9 },
  { cell: 1, treated: 1, time: 60, status: 0, n: 31 },
  { cell: 1, treated: 0, time: 10, status: 1, n: 4 },
  { cell: 1, treated: 0, time: 60, status: 0, n: 36 },
];
const covariates = { names: ['strong'], values: zeros(2, 1) };
covariates.values.values[1] = 1;

function hiddenCause(choice: MatchingChoice, data: readonly CellFollowUp[] = rows) {
  const found = matchedFollowUpEffect(data, covariates, { choice, horizons: [30], level: 0.95 });
  if ('error' in found) throw new Error(found.sentence);
  return found.hiddenCause;
}
const pairs: MatchingChoice = { kind: 'nearest', replacement: false, caliper: null };

describe('a hidden cause behind a matched comparison', () => {
  test('exact matching: the cells are the groups', () => {
    expect(hiddenCause({ kind: 'exact' })?.(30, 1)).toEqual(
      rosenbaumStrata(
        [
          { treated: 60, others: 60, events: 60, treatedEvents: 40 },
          { treated: 40, others: 40, events: 13, treatedEvents: 9 },
        ],
        [1],
      ),
    );
  });

  test('pairs: those expected when people alike are paired at random', () => {
    // 60 × 2/3 × 2/3 + 40 × 9/40 × 36/40 = 34.8 pairs for the service, 60 × 1/9 + 40 × 31/40 × 4/40 = 9.8 against.
    expect(hiddenCause(pairs)?.(30, 1)).toEqual(
      rosenbaumBounds({ discordantPairs: 45, treatedOnly: 35, gammas: [1] }),
    );
  });

  test('an effect that lowers the outcome is read the other way', () => {
    const swapped = rows.map((row) => ({ ...row, treated: row.treated === 1 ? (0 as const) : (1 as const) }));
    for (const choice of [pairs, { kind: 'exact' } as const]) {
      const up = hiddenCause(choice)?.(30, 1);
      const down = hiddenCause(choice, swapped)?.(30, -1);
      expect(down).toMatchObject({ sensitivity: expect.closeTo(sensitivityOf(up), 6) });
    }
  });

  test('people whose follow-up stops before the horizon without the outcome are left out', () => {
    const young: readonly CellFollowUp[] = [
      { cell: 0, treated: 1, time: 5, status: 0, n: 500 },
      { cell: 0, treated: 0, time: 5, status: 0, n: 500 },
    ];
    expect(hiddenCause({ kind: 'exact' }, [...rows, ...young])?.(30, 1)).toEqual(
      hiddenCause({ kind: 'exact' })?.(30, 1),
    );
  });

  test('with replacement nothing is paired', () => {
    expect(hiddenCause({ kind: 'nearest', replacement: true, caliper: null })).toBeNull();
  });
});

function sensitivityOf(answer: ReturnType<NonNullable<ReturnType<typeof hiddenCause>>> | undefined): number {
  if (answer === undefined || 'error' in answer || answer.sensitivity === null) throw new Error('no bound');
  return answer.sensitivity;
}
