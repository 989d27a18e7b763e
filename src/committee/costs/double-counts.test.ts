import { expect, test } from 'vitest';
import { doubleCounts } from './double-counts.ts';
import { budgetOf } from './fixtures/budget.ts';

const planned = budgetOf({ state: 'forecast', nature: 'services' });

test.each([
  ['a plan and the one that follows it', [planned, budgetOf({ ...planned, cents: 1 })], 1],
  ['a whole budget and its details', [budgetOf({}), budgetOf({ nature: 'staff' })], 1],
  ['two bills of one nature', [budgetOf({ nature: 'services' }), budgetOf({ nature: 'services' })], 0],
  ['a plan and what was paid: the second replaces the first', [planned, budgetOf({ nature: 'services' })], 0],
  ['other days', [planned, budgetOf({ ...planned, from: '2027-01-01', until: '2027-12-31' })], 0],
  ['two trades', [planned, budgetOf({ ...planned, activity: 'Support' })], 0],
] as const)('%s', (_, lines, expected) => {
  expect(doubleCounts(lines)).toHaveLength(expected);
});
