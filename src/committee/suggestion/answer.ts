import { equivalence } from '../../statistics/equivalence.ts';
import { probabilityExceeds } from '../../statistics/normal-posterior.ts';
import type { Answer, Because, Belief, Chances, EffectToJudge, SuggestionInput } from './suggestion.ts';

export interface Cutoffs {
  readonly accelerate: number;
  readonly continue: number;
  readonly slowDown: number;
  readonly stop: number;
}

/**
 * How sure one must be, from the chances that the effect is above what counts. Stopping a service is hardly undone and
 * spending more is: the first asks 95 chances of 100, the second 90. Tried in docs/regle-de-suggestion.md.
 */
export const needed: Cutoffs = { accelerate: 0.9, continue: 0.6, slowDown: 0.2, stop: 0.05 };

/** Effect at which a use is worth its cost; null when the cost or the value is not known. */
export function breakEven({ costPerYear, usersPerYear, valuePerOutcome }: SuggestionInput): number | null {
  if (costPerYear === null || usersPerYear === null || valuePerOutcome === null) return null;
  if (usersPerYear <= 0 || valuePerOutcome <= 0) return null;
  return costPerYear / usersPerYear / valuePerOutcome;
}

export function chancesOf(belief: Belief, input: SuggestionInput): Chances {
  const even = breakEven(input);
  return {
    positive: probabilityExceeds(belief, 0),
    aboveThreshold: input.threshold === null ? null : probabilityExceeds(belief, input.threshold),
    worthItsCost: even === null ? null : probabilityExceeds(belief, even),
  };
}

/**
 * With a threshold and a cost, the least favourable of the two must be good to accelerate, the most favourable bad to
 * stop. Too little known is never a reason to stop: few data leave the chances far from 5 of 100.
 */
export function answerOf(
  belief: Belief,
  chances: Chances,
  { threshold }: SuggestionInput,
  { pending, cutoffs }: { readonly pending: EffectToJudge['pending']; readonly cutoffs: Cutoffs },
): { readonly answer: Answer; readonly because: Because } {
  const { positive, aboveThreshold, worthItsCost } = chances;
  const against = stopReason(belief, chances, threshold, cutoffs.stop);
  if (against !== null)
    return pending === null
      ? { answer: 'stop', because: against }
      : { answer: 'slow-down', because: 'too-early-to-stop' };
  const bars = [aboveThreshold, worthItsCost].filter((chance) => chance !== null);
  if (bars.length === 0 || positive === null) return { answer: 'cannot-tell', because: 'no-threshold' };
  const least = Math.min(...bars);
  if (least <= cutoffs.slowDown && Math.max(...bars) >= cutoffs.continue)
    return { answer: 'slow-down', because: least === aboveThreshold ? 'worth-yet-below' : 'too-costly' };
  if (least >= cutoffs.accelerate) return { answer: 'accelerate', because: 'above-both' };
  if (least >= cutoffs.continue) return { answer: 'continue', because: 'leaning-above' };
  if (least <= cutoffs.slowDown) return { answer: 'slow-down', because: 'leaning-below' };
  return { answer: 'cannot-tell', because: 'not-settled' };
}

function stopReason(
  belief: Belief,
  { positive, aboveThreshold, worthItsCost }: Chances,
  threshold: number | null,
  stop: number,
): Because | null {
  // A sponsor who tolerates a small loss (threshold below 0) is not told of harm within it.
  if (Math.max(positive ?? 1, aboveThreshold ?? 0) <= stop) return 'harm';
  const bars = [aboveThreshold, worthItsCost].filter((chance) => chance !== null);
  if (bars.length === 0 || Math.max(...bars) > stop) return null;
  const small =
    threshold !== null &&
    threshold > 0 &&
    equivalence(belief.mean, belief.sd, threshold).verdict === 'too-small-to-matter';
  return small ? 'too-small-to-matter' : 'below';
}
