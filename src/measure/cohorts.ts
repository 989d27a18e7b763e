import type { CohortSize } from '../plan/plan.ts';
import { estimateAt } from '../statistics/estimate-at.ts';
import type { Followed } from './followed.ts';
import type { CohortRow, TriangleCell } from './measure.ts';
import { lastWholePeriod, periodName, periodOf } from './period.ts';

export interface CohortQuestion {
  readonly size: CohortSize;
  readonly coverage: number;
  readonly horizons: readonly number[];
}

/** Units whose clock starts in the same period, with the share of their follow-up already observed. */
export function cohortRows(units: readonly Followed[], question: CohortQuestion): readonly CohortRow[] {
  const furthest = Math.max(...question.horizons);
  return byCohort(units, question.size).map(([period, members]) => ({
    cohort: periodName(period, question.size),
    units: total(members),
    outcomes: total(members.filter((unit) => unit.status === 1)),
    maturity: observedShare(members, question.coverage, furthest),
    estimates: question.horizons.map((horizon) => estimateAt(members, horizon)),
  }));
}

/** Share of the `horizon` days of each unit that lie within the coverage, 0 to 1. */
export function observedShare(units: readonly Followed[], coverage: number, horizon: number): number {
  let observed = 0;
  let wanted = 0;
  for (const { indexDay, n } of units) {
    observed += n * Math.max(0, Math.min(horizon, coverage - (indexDay ?? coverage)));
    wanted += n * horizon;
  }
  return wanted === 0 ? 0 : observed / wanted;
}

/** Outcomes by cohort and by the period in which they happened; up to the period
 * the coverage ends in, which may not be complete. */
export function triangle(
  units: readonly Followed[],
  question: Pick<CohortQuestion, 'size' | 'coverage'>,
): readonly TriangleCell[] {
  const { size, coverage } = question;
  const whole = lastWholePeriod(coverage, size);
  const current = periodOf(coverage, size);
  return byCohort(units, size).flatMap(([cohort, members]) => {
    const cells = new Map<number, number>();
    for (let period = cohort; period <= Math.max(current, cohort); period++) cells.set(period, 0);
    for (const unit of members) {
      if (unit.status !== 1) continue;
      const period = periodOf((unit.indexDay ?? 0) + unit.time, size);
      cells.set(period, (cells.get(period) ?? 0) + unit.n);
    }
    return [...cells]
      .sort(([a], [b]) => a - b)
      .map(([period, outcomes]) => ({
        cohort: periodName(cohort, size),
        period: periodName(period, size),
        outcomes,
        complete: period <= whole,
      }));
  });
}

/** Units grouped by the period of their index day, in order of time. */
export function byCohort(
  units: readonly Followed[],
  size: CohortSize,
): readonly (readonly [number, readonly Followed[]])[] {
  const cohorts = new Map<number, Followed[]>();
  for (const unit of units) {
    const period = periodOf(unit.indexDay ?? 0, size);
    const members = cohorts.get(period);
    if (members) members.push(unit);
    else cohorts.set(period, [unit]);
  }
  return [...cohorts].sort(([a], [b]) => a - b);
}

export const total = (units: readonly { readonly n: number }[]): number =>
  units.reduce((sum, unit) => sum + unit.n, 0);
