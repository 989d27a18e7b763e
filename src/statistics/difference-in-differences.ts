/**
 * Two groups, two periods: how much more the treated group moved than the other.
 *
 *   estimate = (treated after - treated before) - (control after - control before)
 *
 * computed as the interaction of a regression on group, period and both. Standard errors: classical, HC1, and
 * clustered by unit (HC1 cluster factor), the one to use when units are seen more than once.
 * Assumes parallel trends: without the service, both groups would have moved alike; and nobody anticipates.
 * Sources: Card & Krueger 1994; Bertrand, Duflo & Mullainathan 2004.
 */
import { coefficientInterval, type RowChance } from './coefficient-interval.ts';
import { clusterCovariance, type LeastSquaresFit, leastSquares, robustCovariance } from './least-squares.ts';
import { entry, fromRows, type Matrix } from './linear-algebra.ts';
import { weightedMean } from './moments.ts';
import { type Refused, refused } from './refused.ts';
import type { Bounds } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export interface BeforeAfterRow {
  readonly outcome: number;
  readonly treated: boolean;
  readonly post: boolean;
  /** The unit, or the territory, whose rows go together. */
  readonly cluster?: string;
  /** What the row counts for, 1 when left out. */
  readonly weight?: number;
}

export interface DifferenceInDifferences extends Bounds {
  readonly estimate: number;
  readonly seClassical: number | null;
  readonly seHC1: number | null;
  readonly seCluster: number | null;
  readonly clusters: number | null;
  readonly n: number;
  readonly level: number;
  readonly means: Readonly<Record<CellName, number>>;
  /** In French: what weakens the interval. */
  readonly warnings: readonly string[];
}

type CellName = 'treatedBefore' | 'treatedAfter' | 'controlBefore' | 'controlAfter';

const cellOf = (row: BeforeAfterRow): CellName =>
  row.treated ? (row.post ? 'treatedAfter' : 'treatedBefore') : row.post ? 'controlAfter' : 'controlBefore';

/**
 * `twoByTwo(rows)` for the rows (treated, before 10 and 12), (treated, after 15 and 17), (control, before 8),
 * (control, after 9): (16 - 11) - (9 - 8) = 4. Interval: `coefficient-interval.ts`.
 */
export function twoByTwo(rows: readonly BeforeAfterRow[], level = 0.95): DifferenceInDifferences | Refused {
  const problem = designProblem(rows);
  if (problem !== null) return problem;
  const clusters = clustersOf(rows);
  if (clusters !== null && clusters.all < 2)
    return refused(
      'not-identified',
      "Non identifiable : il n'y a qu'une seule grappe, donc aucune façon de mesurer l'incertitude entre territoires.",
    );

  const x = fromRows(rows.map(({ treated, post }) => [1, +treated, +post, +(treated && post)]));
  const weights = rows.map(({ weight = 1 }) => weight);
  const fit = leastSquares({ x, y: rows.map((row) => row.outcome), weights });
  if (fit === null)
    return refused('not-identified', 'Non identifiable : les quatre moyennes ne se séparent pas.');
  const estimate = fit.coefficients[3] as number;
  const lone = clusters !== null && clusters.smallestArm < 2;
  // Rows that the four means describe exactly leave nothing to measure uncertainty with.
  const exact = sumOfSquares(fit.residuals) <= 1e-20 * sumOfSquares(rows.map((row) => row.outcome));
  const size = sizeOf(rows.map((row) => row.outcome));
  const seHC1 = exact ? null : standardError(robustCovariance(fit, 'HC1'), size);
  const seCluster =
    exact || clusters === null || lone
      ? null
      : standardError(
          clusterCovariance(
            fit,
            rows.map((row) => row.cluster ?? ''),
          ),
          size,
        );
  const bounds =
    (clusters === null ? seHC1 : seCluster) === null
      ? { lower: null, upper: null }
      : coefficientInterval(fit, 3, rows.map(chanceOf), { level, size });
  return {
    estimate,
    seClassical: exact ? null : classicalError(fit),
    seHC1,
    seCluster,
    clusters: clusters?.all ?? null,
    n: rows.length,
    level,
    ...bounds,
    means: {
      treatedBefore: mean(rows, 'treatedBefore'),
      treatedAfter: mean(rows, 'treatedAfter'),
      controlBefore: mean(rows, 'controlBefore'),
      controlAfter: mean(rows, 'controlAfter'),
    },
    warnings: lone
      ? [
          "Un des deux groupes n'a qu'une seule grappe : l'écart est calculé, mais son incertitude ne peut pas l'être.",
        ]
      : [],
  };
}

function designProblem(rows: readonly BeforeAfterRow[]): Refused | null {
  if (rows.length === 0) return refused('empty-group', 'Aucune ligne à comparer.');
  if (rows.every((row) => row.treated))
    return refused(
      'not-identified',
      "Non identifiable : tout le monde a reçu le service, il n'y a personne à qui comparer.",
    );
  if (rows.every((row) => row.post) || rows.every((row) => !row.post))
    return refused(
      'not-identified',
      "Non identifiable : une seule période est observée ; il en faut une avant et une après l'arrivée du service.",
    );
  if (rows.every((row) => !row.treated)) return refused('empty-group', "Aucune unité n'a reçu le service.");
  if (new Set(rows.map(cellOf)).size < 4)
    return refused('not-identified', "Non identifiable : un des groupes n'est observé qu'avant ou qu'après.");
  return null;
}

/** Rows of a cluster vary together; clusters of one arm, or rows of one of the four means, vary alike. */
const chanceOf = (row: BeforeAfterRow, i: number): RowChance =>
  row.cluster === undefined
    ? { together: i, alike: cellOf(row) }
    : { together: row.cluster, alike: row.treated ? 'treated' : 'control' };

function clustersOf(rows: readonly BeforeAfterRow[]): { all: number; smallestArm: number } | null {
  if (rows.some((row) => row.cluster === undefined)) return null;
  const count = (kept: readonly BeforeAfterRow[]): number => new Set(kept.map((row) => row.cluster)).size;
  const arms = [count(rows.filter((row) => row.treated)), count(rows.filter((row) => !row.treated))];
  return { all: count(rows), smallestArm: Math.min(...arms) };
}

function mean(rows: readonly BeforeAfterRow[], cell: CellName): number {
  const members = rows.filter((row) => cellOf(row) === cell);
  return weightedMean(
    members.map((row) => row.outcome),
    members.map(({ weight = 1 }) => weight),
  );
}

const standardError = (covariance: Matrix | null, size: number): number | null =>
  covariance === null ? null : visibleError(entry(covariance, 3, 3), size);

const sumOfSquares = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
};

function classicalError({ residuals, degreesOfFreedom, inverse }: LeastSquaresFit): number | null {
  if (degreesOfFreedom <= 0) return null;
  return Math.sqrt((sumOfSquares(residuals) / degreesOfFreedom) * entry(inverse, 3, 3));
}
