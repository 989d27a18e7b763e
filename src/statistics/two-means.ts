import { moments } from './moments.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';
import { sizeOf, visibleError } from './visible-error.ts';

export interface Sample {
  readonly values: ArrayLike<number>;
  /** Units each value stands for; 1 when left out. */
  readonly counts?: ArrayLike<number>;
}

export interface TwoMeans extends Bounds {
  readonly meanTreated: number;
  readonly meanControl: number;
  /** Treated minus control, in the outcome's unit. */
  readonly estimate: number;
  /** Null when nothing varies in either arm, or when an arm has a single unit. */
  readonly se: number | null;
  readonly df: number | null;
}

/**
 * Difference of two means with unequal variances: se² = s1²/n1 + s0²/n0, Student's t with Satterthwaite's degrees of
 * freedom. Welch 1947. Assumes independent units; exact for normal outcomes, good for large arms otherwise.
 */
export function twoMeans(treated: Sample, control: Sample, level = 0.95): TwoMeans | Refused {
  const t = moments(treated.values, treated.counts);
  const c = moments(control.values, control.counts);
  if (!(t.n > 0 && c.n > 0)) {
    return refused(
      'empty-group',
      "L'un des deux groupes ne contient personne : aucun écart ne peut être calculé.",
    );
  }
  const estimate = t.mean - c.mean;
  const base = { meanTreated: t.mean, meanControl: c.mean, estimate };
  const [v1, v0] = [(t.variance ?? Number.NaN) / t.n, (c.variance ?? Number.NaN) / c.n];
  const se = visibleError(v1 + v0, Math.max(sizeOf(treated.values), sizeOf(control.values)));
  if (se === null) return { ...base, se, df: null, lower: null, upper: null };
  const df = (v1 + v0) ** 2 / (v1 ** 2 / (t.n - 1) + v0 ** 2 / (c.n - 1));
  return { ...base, se, df, ...symmetricInterval(estimate, se, level, df) };
}
