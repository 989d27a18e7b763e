/**
 * How far a series departs, after the service, from where its past pointed: the segmented line of `interruptedSeries`
 * read with intervals that allow for one period remembering the one before (`autoregressiveContrasts`).
 *
 *   effect at t = c + d (t - T + 1),   T the first period with the service; expected at t = a + b t + covariates
 *
 * `mean` is the effect averaged over the periods after. Assumes the trend before would have gone on, nothing else
 * happened at T, and equally spaced periods. Source: Wagner, Soumerai, Zhang & Ross-Degnan 2002.
 */
import {
  type AutoregressiveReading,
  autoregressiveContrasts,
  type ContrastReading,
} from './autoregressive-contrast.ts';
import { type SeriesPoint, segmentedRow } from './interrupted-series.ts';
import { type Refused, refused } from './refused.ts';

export interface DepartureFromTrend {
  readonly mean: ContrastReading;
  readonly jump: ContrastReading;
  readonly slope: ContrastReading;
  readonly atEnd: ContrastReading;
  /** One a period of the series, in order: where the trend before points. */
  readonly expected: readonly ContrastReading[];
  readonly memory: AutoregressiveReading['rho'];
}

/** Needs two periods or more on each side, and two more than there are coefficients; points in order of time. */
export function departureFromTrend(
  points: readonly SeriesPoint[],
  interruption: number,
  level = 0.95,
): DepartureFromTrend | Refused {
  const rows = points.map((point) => segmentedRow(point, interruption));
  const after = points.filter(({ time }) => time >= interruption);
  const p = rows[0]?.length ?? 0;
  if (points.length < p + 2 || after.length < 2 || points.length - after.length < 2)
    return refused(
      'not-identified',
      `Non identifiable : la série compte ${points.length - after.length} période(s) avant le service et ${after.length} après ; il en faut au moins deux de chaque côté, et ${p + 2} en tout.`,
    );
  const zeros = Array.from({ length: p }, () => 0);
  const contrast = (jump: number, slope: number): number[] => [0, 0, jump, slope, ...zeros.slice(4)];
  const since = after.map(({ time }) => time - interruption + 1);
  const asked = [
    contrast(1, since.reduce((sum, k) => sum + k, 0) / since.length),
    contrast(1, 0),
    contrast(0, 1),
    contrast(1, since.at(-1) ?? 0),
    ...rows.map((row) => row.map((value, j) => (j === 2 || j === 3 ? 0 : value))),
  ];
  const read = autoregressiveContrasts({
    rows,
    outcomes: points.map(({ outcome }) => outcome),
    contrasts: asked,
    level,
  });
  const [mean, jump, slope, atEnd, ...expected] = read?.contrasts ?? [];
  if (read === null || !mean || !jump || !slope || !atEnd)
    return refused(
      'not-identified',
      'Non identifiable : la série suit exactement une droite, ou ses variables sont liées entre elles ; rien ne permet de mesurer l’incertitude.',
    );
  return { mean, jump, slope, atEnd, expected, memory: read.rho };
}
