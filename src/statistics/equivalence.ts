/**
 * Is the effect too small to matter? Two one-sided tests (TOST): the effect lies inside ±margin when both
 * "at most -margin" and "at least +margin" are rejected, which is when the interval at level 1 - 2 alpha lies inside.
 * Not finding an effect is not the same thing: a wide interval around 0 is "cannot tell".
 * Assumes the estimate about normal; the margin is set beforehand by the sponsor. Source: Schuirmann 1987.
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { normalHalfWidth } from './normal.ts';

export interface Equivalence {
  readonly verdict: 'too-small-to-matter' | 'matters' | 'cannot-tell';
  /** The larger of the two one-sided p-values. */
  readonly pValue: number;
  /** Interval at level 1 - 2 alpha. */
  readonly lower: number;
  readonly upper: number;
  readonly sentence: string;
}

/** `margin` and `se` above 0, in the unit of the estimate. */
export function equivalence(estimate: number, se: number, margin: number, alpha = 0.05): Equivalence {
  const pValue = Math.max(
    normalCdf(-(estimate + margin) / se, 0, 1),
    normalCdf((estimate - margin) / se, 0, 1),
  );
  const half = normalHalfWidth(1 - 2 * alpha) * se;
  const [lower, upper] = [estimate - half, estimate + half];
  const beyond = lower >= margin || upper <= -margin;
  const verdict = pValue <= alpha ? 'too-small-to-matter' : beyond ? 'matters' : 'cannot-tell';
  return { verdict, pValue, lower, upper, sentence: sentenceOf(verdict, estimate) };
}

function sentenceOf(verdict: Equivalence['verdict'], estimate: number): string {
  switch (verdict) {
    case 'too-small-to-matter':
      return "S'il y a un effet, dans un sens ou dans l'autre, il est trop petit pour compter au regard du seuil fixé.";
    case 'matters':
      return estimate > 0
        ? "L'effet dépasse le seuil fixé : il est assez grand pour compter."
        : "L'effet est négatif et assez grand pour compter : il dépasse le seuil fixé, dans l'autre sens.";
    case 'cannot-tell':
      return "Les données ne permettent pas de dire si l'effet, dans un sens ou dans l'autre, est assez grand pour compter au regard du seuil fixé.";
  }
}
