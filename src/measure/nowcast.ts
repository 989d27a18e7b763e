import { frenchDay } from '../platform/french/date.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { isoDay } from '../statistics/calendar-day.ts';
import { nowcast as delayNowcast, type ReportCount } from '../statistics/reporting-delay.ts';
import { longestDelay } from './coverage.ts';
import type { UnitCount } from './followed.ts';
import type { Nowcast } from './measure.ts';

const readDelays = [0, 1, 2, 3, 7, 14, 30, 60, 90];

/**
 * Recent outcomes of the followed units once late reports are in: the delays are those of the whole register,
 * the outcomes those of the units. Null when the register does not say when it learned, or learns at once.
 */
export function nowcast(
  counts: readonly UnitCount[],
  reports: readonly ReportCount[],
  asOf: number,
  until: number | null,
): Nowcast | null {
  const maxDelay = longestDelay(reports);
  if (maxDelay === 0) return null;
  const { cdf } = delayNowcast(reports, asOf, maxDelay);
  const happened = new Map<number, number>();
  for (const { indexDay, delay, n } of counts) {
    if (delay === null || (until !== null && delay > until)) continue;
    happened.set(indexDay + delay, (happened.get(indexDay + delay) ?? 0) + n);
  }
  const byDay = Array.from({ length: maxDelay + 1 }, (_, i) => {
    const day = asOf - maxDelay + i;
    const observed = happened.get(day) ?? 0;
    const share = cdf[asOf - day] ?? null;
    const expected = observed === 0 ? 0 : share === null || share === 0 ? null : observed / share;
    return { day: isoDay(day), observed, expected };
  });
  const expected = byDay.reduce<number | null>(
    (sum, row) => (sum === null || row.expected === null ? null : sum + row.expected),
    0,
  );
  const observed = byDay.reduce((sum, row) => sum + row.observed, 0);
  return {
    sentence: sentence(isoDay(asOf), maxDelay, observed, expected),
    asOf: isoDay(asOf),
    maxDelay,
    observed,
    expected,
    delays: readDelays.flatMap((days) => {
      const share = days < maxDelay ? cdf[days] : days === maxDelay ? 1 : undefined;
      return share === undefined || share === null ? [] : [{ days, share }];
    }),
    byDay,
  };
}

function sentence(asOf: string, maxDelay: number, observed: number, expected: number | null): string {
  const known = `Au ${frenchDay(asOf)}, ${counted(observed, 'effet déclaré', 'effets déclarés')} sur les ${maxDelay} derniers jours`;
  if (expected === null)
    return `${known} ; le registre est trop jeune pour dire combien seront déclarés plus tard.`;
  return `${known} ; environ ${frenchNumber(Math.round(expected))} attendus une fois tout déclaré.`;
}
