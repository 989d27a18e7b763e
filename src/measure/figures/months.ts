import { dayCounts } from '../../engine/day-counts.ts';
import { dayNumber } from '../../statistics/calendar-day.ts';
import type { MonthCount } from '../figure-measure.ts';
import type { MeasureContext } from '../measure-context.ts';
import { lastWholePeriod, periodName, periodOf, periodStart } from '../period.ts';

/**
 * Rows of a source month by month, months without any included. A month is complete when the source covers it to
 * its end (`complete_through`, or its last day) and begins by its first days.
 */
export async function monthCounts(
  { plan, records, engine }: MeasureContext,
  name: string,
): Promise<MonthCount[]> {
  const rows = await engine.query<{ day: number; n: number }>(dayCounts(name));
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const declared = plan.sources[name]?.completeThrough ?? records.get(name)?.lastDay ?? null;
  const through = declared === null ? last.day : (dayNumber(declared) ?? last.day);
  const counts = new Map<number, number>();
  for (const { day, n } of rows) {
    const month = periodOf(day, 'month');
    counts.set(month, (counts.get(month) ?? 0) + n);
  }
  const whole = lastWholePeriod(through, 'month');
  const start = periodOf(first.day, 'month');
  const startsLate = first.day - periodStart(start, 'month') > 6;
  return Array.from({ length: periodOf(last.day, 'month') - start + 1 }, (_, i) => {
    const month = start + i;
    return {
      month: periodName(month, 'month'),
      count: counts.get(month) ?? 0,
      complete: month <= whole && !(i === 0 && startsLate),
    };
  });
}
