import { frenchDay } from '../platform/french/date.ts';
import { plainDuration } from '../platform/french/duration.ts';
import { frenchNumber } from '../platform/french/number.ts';
import { isoDay } from '../statistics/calendar-day.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { observedShare } from './cohorts.ts';
import type { Followed } from './followed.ts';

const unitsNeeded = 11;

/**
 * An estimate refused as not mature, with what makes it possible: the share of follow-up observed and the day the
 * register must reach. Other estimates come back as they are.
 */
export function withDueDay<E extends Estimate>(
  estimate: E,
  units: readonly Followed[],
  coverage: number | null,
): E {
  if (estimate.kind !== 'insufficient' || estimate.reason !== 'not-mature' || coverage === null)
    return estimate;
  const { horizon } = estimate;
  const due = dueDay(units, horizon);
  if (due === null || due <= coverage) return estimate;
  const share = frenchNumber(Math.floor(observedShare(units, coverage, horizon) * 100));
  const sentence = `Pas encore mûr : ${share} % du suivi à ${plainDuration(horizon)} est observé. Premier chiffre quand le registre sera complet jusqu’au ${frenchDay(isoDay(due))}.`;
  return { ...estimate, sentence };
}

/** First day of coverage at which enough units have reached the horizon. */
function dueDay(units: readonly Followed[], horizon: number): number | null {
  let reached = 0;
  for (const { indexDay, n } of [...units].sort((a, b) => (a.indexDay ?? 0) - (b.indexDay ?? 0))) {
    if (indexDay === null) return null;
    reached += n;
    if (reached >= unitsNeeded) return indexDay + horizon;
  }
  return null;
}
