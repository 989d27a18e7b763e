/**
 * Exact matching: treated and control units that share every chosen covariate are compared within that stratum, and
 * the differences averaged over the treated (effect on the treated). Strata with one arm only are left out and counted.
 * Cochran 1968; Imbens & Rubin 2015, chapter 17; error as in `stratified-difference.ts`. Assumes no hidden common cause
 * within a stratum.
 */
import { armSizes, emptyArm } from './comparison.ts';
import type { Refused } from './refused.ts';
import { type StratifiedInput, stratifiedDifference } from './stratified-difference.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

export interface ExactMatching extends Bounds {
  readonly att: number;
  readonly se: number | null;
  readonly meanTreated: number;
  readonly meanControl: number;
  readonly matchedTreated: number;
  readonly droppedTreated: number;
  readonly matchedControl: number;
  readonly droppedControl: number;
  /** Strata with both arms. */
  readonly strata: number;
}

export function exactMatching(data: StratifiedInput, level = 0.95): ExactMatching | Refused {
  const sizes = armSizes(data);
  const empty = emptyArm(sizes);
  if (empty !== null) return empty;
  const found = stratifiedDifference(data, 'treated');
  if ('error' in found) return found;
  const { difference, se, meanTreated, meanControl, treatedKept, controlKept, strata } = found;
  return {
    att: difference,
    se,
    ...symmetricInterval(difference, se, level),
    meanTreated,
    meanControl,
    matchedTreated: treatedKept,
    droppedTreated: sizes.treated - treatedKept,
    matchedControl: controlKept,
    droppedControl: sizes.control - controlKept,
    strata,
  };
}
