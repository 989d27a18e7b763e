/**
 * Effect on the users of a non-random service, on a censored outcome, by matching: each user is compared with others
 * who share every class of every covariate (`exact`), or with the nearest on the propensity score (`nearest`), with or
 * without replacement, on pseudo-values. From counts by covariate cell, arm, time and status; cells are taken in the
 * order of their covariates, so that the order of the rows decides nothing. `exact-matching.ts`, `nearest-matching.ts`
 * (Abadie & Imbens 2006), `greedy-matching.ts` and `pseudo-values.ts` for the parts and what they assume.
 */
import { cellWeights } from './cell-weights.ts';
import { armSizes, type Comparison, emptyArm } from './comparison.ts';
import { type Covariates, selectRows } from './covariates.ts';
import { exactMatching } from './exact-matching.ts';
import { nearestWithoutReplacement } from './greedy-matching.ts';
import { type HiddenCause, hiddenCauseInCells, hiddenCauseInPairs, knownOutcomes } from './hidden-cause.ts';
import { matchingSpace } from './matching-space.ts';
import { effectiveSampleSize } from './moments.ts';
import { type MatchingOptions, nearestWithReplacement, type PairedRows } from './nearest-matching.ts';
import { type ArmMeans, readPseudoValues } from './pseudo-value-effects.ts';
import { isRefused, type Refused } from './refused.ts';
import {
  type CellFollowUp,
  gather,
  type WeightedFollowUpEffect,
  type WeightGroups,
} from './weighted-follow-up.ts';

export type MatchingChoice =
  | { readonly kind: 'exact' }
  | {
      readonly kind: 'nearest';
      readonly replacement: boolean;
      /** Largest difference of score allowed, in standard deviations of the score; null: none. */
      readonly caliper: number | null;
    };

export interface MatchedFollowUpEffect extends WeightedFollowUpEffect {
  /** Users compared with somebody, and users without counterpart: the effect says nothing of the latter. */
  readonly matchedTreated: number;
  readonly droppedTreated: number;
  /** Null when the same person stands for several users: nothing is then paired. */
  readonly hiddenCause: HiddenCause | null;
}

interface Matches {
  readonly weights: Float64Array;
  /** Who was paired with whom, without replacement; null otherwise. */
  readonly paired: readonly PairedRows[] | null;
  readonly read: (outcomes: Outcomes) => Means | Refused;
}

type Outcomes = Required<Pick<Comparison, 'outcome' | 'squares'>>;

interface Means {
  readonly att: number;
  readonly se: number | null;
  readonly meanTreated: number;
  readonly meanControl: number;
}

/** `covariates`: one row a cell. Refused when an arm is empty or when nobody has a counterpart. */
export function matchedFollowUpEffect(
  rows: readonly CellFollowUp[],
  covariates: Covariates,
  {
    choice,
    horizons,
    level,
  }: { readonly choice: MatchingChoice; readonly horizons: readonly number[]; readonly level: number },
): MatchedFollowUpEffect | Refused {
  const ranks = ranked(covariates);
  const ordered = rows.toSorted(
    (a, b) =>
      (ranks[a.cell] as number) - (ranks[b.cell] as number) ||
      a.treated - b.treated ||
      a.time - b.time ||
      a.status - b.status,
  );
  const { groups, groupOf } = gather(ordered);
  const sizes = armSizes(groups);
  const empty = emptyArm(sizes);
  if (empty !== null) return empty;
  const matches = choice.kind === 'exact' ? exactly(groups) : byScore(groups, covariates, choice, level);
  if ('error' in matches) return matches;
  const effects = readPseudoValues(
    { rows: ordered, groups, groupOf },
    {
      horizons,
      level,
      estimand: 'att',
      method: choice.kind === 'exact' ? 'exact-matching' : 'nearest-matching',
      estimator: (outcomes) => {
        const found = matches.read(outcomes);
        return isRefused(found) ? found : meansOf(found, outcomes, groups, matches.read);
      },
    },
  );
  const { weights } = matches;
  const units = (arm: 0 | 1) =>
    groups.treated.map((which, g) => (which === arm ? (groups.counts[g] as number) : 0));
  const matched = units(1).reduce((sum, n, g) => sum + n * Math.min(1, weights[g] as number), 0);
  return {
    effects,
    groups: { ...groups, weights },
    scores: null,
    essTreated: effectiveSampleSize(weights, units(1)),
    essControl: effectiveSampleSize(weights, units(0)),
    matchedTreated: matched,
    droppedTreated: sizes.treated - matched,
    hiddenCause: hiddenCauseOf({ rows: ordered, groups, groupOf }, choice, matches.paired),
  };
}

