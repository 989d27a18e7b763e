/**
 * How far a series departs, after the service, from where its past pointed: the segmented line of `interruptedSeries`
 * read with intervals that allow for one period remembering the one before (`autoregressiveFit`).
 *
 *   effect at t = c + d (t - T + 1),   T the first period with the service; expected at t = a + b t + covariates
 *
 * `mean` is the effect averaged over the periods after. Assumes the trend before would have gone on, nothing else
 * happened at T, and equally spaced periods. Source: Wagner, Soumerai, Zhang & Ross-Degnan 2002.
 */

import {
  type AutoregressiveFit,
  autoregressiveFit,
  type ContrastReading,
} from './autoregressive-contrast.ts';
import { counted } from './french-number.ts';
import { type SeriesPoint, segmentedRow } from './interrupted-series.ts';
import { type Refused, refused } from './refused.ts';

export interface DepartureFromTrend {
  readonly mean: ContrastReading;
  readonly jump: ContrastReading;
  readonly slope: ContrastReading;
  readonly atEnd: ContrastReading;
  /** One a period of the series, in order: where the trend before points, with bounds once the service is there. */
  readonly expected: readonly { readonly estimate: number; readonly bounds: ContrastReading | null }[];
  readonly memory: AutoregressiveFit['rho'];
}

/** Needs two periods or more on each side, and two more than there are coefficients; points in order of time. */
export function departureFromTrend(
  points: readonly SeriesPoint[],
  interruption: number,
  level = 0.95,
): DepartureFromTrend | Refused {
  // Time counts from the interruption: numbers stay small whatever the calendar.
  const rows = points.map(({ time, ...point }) => segmentedRow({ ...point, time: time - interruption }, 0));
  const since = rows.flatMap(([, , after, periods]) => (after === 1 ? [periods ?? 0] : []));
  const p = rows[0]?.length ?? 0;
  const before = points.length - since.length;
  if (points.length < p + 2 || since.length < 2 || before < 2)
    return refused(
      'not-identified',
      `Non identifiable : la série compte ${counted(before, 'période', 'périodes')} avant le service et ${since.length} après ; il en faut au moins deux de chaque côté, et ${p + 2} en tout.`,
    );
  const fit = autoregressiveFit(
    rows,
    points.map(({ outcome }) => outcome),
    level,
  );
  if (fit === null)
    return refused(
      'not-identified',
      'Non identifiable : la série suit exactement une droite, ou ses variables sont liées entre elles ; rien ne permet de mesurer l’incertitude.',
    );
  const effect = (jump: number, slope: number): ContrastReading =>
    fit.contrast(Array.from({ length: p }, (_, j) => (j === 2 ? jump : j === 3 ? slope : 0)));
  return {
    mean: effect(1, since.reduce((sum, k) => sum + k, 0) / since.length),
    jump: effect(1, 0),
    slope: effect(0, 1),
    atEnd: effect(1, since.at(-1) ?? 0),
    expected: rows.map((row) => {
      const without = row.map((value, j) => (j === 2 || j === 3 ? 0 : value));
      return row[2] === 1
        ? { estimate: fit.estimate(without), bounds: fit.contrast(without) }
        : { estimate: fit.estimate(without), bounds: null };
    }),
    memory: fit.rho,
  };
}
