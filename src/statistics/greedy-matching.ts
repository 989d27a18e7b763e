/**
 * Nearest-neighbour matching without replacement: treated units choose in turn, each the nearest control still free,
 * for the effect on the treated. Greedy (Rosenbaum & Rubin 1985; Ho, Imai, King & Stuart 2011): by default those with
 * the largest propensity score choose first, ties go to the first row, and with several controls each everybody takes
 * a first one before anybody takes a second. Error of the mean of matched differences.
 * Assumes no hidden common cause and overlap; without a caliper, late choosers may be matched far.
 *
 * Rows that stand for several units are gathered by point first, so that the order of outcomes decides nothing.
 */
import { covariateBalance } from './balance.ts';
import type { Comparison } from './comparison.ts';
import { entry, type Matrix, row as rowOf, zeros } from './linear-algebra.ts';
import { type MatchingCell, type MatchingSpace, matchingCells, matchingSpace } from './matching-space.ts';
import { type MatchedEffect, type MatchingOptions, nobodyMatched } from './nearest-matching.ts';
import { pointIndex } from './nearest-points.ts';
import { type Refused, refused } from './refused.ts';
import { symmetricInterval } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export type MatchingOrder = 'largest-score-first' | 'smallest-score-first' | 'data';

interface Chooser {
  readonly cell: MatchingCell;
  /** Control cells taken and how many units of each. */
  readonly taken: Map<number, number>;
  /** Units of the cell that got at least one control. */
  matched: number;
}

export function nearestWithoutReplacement(
  comparison: Comparison,
  options: MatchingOptions & { readonly order: MatchingOrder },
  space: MatchingSpace | Refused = matchingSpace(comparison, options),
): MatchedEffect | Refused {
  if ('error' in space) return space;
  if (options.distance === 'mahalanobis' && options.order !== 'data') {
    return refused('invalid-input', 'Sans score, les personnes choisissent dans l’ordre des données.');
  }
  const byUnit = Array.from(comparison.counts).every((count) => count === 1);
  const place = (r: number) =>
    byUnit ? String(r) : [rowOf(space.points, r), rowOf(comparison.covariates.values, r)].join(' ');
  const choosers: Chooser[] = matchingCells(comparison, 1, place).map((cell) => ({
    cell,
    taken: new Map(),
    matched: 0,
  }));
  const score = ({ cell }: Chooser) => entry(space.points, cell.row, 0);
  if (options.order === 'largest-score-first') choosers.sort((a, b) => score(b) - score(a));
  if (options.order === 'smallest-score-first') choosers.sort((a, b) => score(a) - score(b));
  const controls = matchingCells(comparison, 0, place);
  choose(choosers, controls, { ratio: options.ratio, allowed: space.allowed, points: space.points });
  const found = summarise(comparison, choosers, controls, options.level);
  if ('error' in found) return found;
  const paired = choosers.flatMap(({ cell, taken }) =>
    [...taken].map(([c, pairs]) => ({
      treated: cell.rows,
      control: (controls[c] as MatchingCell).rows,
      pairs,
    })),
  );
  return { ...found, paired };
}

function choose(
  choosers: readonly Chooser[],
  controls: readonly MatchingCell[],
  { ratio, allowed, points }: { ratio: number; allowed: (a: number, b: number) => boolean; points: Matrix },
): void {
  const places = zeros(controls.length, points.columns);
  controls.forEach((control, c) => {
    places.values.set(rowOf(points, control.row), c * points.columns);
  });
  const index = pointIndex(places);
  const free = controls.map((control) => control.n);
  for (let round = 0; round < ratio; round++) {
    for (const chooser of choosers) {
      const { cell } = chooser;
      let waiting = round === 0 ? cell.n : chooser.matched;
      while (waiting > 0) {
        const near = index.nearest(rowOf(points, cell.row), 1, (c) =>
          allowed(cell.row, (controls[c] as MatchingCell).row),
        );
        const nearest = near?.points[0];
        if (nearest === undefined) break;
        const units = Math.min(waiting, free[nearest] as number);
        chooser.taken.set(nearest, (chooser.taken.get(nearest) ?? 0) + units);
        if (round === 0) chooser.matched += units;
        free[nearest] = (free[nearest] as number) - units;
        if (!((free[nearest] as number) > 0)) index.remove(nearest);
        waiting -= units;
      }
    }
  }
}

function summarise(
  comparison: Comparison,
  choosers: readonly Chooser[],
  controls: readonly MatchingCell[],
  level: number,
): MatchedEffect | Refused {
  const weights = new Float64Array(comparison.treated.length);
  const pairs = choosers.flatMap(({ cell, taken, matched }) => {
    if (matched === 0) return [];
    const links = [...taken.values()].reduce((sum, units) => sum + units, 0);
    const shares = [...taken].map(([c, units]) => ({
      control: controls[c] as MatchingCell,
      share: units / links,
    }));
    const without = shares.reduce((sum, { control, share }) => sum + share * control.mean, 0);
    // Within-cell variance of a difference: the treated unit's, and that of the mean of its controls.
    const spread = shares.reduce(
      (sum, { control, share }) =>
        sum + share * (control.squares / control.n + (control.mean - without) ** 2),
      0,
    );
    const within = matched > 1 ? cell.squares / cell.n + (spread * matched) / links : 0;
    for (const r of cell.rows) weights[r] = matched / cell.n;
    for (const { control, share } of shares)
      for (const r of control.rows) weights[r] = (weights[r] as number) + (share * matched) / control.n;
    return [{ matched, mean: cell.mean, without, within }];
  });
  const n = pairs.reduce((sum, { matched }) => sum + matched, 0);
  if (n === 0) return nobodyMatched;
  const average = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + pair.matched * of(pair), 0) / n;
  const [meanTreated, meanControl] = [average(({ mean }) => mean), average(({ without }) => without)];
  const att = meanTreated - meanControl;
  const variance = average(({ mean, without, within }) => (mean - without - att) ** 2 + within);
  const se = n > 1 ? visibleError(variance / (n - 1), sizeOf(comparison.outcome)) : null;
  const treatedUnits = choosers.reduce((sum, { cell }) => sum + cell.n, 0);
  return {
    att,
    se,
    ...symmetricInterval(att, se, level),
    meanTreated,
    meanControl,
    matchedTreated: n,
    droppedTreated: treatedUnits - n,
    usedControls: choosers.reduce(
      (sum, { taken }) => sum + [...taken.values()].reduce((a, b) => a + b, 0),
      0,
    ),
    weights,
    paired: null,
    covariates: covariateBalance({ ...comparison, weights, denominator: 'treated' }),
  };
}