function hiddenCauseOf(
  data: {
    readonly rows: readonly CellFollowUp[];
    readonly groups: WeightGroups;
    readonly groupOf: ArrayLike<number>;
  },
  choice: MatchingChoice,
  paired: Matches['paired'],
): HiddenCause | null {
  if (choice.kind === 'nearest' && paired === null) return null;
  const { rows, groups, groupOf } = data;
  return (horizon, direction) => {
    const known = knownOutcomes(rows, groups, groupOf, horizon);
    return paired === null
      ? hiddenCauseInCells(known, groups, direction)
      : hiddenCauseInPairs(known, groups.counts, paired, direction);
  };
}

/** Rank of each cell in the order of its covariates. */
function ranked({ values }: Covariates): Int32Array {
  const order = Array.from({ length: values.rows }, (_, i) => i);
  order.sort((a, b) => {
    for (let j = 0; j < values.columns; j++) {
      const gap =
        (values.values[a * values.columns + j] as number) - (values.values[b * values.columns + j] as number);
      if (gap !== 0) return gap;
    }
    return 0;
  });
  const ranks = new Int32Array(values.rows);
  order.forEach((cell, rank) => {
    ranks[cell] = rank;
  });
  return ranks;
}

function exactly(groups: WeightGroups): Matches | Refused {
  const found = cellWeights(groups, 'ATT');
  if ('error' in found) return found;
  const stratum = groups.cell.map(String);
  return {
    weights: found.weights,
    paired: null,
    read: (outcomes) => exactMatching({ ...groups, ...outcomes, stratum }),
  };
}

function byScore(
  groups: WeightGroups,
  covariates: Covariates,
  { replacement, caliper }: Extract<MatchingChoice, { kind: 'nearest' }>,
  level: number,
): Matches | Refused {
  const own: Covariates = { names: covariates.names, values: selectRows(covariates.values, groups.cell) };
  const sample = { treated: groups.treated, counts: groups.counts, covariates: own };
  const options: MatchingOptions = {
    distance: 'propensity',
    caliper: caliper === null ? null : { sd: caliper, on: 'score' },
    ratio: 1,
    level,
  };
  const nothing = new Float64Array(groups.counts.length);
  const space = matchingSpace({ ...sample, outcome: nothing }, options);
  const read = (outcomes: Outcomes) => {
    const comparison = { ...sample, ...outcomes };
    return replacement
      ? nearestWithReplacement(comparison, options, space)
      : nearestWithoutReplacement(comparison, { ...options, order: 'largest-score-first' }, space);
  };
  const found = read({ outcome: nothing, squares: nothing });
  if ('error' in found) return found;
  return { weights: found.weights, paired: found.paired, read };
}

/** Matching and strata are linear in the outcomes of each arm: scaled by a and b, the same matches give the error of a × - b ×. */
export function meansOf(
  { se, meanTreated, meanControl }: Omit<Means, 'att'>,
  { outcome, squares }: Outcomes,
  { treated }: WeightGroups,
  read: (outcomes: Outcomes) => Pick<Means, 'se'> | Refused,
): ArmMeans {
  return {
    meanTreated,
    meanControl,
    errorOf: (a, b) => {
      if (a === 1 && b === 1) return se;
      const scale = (g: number) => (treated[g] === 1 ? a : b);
      const scaled = read({
        outcome: Float64Array.from(outcome, (value, g) => scale(g) * value),
        squares: Float64Array.from(squares, (value, g) => scale(g) ** 2 * value),
      });
      return isRefused(scaled) ? null : scaled.se;
    },
  };
}
