/**
 * One series before and after the service, no other territory to compare with:
 *
 *   y_t = a + b t + c 1{t >= T} + d max(0, t - T + 1) + covariates,    T the first period with the service
 *
 * c is the jump, d the change of slope. Newey–West standard errors, Student's t with n - p degrees of freedom.
 * Assumes the trend before would have gone on, and that nothing else happened at T: a comparison in time only.
 * In short or very persistent series the interval is too narrow: with 160 periods and an autocorrelation of 0.5, the 95 %
 * interval of the jump covers it about 84 times in 100 (75 without the correction). A plan reads its effects with
 * `departureFromTrend` instead, whose intervals hold.
 * Sources: Wagner, Soumerai, Zhang & Ross-Degnan 2002; Newey & West 1987.
 */
import { counted } from './french-number.ts';
import { leastSquares } from './least-squares.ts';
import { entry, fromRows, quadraticForm } from './linear-algebra.ts';
import { neweyWestCovariance, usualLag } from './newey-west.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

export interface SeriesPoint {
  readonly time: number;
  readonly outcome: number;
  readonly covariates?: readonly number[];
}

export interface SeriesOptions {
  readonly interruption: number;
  readonly lag?: number;
  readonly smallSample?: boolean;
  readonly level?: number;
}

interface Coefficient extends Bounds {
  readonly estimate: number;
  readonly se: number | null;
}

export interface InterruptedSeries {
  readonly intercept: Coefficient;
  readonly trend: Coefficient;
  readonly level: Coefficient;
  readonly slope: Coefficient;
  readonly covariates: readonly Coefficient[];
  /** Jump plus slope change at the last period: how far the series is from where its past pointed. */
  readonly effectAtEnd: Coefficient & { readonly time: number };
  readonly n: number;
  readonly lag: number;
}

/** Needs two periods or more on each side, at distinct times; rows in any order. */
export function interruptedSeries(
  points: readonly SeriesPoint[],
  { interruption, lag, smallSample = false, level = 0.95 }: SeriesOptions,
): InterruptedSeries | Refused {
  const series = [...points].sort((a, b) => a.time - b.time);
  if (series.some((point, i) => point.time === series[i - 1]?.time))
    return refused('invalid-time', 'La même période apparaît deux fois dans la série.');
  const before = series.filter((point) => point.time < interruption).length;
  if (before < 2 || series.length - before < 2)
    return refused(
      'not-identified',
      `Non identifiable : la série compte ${counted(before, 'période', 'périodes')} avant le service et ${series.length - before} après ; il en faut au moins deux de chaque côté.`,
    );
  const fit = leastSquares({
    x: fromRows(series.map((point) => segmentedRow(point, interruption))),
    y: series.map((point) => point.outcome),
  });
  if (fit === null)
    return refused(
      'not-identified',
      'Non identifiable : les variables de la série sont liées entre elles et leurs effets ne se séparent pas.',
    );
  const usedLag = lag ?? usualLag(series.length);
  const covariance = isExact(fit.residuals, series) ? null : neweyWestCovariance(fit, usedLag, smallSample);
  const reading = (contrast: readonly number[]): Coefficient => {
    const estimate = contrast.reduce((sum, c, j) => sum + c * (fit.coefficients[j] as number), 0);
    const variance = covariance === null ? 0 : quadraticForm(covariance, contrast);
    const se = variance > 0 ? Math.sqrt(variance) : null;
    return { estimate, se, ...symmetricInterval(estimate, se, level, fit.degreesOfFreedom) };
  };
  const p = fit.coefficients.length;
  const coefficient = (j: number): Coefficient => reading(Array.from({ length: p }, (_, k) => +(k === j)));
  const end = series.length - 1;
  const contrast = Array.from({ length: p }, (_, k) => (k === 2 || k === 3 ? entry(fit.x, end, k) : 0));
  return {
    intercept: coefficient(0),
    trend: coefficient(1),
    level: coefficient(2),
    slope: coefficient(3),
    covariates: Array.from({ length: p - 4 }, (_, k) => coefficient(4 + k)),
    effectAtEnd: { time: series[end]?.time ?? interruption, ...reading(contrast) },
    n: series.length,
    lag: usedLag,
  };
}

/** The regressors of one period: 1, t, jump, periods since the interruption (the first counts 1), covariates. */
export const segmentedRow = ({ time, covariates = [] }: SeriesPoint, interruption: number): number[] => [
  1,
  time,
  +(time >= interruption),
  Math.max(0, time - interruption + 1),
  ...covariates,
];

/** A series the line describes to rounding leaves no noise to measure uncertainty with. */
function isExact(residuals: Float64Array, series: readonly SeriesPoint[]): boolean {
  const squares = series.reduce((sum, point) => sum + point.outcome ** 2, 0);
  return residuals.reduce((sum, e) => sum + e * e, 0) <= 1e-20 * squares;
}
