import { normalHalfWidth, twoSidedPValue } from '../../statistics/normal.ts';
import { fisherTwoSided } from './hypergeometric.ts';

/** A figure as one week knew it. */
export interface WeekFigure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Units it rests on. */
  readonly n: number;
  /** Whether it is a share of people, between 0 and 1. */
  readonly isShare: boolean;
}

/** What to make of the move from one week's figure to the next. */
export type Movement =
  /** `added`: people followed to the end, or cases, since; `among`: the share among them, for a share. */
  | { readonly kind: 'noise' | 'real'; readonly added: number; readonly among: number | null }
  | { readonly kind: 'still' }
  | { readonly kind: 'unknown'; readonly reason: 'too-few-new' | 'rewritten' };

/** At most one chance in twenty, over a year of weekly looks, of calling chance a change: Bonferroni over 52 looks. */
const alarm = 0.05 / 52;
const fewestNew = 30;

/**
 * Whether the move is more than chance, right for whoever looks every week. The figure of this week rests on the same
 * people as last week's and some more: the new ones are compared to all those known before. A share: Fisher's exact test,
 * on the number of people fully followed who would give this interval. Anything else: the change of a mean over nested data
 * has variance se² (n / before - 1), Jennison & Turnbull 2000, chapter 11.
 */
export function movement(before: WeekFigure, now: WeekFigure): Movement {
  if (before.value === now.value && before.n === now.n) return { kind: 'still' };
  return now.isShare ? shareMovement(before, now) : meanMovement(before, now);
}

function shareMovement(before: WeekFigure, now: WeekFigure): Movement {
  const [then, current] = [followed(before), followed(now)];
  const added = current.all - then.all;
  const newWith = current.having - then.having;
  if (added < 0 || newWith < 0 || newWith > added) return { kind: 'unknown', reason: 'rewritten' };
  if (added === 0) return { kind: 'unknown', reason: 'too-few-new' };
  const p = fisherTwoSided({
    newWith,
    newAll: added,
    beforeWith: then.having,
    beforeAll: then.all,
  });
  return { kind: p < alarm ? 'real' : 'noise', added, among: newWith / added };
}

/** People followed to the end who would give this share with this interval: fewer than all, when follow-up is cut short. */
function followed({ value, n, ...figure }: WeekFigure): { readonly all: number; readonly having: number } {
  const error = standardError(figure);
  const equivalent = value > 0 && value < 1 && error > 0 ? (value * (1 - value)) / error ** 2 : n;
  const all = Math.round(Math.min(n, equivalent));
  return { all, having: Math.round(all * value) };
}

function meanMovement(before: WeekFigure, now: WeekFigure): Movement {
  const added = now.n - before.n;
  if (added < 0) return { kind: 'unknown', reason: 'rewritten' };
  if (added < fewestNew) return { kind: 'unknown', reason: 'too-few-new' };
  const spread = standardError(now) * Math.sqrt(now.n / before.n - 1);
  if (!(spread > 0)) return { kind: 'unknown', reason: 'too-few-new' };
  const isReal = twoSidedPValue((now.value - before.value) / spread) < alarm;
  return { kind: isReal ? 'real' : 'noise', added, among: null };
}

const standardError = ({ lower, upper, level }: Pick<WeekFigure, 'lower' | 'upper' | 'level'>): number =>
  (upper - lower) / (2 * normalHalfWidth(level));
