/**
 * One treated territory against the plain mean of the others, before and after:
 * (treated after - before) - (mean of the others' after - before). A benchmark beside synthetic control.
 * With one treated unit there is no standard error; the spread of the same difference over the others, each taken as
 * treated in turn, gives a rank: p = share of territories whose |difference| is at least as large, itself included.
 * Assumes parallel trends with the plain mean. Source: Abadie, Diamond & Hainmueller 2010, section 3.4 (placebos).
 */
import type { TerritorySeries } from './synthetic-control.ts';

export interface AggregateDifference {
  readonly estimate: number;
  /** Null with fewer than two others. */
  readonly placeboPValue: number | null;
}

/** `pool` not empty, every series with at least one period before and one after. */
export function aggregateDifference(
  treated: TerritorySeries,
  pool: readonly TerritorySeries[],
): AggregateDifference {
  const change = ({ pre, post }: TerritorySeries): number => mean(post) - mean(pre);
  const estimate = change(treated) - mean(pool.map(change));
  if (pool.length < 2) return { estimate, placeboPValue: null };
  const others = pool.map((unit) => change(unit) - mean(pool.filter((other) => other !== unit).map(change)));
  const asLarge = others.filter((value) => Math.abs(value) >= Math.abs(estimate)).length;
  return { estimate, placeboPValue: (1 + asLarge) / (1 + others.length) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
