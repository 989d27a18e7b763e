import { periodOf, periodStart } from '../../measure/period.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { Publication, PublishedMeasure } from '../bundle/bundle.ts';
import { effectUnit } from '../bundle/effect-unit.ts';
import { isShare } from '../bundle/is-share.ts';
import { mainMeasure } from '../bundle/main-measure.ts';

/** The most periods that may be asked of each kind, as the field's portals do. */
const limits = { day: 180, week: 52, month: 24, year: 3 } as const;

export type Periodicity = keyof typeof limits;

export interface StatsQuery {
  readonly periodicity: Periodicity;
  readonly since: number;
}

export interface StatsAnswer {
  readonly description: string;
  readonly stats: readonly { readonly value: number; readonly date: string }[];
}

/** Reads `?periodicity=day|week|month|year&since=n`; a sentence in French when it cannot be read. */
export function readStatsQuery(query: {
  readonly periodicity?: string | undefined;
  readonly since?: string | undefined;
}): StatsQuery | { readonly error: string } {
  const periodicity = query.periodicity ?? 'month';
  if (!Object.hasOwn(limits, periodicity))
    return { error: '« periodicity » doit valoir day, week, month ou year.' };
  const known = periodicity as Periodicity;
  const most = limits[known];
  if (query.since === undefined) return { periodicity: known, since: most };
  const since = Number(query.since);
  return /^\d{1,9}$/.test(query.since) && since >= 1
    ? { periodicity: known, since: Math.min(since, most) }
    : { error: `« since » doit être un nombre entier de périodes, de 1 à ${most}.` };
}

/**
 * The figure the service is known by, one value a period: that of the last publication of the period, dated by the
 * period's first day. Shares are out of 100. Publications oldest first; `today`: `YYYY-MM-DD`.
 */
export function statsAnswer(
  publications: readonly Publication[],
  { periodicity, since }: StatsQuery,
  today: string,
): StatsAnswer {
  const current = place(today, periodicity);
  const byPeriod = new Map<number, number>();
  for (const { bundle } of publications) {
    const period = place(bundle.publishedOn, periodicity);
    const value = mainValue(mainMeasure(bundle.measures));
    if (value !== null && period > current - since && period <= current) byPeriod.set(period, value);
  }
  const main = mainMeasure(publications.at(-1)?.bundle.measures ?? []);
  return {
    description: main === null ? 'Aucun chiffre publié.' : `${main.name}. ${main.headline.sentence}`,
    stats: [...byPeriod]
      .sort(([a], [b]) => a - b)
      .map(([period, value]) => ({ value, date: firstDay(period, periodicity) })),
  };
}

function mainValue(measure: PublishedMeasure | null): number | null {
  if (measure === null) return null;
  const { effect, estimate } = measure.headline;
  const value = effect === null ? estimate.value : effect.value;
  if (value === null) return null;
  const share =
    effect !== null ? effectUnit(measure.figures).unit === 'share' : isShare(measure.method, estimate);
  return share ? Number((value * 100).toFixed(4)) : value;
}

const dayNumber = (day: string): number => Math.floor(Date.parse(day) / 86_400_000);

function place(day: string, periodicity: Periodicity): number {
  if (periodicity === 'day') return dayNumber(day);
  if (periodicity === 'year') return Number(day.slice(0, 4));
  return periodOf(dayNumber(day), periodicity);
}

function firstDay(period: number, periodicity: Periodicity): string {
  if (periodicity === 'day') return isoDay(period);
  if (periodicity === 'year') return `${period}-01-01`;
  return isoDay(periodStart(period, periodicity));
}
