import { expect, test } from 'vitest';
import type { CheckVerdict } from '../../platform/database/tables/committees.ts';
import { checkDue, nextCheckOn } from './check-due.ts';
import type { CheckedDecision } from './checked-decisions.ts';
import { decisionsSummary } from './decisions-summary.ts';

const check = (months: 6 | 12, verdict: CheckVerdict = 'as-hoped') => ({ months, verdict });
const decision = (checks: CheckedDecision['checks']): CheckedDecision => ({
  decidedOn: '2026-08-31',
  checks,
});

test('one looks back six and twelve months later, once each', () => {
  expect(checkDue(decision([]), '2027-02-27')).toBeNull();
  expect(checkDue(decision([]), '2027-02-28')).toBe(6);
  expect(checkDue(decision([check(6)]), '2027-08-30')).toBeNull();
  expect(checkDue(decision([check(6)]), '2027-08-31')).toBe(12);
  expect(checkDue(decision([]), '2028-01-01')).toBe(12);
  expect(checkDue(decision([check(12)]), '2030-01-01')).toBeNull();
  expect(nextCheckOn(decision([]), '2026-12-01')).toBe('2027-02-28');
  expect(nextCheckOn(decision([]), '2027-02-28')).toBe('2027-08-31');
  expect(nextCheckOn(decision([]), '2028-01-01')).toBeNull();
});

test('the last look of each decision counts, and few looks are said to be few', () => {
  const said = decisionsSummary(
    [
      decision([check(6, 'not-as-hoped'), check(12, 'as-hoped')]),
      decision([check(6, 'cannot-tell')]),
      decision([]),
    ],
    '2027-03-01',
  ).join(' ');
  expect(said.replace(/\u00a0/g, ' ')).toBe(
    'Sur 2 décisions relues avec le recul : 1 où ce qui était espéré s’est produit, 0 où ce n’est pas le cas, 1 où l’on ne peut pas le dire. C’est trop peu pour dire si nous décidons bien : il en faudrait au moins 10. 1 décision attend qu’on dise ce qu’elle est devenue.',
  );
  const many = decisionsSummary(
    Array.from({ length: 10 }, () => decision([check(12)])),
    '2027-03-01',
  );
  expect(many).toHaveLength(1);
  expect(decisionsSummary([], '2027-03-01').join(' ')).toMatch(
    /nous ne savons pas encore si nous décidons bien/,
  );
});
