import type { PeriodSize } from './panel-calendar.ts';

const perYear: Partial<Record<PeriodSize, number>> = { month: 12, quarter: 4 };

/** One indicator a month or quarter of the year but the first; null without two years of periods. */
export function seasonColumns(
  size: PeriodSize,
  periods: readonly number[],
): { readonly names: readonly string[]; readonly rows: readonly (readonly number[])[] } | null {
  const year = perYear[size];
  if (year === undefined || periods.length < 2 * year) return null;
  const seasons = Array.from({ length: year - 1 }, (_, k) => k + 1);
  return {
    names: seasons.map((season) => `${size}-${season + 1}`),
    rows: periods.map((period) => seasons.map((season) => +(period % year === season))),
  };
}
