import { chiSquareUpperTail } from './chi-square.ts';
import type { FollowUpCount } from './follow-up-count.ts';
import { quadraticForm } from './quadratic-form.ts';
import { atRiskJustBefore, lastAtOrBefore, riskTable } from './risk-table.ts';

export interface LogRank {
  /** Null when nothing can be compared: no event, or never two groups at risk together. */
  readonly statistic: number | null;
  readonly df: number;
  readonly pValue: number | null;
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/**
 * Log-rank test that the hazard of `cause` is the same in all groups, hypergeometric variance, no continuity
 * correction; delayed entry allowed. Groups never at risk at an event time are left out of the degrees of
 * freedom. Mantel 1966; Peto & Peto 1972.
 * Assumes follow-up stops for reasons unrelated to the outcome (independent censoring).
 * Two of ten against one of ten, all on day 3: chi-square 0.37, p 0.54.
 */
export function logRank(groups: readonly (readonly FollowUpCount[])[], cause = 1): LogRank {
  const tables = groups.map((counts) => riskTable(counts, cause));
  const pooled = riskTable(groups.flat(), cause);
  const observed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (const { time, atRisk, events } of pooled.steps) {
    if (events === 0) continue;
    const shares = tables.map((table) => atRiskJustBefore(table, time) / atRisk);
    const spread = atRisk > 1 ? (events * (atRisk - events)) / (atRisk - 1) : 0;
    tables.forEach((table, j) => {
      const step = table.steps[lastAtOrBefore(table.steps, time)];
      const share = shares[j] ?? 0;
      if (step?.time === time) observed[j] = (observed[j] ?? 0) + step.events;
      expected[j] = (expected[j] ?? 0) + share * events;
      const row = covariance[j] ?? [];
      shares.forEach((other, k) => {
        row[k] = (row[k] ?? 0) + spread * share * ((j === k ? 1 : 0) - other);
      });
    });
  }
  const excess = observed.map((count, j) => count - (expected[j] ?? 0));
  const test = quadraticForm(excess, covariance);
  return {
    statistic: test?.statistic ?? null,
    df: test?.df ?? 0,
    pValue: test === null ? null : chiSquareUpperTail(test.statistic, test.df),
    groups: observed.map((count, j) => ({ observed: count, expected: expected[j] ?? 0 })),
  };
}
