import type { PublishedMeasure } from '../../publish/bundle/bundle.ts';

interface Read {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Where a figure goes from one publication to the next: only a move that the two intervals do not explain is called a
 * move. Null when there is nothing to compare with.
 */
export function trend(latest: PublishedMeasure, before: PublishedMeasure | null): string | null {
  const [now, then] = [figureOf(latest), before === null ? null : figureOf(before)];
  if (now === null) return null;
  if (then === null) return 'Premier chiffre publié';
  if (now.lower > then.upper) return 'En hausse depuis la publication précédente';
  if (now.upper < then.lower) return 'En baisse depuis la publication précédente';
  return 'Pas de changement net depuis la publication précédente';
}

function figureOf({ headline: { effect, estimate } }: PublishedMeasure): Read | null {
  const { value, lower, upper } = effect ?? estimate;
  return value === null || lower === null || upper === null ? null : { value, lower, upper };
}
