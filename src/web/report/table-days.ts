import { dayTicks } from '../charts/incidence-curve.ts';

const mostRows = 14;

/**
 * The days of a table: those of the curve when they are few, as between two of them nothing is known; else days at
 * regular intervals, each horizon and the last.
 */
export function tableDays(times: readonly number[], horizons: readonly number[]): readonly number[] {
  const own = new Set(times);
  const lastDay = Math.max(0, ...own);
  const regular = own.size <= mostRows ? own : dayTicks(lastDay, 12);
  const days = [...regular, ...horizons, lastDay].filter((day) => day <= lastDay);
  return [...new Set(days)].sort((a, b) => a - b);
}
