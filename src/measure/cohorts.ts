import type { CohortSize } from '../plan/plan.ts';
import { estimateAt } from '../statistics/estimate-at.ts';
import { type Followed, pooled } from './followed.ts';
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
  return byCohort(units, question.size).map(([period, members]) => {
    const counts = pooled(members);
    return {
      cohort: periodName(period, question.size),
      units: total(counts),
      outcomes: total(counts.filter((count) => count.status === 1)),
      maturity: observedShare(members, question.coverage, furthest),
      estimates: question.horizons.map((horizon) => estimateAt(counts, horizon)),
    };
  });
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
    for (const [period, outcomes] of outcomesByPeriod(members, size)) cells.set(period, outcomes);
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

/** Outcomes by the period in which they happened. */
export function outcomesByPeriod(units: readonly Followed[], size: CohortSize): ReadonlyMap<number, number> {
  const byDay = new Map<number, number>();
  for (const { status, indexDay, time, n } of units) {
    if (status !== 1) continue;
    const day = (indexDay ?? 0) + time;
    byDay.set(day, (byDay.get(day) ?? 0) + n);
  }
  const byPeriod = new Map<number, number>();
  for (const [day, n] of byDay) {
    const period = periodOf(day, size);
    byPeriod.set(period, (byPeriod.get(period) ?? 0) + n);
  }
  return byPeriod;
}

/** Units grouped by the period of their index day, in order of time. */
export function byCohort(
  units: readonly Followed[],
  size: CohortSize,
): readonly (readonly [number, readonly Followed[]])[] {
  const periods = new Map<number, number>();
  const cohorts = new Map<number, Followed[]>();
  for (const unit of units) {
    const day = unit.indexDay ?? 0;
    let period = periods.get(day);
    if (period === undefined) {
      period = periodOf(day, size);
      periods.set(day, period);
    }
    const members = cohorts.get(period);
    if (members) members.push(unit);
    else cohorts.set(period, [unit]);
  }
  return [...cohorts].sort(([a], [b]) => a - b);
}

export const total = (units: readonly { readonly n: number }[]): number =>
  units.reduce((sum, unit) => sum + unit.n, 0);
