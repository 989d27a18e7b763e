import type { CohortSize } from '../plan/plan.ts';
import { chainLadder } from '../statistics/chain-ladder.ts';
import { byCohort, type CohortQuestion, outcomesByPeriod } from './cohorts.ts';
import type { Followed } from './followed.ts';
import type { Projection } from './measure.ts';
import { lastWholePeriod, periodName, periodOf, periodStart } from './period.ts';

const fewestCohorts = 4;

/**
 * Outcomes each cohort will have once its window has closed, by chain ladder on whole periods. Null without an
 * upper window (there is no end to project to), with too few cohorts, or when all are already complete.
 */
export function projection(
  units: readonly Followed[],
  question: CohortQuestion,
  until: number | null,
): Projection | null {
  if (until === null) return null;
  const { size, coverage } = question;
  const whole = lastWholePeriod(coverage, size);
  const cohorts = byCohort(units, size).filter(([cohort]) => cohort <= whole);
  if (cohorts.length < fewestCohorts) return null;
  const rows = cohorts.map(([cohort, members]) => development(cohort, members, whole, until, size));
  const width = Math.max(...rows.map((row) => row.length));
  const known = rows.map((row) => row.filter((cell) => cell !== null).length);
  if (!known.some((cells) => cells === width)) return null;
  const { origins } = chainLadder(rows.map((row) => [...row, ...Array(width - row.length).fill(row.at(-1))]));
  const projected = cohorts.flatMap(([cohort], i) => {
    const origin = origins[i];
    if (origin === undefined || (known[i] ?? 0) >= (rows[i]?.length ?? 0) || origin.ultimate === null)
      return [];
    const { latest, ultimate, standardError } = origin;
    return [{ cohort: periodName(cohort, size), observed: latest, expected: ultimate, standardError }];
  });
  return projected.length === 0 ? null : { method: 'chain-ladder', cohorts: projected };
}

/** Cumulative outcomes of a cohort at the end of each period until its window has closed; null: not over yet. */
function development(
  cohort: number,
  members: readonly Followed[],
  whole: number,
  until: number,
  size: CohortSize,
): (number | null)[] {
  const lastDay = periodStart(cohort + 1, size) - 1 + until;
  const byPeriod = outcomesByPeriod(members, size);
  const cells: (number | null)[] = [];
  let cumulative = 0;
  for (let period = cohort; period <= periodOf(lastDay, size); period++) {
    cumulative += byPeriod.get(period) ?? 0;
    cells.push(period <= whole ? cumulative : null);
  }
  return cells;
}
