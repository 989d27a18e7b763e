/**
 * How far a series departs, after the service, from where its past pointed: the segmented line of `interruptedSeries`
 * read with intervals that allow for one period remembering the one before (`autoregression`, `memoryMultipliers`).
 *
 *   effect at t = c + d (t - T + 1),   T the first period with the service; expected at t = a + b t + covariates
 *
 * `mean` is the effect averaged over the periods after. Assumes the trend before would have gone on, nothing else
 * happened at T, and equally spaced periods. Simulated coverage: docs/methodes/serie-interrompue.md.
 * Source: Wagner, Soumerai, Zhang & Ross-Degnan 2002.
 */
import { autoregression, memories } from './autoregression.ts';
import { counted } from './french-number.ts';
import { type SeriesPoint, segmentedRow } from './interrupted-series.ts';
import { leastSquares } from './least-squares.ts';
import { dot, fromRows } from './linear-algebra.ts';
import { memoryMultipliers } from './memory-multipliers.ts';
import { type Refused, refused } from './refused.ts';

interface ContrastReading {
  readonly estimate: number;
  /** What is not known of the memory included. */
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
}

export interface DepartureFromTrend {
  readonly mean: ContrastReading;
  readonly jump: ContrastReading;
  readonly slope: ContrastReading;
  readonly atEnd: ContrastReading;
  /** One a period of the series, in order: where the trend before points, with bounds once the service is there. */
  readonly expected: readonly { readonly estimate: number; readonly bounds: ContrastReading | null }[];
  /** Share of a period that the next one keeps: mean under its likelihood, and central 95 % range. */
  readonly memory: { readonly mean: number; readonly lower: number; readonly upper: number };
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
  const x = fromRows(rows);
  const outcomes = points.map(({ outcome }) => outcome);
  const start = leastSquares({ x, y: outcomes });
  const effect = (jump: number, slope: number): number[] =>
    Array.from({ length: p }, (_, j) => (j === 2 ? jump : j === 3 ? slope : 0));
  const effects: readonly [number[], number[], number[], number[]] = [
    effect(1, since.reduce((sum, k) => sum + k, 0) / since.length),
    effect(1, 0),
    effect(0, 1),
    effect(1, since.at(-1) ?? 0),
  ];
  const without = rows.map((row) => row.map((value, j) => (j === 2 || j === 3 ? 0 : value)));
  const exact = 1e-20 * outcomes.reduce((sum, y) => sum + y * y, 0);
  const reading =
    start === null
      ? null
      : (autoregression(x, [...effects, ...without])?.read(start.residuals, exact) ?? null);
  if (start === null || reading === null)
    return refused(
      'not-identified',
      'Non identifiable : la série suit exactement une droite, ou ses variables sont liées entre elles ; rien ne permet de mesurer l’incertitude.',
    );
  const multipliers = memoryMultipliers(x, effects, level).map((multiplier) => multiplier(reading.memory));
  const read = (weights: readonly number[], at: number, multiplier: number): ContrastReading => {
    const { shift, spread } = reading.contrasts[at] ?? { shift: 0, spread: 0 };
    const estimate = dot(weights, start.coefficients) + shift;
    return {
      estimate,
      se: spread,
      lower: estimate - multiplier * spread,
      upper: estimate + multiplier * spread,
    };
  };
  const named = (k: 0 | 1 | 2 | 3): ContrastReading => read(effects[k], k, multipliers[k] ?? 0);
  return {
    mean: named(0),
    jump: named(1),
    slope: named(2),
    atEnd: named(3),
    expected: without.map((weights, t) => {
      const bounds = read(weights, effects.length + t, multipliers[0] ?? 0);
      return { estimate: bounds.estimate, bounds: rows[t]?.[2] === 1 ? bounds : null };
    }),
    memory: memoryOf(reading.weights),
  };
}

function memoryOf(weights: Float64Array): DepartureFromTrend['memory'] {
  const quantile = (p: number): number => {
    let sum = 0;
    const found = weights.findIndex((w) => {
      sum += w;
      return sum >= p;
    });
    return memories[found] ?? 0;
  };
  return { mean: dot(memories, weights), lower: quantile(0.025), upper: quantile(0.975) };
}
