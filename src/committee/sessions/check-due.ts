import { monthsAfter } from '../../statistics/calendar-day.ts';
import type { CheckedDecision } from './checked-decisions.ts';

/** How long after a decision one looks back at it, in months. */
const looks = [12, 6] as const;

interface Looked extends Pick<CheckedDecision, 'decidedOn'> {
  readonly checks: readonly Pick<CheckedDecision['checks'][number], 'months'>[];
}

/** Which look back at a decision is due on a day and not written; one too late for the first has only the second. */
export function checkDue({ decidedOn, checks }: Looked, today: string): 6 | 12 | null {
  const reached = looks.find((months) => monthsAfter(decidedOn, months) <= today);
  if (reached === undefined || checks.some(({ months }) => months >= reached)) return null;
  return reached;
}

/** The day of the next look back, `YYYY-MM-DD`; null: both are behind. */
export function nextCheckOn({ decidedOn }: Pick<CheckedDecision, 'decidedOn'>, today: string): string | null {
  return [6, 12].map((months) => monthsAfter(decidedOn, months)).find((day) => day > today) ?? null;
}
