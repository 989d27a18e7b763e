import type { HeadlineBase } from '../../measure/measure.ts';

/** A figure with its interval. */
export interface Read {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a sentence reads: the effect, else the estimate; null without an interval. */
export function readOf({ effect, estimate }: HeadlineBase): Read | null {
  const { value, lower, upper } = effect ?? estimate;
  return value === null || lower === null || upper === null ? null : { value, lower, upper };
}

/**
 * Where a figure goes from one publication to the next: only a move that the two intervals do not explain is called a
 * move. Null when there is nothing to compare.
 */
export function trend(now: Read | null, then: Read | null): string | null {
  if (now === null) return null;
  if (then === null) return 'Premier chiffre publié';
  if (now.lower > then.upper) return 'En hausse depuis la publication précédente';
  if (now.upper < then.lower) return 'En baisse depuis la publication précédente';
  return 'Pas de changement net depuis la publication précédente';
}
