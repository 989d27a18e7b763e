import { frenchPeriod } from '../../platform/french/date.ts';
import type { PublishedMeasure } from '../../publish/bundle/bundle.ts';
import type { Divisor } from './divided-cost.ts';
import { daysOfFigure } from './figure-days.ts';

/**
 * An amount measured over some days, with its interval, that a budget can be divided by: hours freed in a month, hires
 * told by calls. Null: the measure is of another kind, or says no days.
 */
export function quantityOf({ counts, figures, indicator, method }: PublishedMeasure): Divisor | null {
  if (counts.kind !== 'figures' || figures.kind !== 'figures') return null;
  const found = figures.estimates.find(({ group }) => group === null);
  if (found?.kind !== 'estimate') return null;
  const { value, lower, upper, unit } = found;
  const own = { value, lower, upper, unit, each: null, indicator, horizon: null };
  if (method === 'proxy') {
    const { counted } = counts;
    if (counted === null || counted.from === null || counted.to === null) return null;
    const period = { from: counted.from, until: counted.to };
    return { ...own, period, note: counts.calls === null ? null : 'estimation d’après les appels' };
  }
  if (method !== 'sample-volume' || found.period === null) return null;
  const period = daysOfFigure(found.period);
  return period === null ? null : { ...own, period, note: frenchPeriod(found.period) };
}
