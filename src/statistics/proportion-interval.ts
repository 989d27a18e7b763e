/**
 * Intervals of a proportion from `events` among `n` independent answers.
 *
 * Wilson (1927): the proportions p whose score test does not reject, (p̂ - p)² = z² p(1-p)/n. Close to its level on
 * average; Foulée's default. Clopper–Pearson (1934): inverts the exact binomial test, never under its level, wider.
 * Newcombe 1998 compares them: 81 of 263 gives .2553 to .3662 and .2527 to .3676.
 */
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { normalHalfWidth } from './normal.ts';

export interface ProportionBounds {
  readonly lower: number;
  readonly upper: number;
}

/** `n` above 0, `events` between 0 and `n`; neither needs to be whole (an effective size may be given). */
export function wilson(events: number, n: number, level = 0.95): ProportionBounds {
  const z2 = normalHalfWidth(level) ** 2;
  const centre = events + z2 / 2;
  const half = Math.sqrt(z2 * ((events * (n - events)) / n + z2 / 4));
  return {
    lower: events === 0 ? 0 : (centre - half) / (n + z2),
    upper: events === n ? 1 : (centre + half) / (n + z2),
  };
}

export function clopperPearson(events: number, n: number, level = 0.95): ProportionBounds {
  const tail = (1 - level) / 2;
  return {
    lower: events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
    upper: events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events),
  };
}
