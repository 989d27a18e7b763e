/**
 * What is believed of an effect: the estimate, its error, and the hidden bias its design leaves possible. The bias is
 * drawn from a normal law centred on 0 whose spread no number of users reduces: variance of the belief = standard error²
 * + bias². Source: Gerber, Green & Kaplan 2004; the spread follows from the bounding factor of Ding & VanderWeele 2016,
 * B = g² / (2g - 1), for a hidden cause that multiplies by g both the chances of using the service and those of the
 * outcome: bias = (B - 1) × level without the service. Nothing else is believed beforehand (flat prior), so that a draw
 * at random gives the same chances here as in its publication. Why these g: docs/decisions/0011.
 * Example: 12 of 100 without the service, level 3: bias of 0.125 × 12 = 1.5 points.
 */
import type { EvidenceLevel } from '../../measure/measure.ts';
import type { Belief, EffectToJudge } from './suggestion.ts';

/** Strength of the hidden cause counted at each level that has a comparison; 1: none. */
const hiddenCauses: Partial<Record<EvidenceLevel, number>> = { 3: 1.5, 4: 1.25, 5: 1 };

/** Null below level 3: what would have happened without the service is not known at all. */
export function beliefOf(effect: EffectToJudge, level: EvidenceLevel): Belief | null {
  const strength = hiddenCauses[level];
  if (strength === undefined) return null;
  const { value, standardError: sampling, withoutService } = effect;
  const factor = strength ** 2 / (2 * strength - 1) - 1;
  const hiddenBias = factor * Math.max(Math.abs(withoutService), Math.abs(withoutService + value));
  return { mean: value, sd: Math.hypot(sampling, hiddenBias), sampling, hiddenBias };
}

/** `1,5` for level 3. */
export const hiddenCauseStrength = (level: EvidenceLevel): number => hiddenCauses[level] ?? 1;
