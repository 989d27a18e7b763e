/**
 * Nearest-neighbour matching with replacement: each treated unit is compared with its nearest controls, ties averaged,
 * for the effect on the treated. Abadie & Imbens 2006 (Econometrica), theorem 7, population variance:
 *   [ sum over treated (y - y0hat - att)² + sum over controls (K² - KK) s²(x) ] / n1²
 * K the weight with which a control is used and KK the sum of the squared shares; s²(x) the sample variance of the
 * unit and its nearest ones of the same arm, ties included: half the squared gap when only one is nearest, as in the
 * paper. On a score, it is taken as known. Assumes no hidden common cause and overlap.
 *
 * Works on counts: units at the same point are one cell, so the cost follows the distinct points.
 */
import { type CovariateBalance, covariateBalance } from './balance.ts';
import type { Comparison } from './comparison.ts';
import { type Matrix, row as rowOf, zeros } from './linear-algebra.ts';
import {
  type Caliper,
  type MatchingCell,
  type MatchingDistance,
  type MatchingSpace,
  matchingCells,
  matchingSpace,
} from './matching-space.ts';
import { type PointIndex, pointIndex } from './nearest-points.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

/** Units of some rows, all alike, each paired with a control unit of others. */
export interface PairedRows {
  readonly treated: readonly number[];
  readonly control: readonly number[];
  readonly pairs: number;
}

export interface MatchedEffect extends Bounds {
  readonly att: number;
  readonly se: number | null;
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly matchedTreated: number;
  readonly droppedTreated: number;
  /** Control units used at least once. */
  readonly usedControls: number;
  /** Weight that matching gives to one unit of each row. */
  readonly weights: Float64Array;
  /** Who was paired with whom; null with replacement, where the same control serves several. */
  readonly paired: readonly PairedRows[] | null;
  readonly covariates: Readonly<Record<string, CovariateBalance>>;
}

export interface MatchingOptions {
  readonly distance: MatchingDistance;
  readonly caliper: Caliper | null;
  /** Controls for each treated unit. */
  readonly ratio: number;
  readonly level: number;
}

export function nearestWithReplacement(
  comparison: Comparison,
  options: MatchingOptions,
  space: MatchingSpace | Refused = matchingSpace(comparison, options),
): MatchedEffect | Refused {
  if ('error' in space) return space;
  // A caliper on covariates tells apart units that share a score.
  const place = (r: number) =>
    [rowOf(space.points, r), options.caliper === null ? [] : rowOf(comparison.covariates.values, r)].join(
      ' ',
    );
  const treated = matchingCells(comparison, 1, place);
  const controls = matchingCells(comparison, 0, place);
  const index = indexOf(controls, space.points);

  const used = new Float64Array(controls.length);
  const usedSquares = new Float64Array(controls.length);
  const matched: { cell: MatchingCell; without: number }[] = [];
  for (const cell of treated) {
    const near = index.nearest(rowOf(space.points, cell.row), options.ratio, (c) =>
      space.allowed(cell.row, (controls[c] as MatchingCell).row),
    );
    if (near === null) continue;
    const cells = near.points.map((c) => controls[c] as MatchingCell);
    const held = cells.reduce((sum, c) => sum + c.n, 0);
    matched.push({ cell, without: cells.reduce((sum, c) => sum + c.n * c.mean, 0) / held });
    for (const c of near.points) {
      used[c] = (used[c] as number) + cell.n / held;
      usedSquares[c] = (usedSquares[c] as number) + cell.n / held ** 2;
    }
  }
  const n1 = matched.reduce((sum, { cell }) => sum + cell.n, 0);
  if (n1 === 0) return nobodyMatched;
  const meanTreated = matched.reduce((sum, { cell }) => sum + cell.n * cell.mean, 0) / n1;
  const meanControl = matched.reduce((sum, { cell, without }) => sum + cell.n * without, 0) / n1;
  const att = meanTreated - meanControl;
  let variance = 0;
  for (const { cell, without } of matched) {
    variance += cell.squares + cell.n * (cell.mean - without - att) ** 2;
  }
  for (const [c, cell] of controls.entries()) {
    const factor = (used[c] as number) ** 2 - (usedSquares[c] as number);
    if (factor > 1e-12) variance += factor * conditionalVariance(cell, controls, index, space.points);
  }
  const se = visibleError(variance / n1 ** 2, sizeOf(comparison.outcome));
  const weights = new Float64Array(comparison.treated.length);
  for (const { cell } of matched) for (const r of cell.rows) weights[r] = 1;
  controls.forEach((cell, c) => {
    for (const r of cell.rows) weights[r] = used[c] as number;
  });
  return {
    att,
    se,
    ...symmetricInterval(att, se, options.level),
    meanTreated,
    meanControl,
    matchedTreated: n1,
    droppedTreated: treated.reduce((sum, cell) => sum + cell.n, 0) - n1,
    usedControls: controls.reduce((sum, cell, c) => sum + ((used[c] as number) > 0 ? cell.n : 0), 0),
    weights,
    paired: null,
    covariates: covariateBalance({ ...comparison, weights, denominator: 'treated' }),
  };
}

export const nobodyMatched = refused(
  'not-identified',
  'Aucune personne qui a reçu le service n’a de semblable de l’autre côté : élargissez l’écart permis ou retirez une caractéristique.',
);

function indexOf(cells: readonly MatchingCell[], points: Matrix): PointIndex {
  const own = zeros(cells.length, points.columns);
  cells.forEach((cell, c) => {
    own.values.set(rowOf(points, cell.row), c * points.columns);
  });
  return pointIndex(own, (c) => cells[c]?.n ?? 0);
}

/** Sum over the units of a cell of their conditional variance: one search of two units, itself included, serves. */
function conditionalVariance(
  cell: MatchingCell,
  cells: readonly MatchingCell[],
  index: PointIndex,
  points: Matrix,
): number {
  const near = index.nearest(rowOf(points, cell.row), 2)?.points ?? [];
  const together = near.map((p) => cells[p] as MatchingCell);
  const held = together.reduce((sum, other) => sum + other.n, 0);
  if (held < 2) return 0;
  const mean = together.reduce((sum, other) => sum + other.n * other.mean, 0) / held;
  const spread = together.reduce((sum, other) => sum + other.squares + other.n * (other.mean - mean) ** 2, 0);
  return (cell.n * spread) / (held - 1);
}
