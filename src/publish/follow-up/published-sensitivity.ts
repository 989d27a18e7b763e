import { hiddenCause, type Sensitivity, whyNot } from '../../measure/comparison/hidden-cause.ts';
import type { FollowUpMeasure } from '../../measure/measure.ts';
import type { Comparison } from '../../plan/plan.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { hiddenCauseSentence } from '../../statistics/rosenbaum-bounds.ts';
import type { FollowUpCounts, HiddenCauseSummary } from './published-counts.ts';

/** What is kept of the sensitivity of a measure: the pairs it rests on are not public. */
export function hiddenCauseSummary({ comparison }: FollowUpMeasure): HiddenCauseSummary | undefined {
  const found = comparison?.sensitivity;
  if (found == null) return undefined;
  const { kind, gamma } = found.rosenbaum;
  return { horizon: found.horizon, kind, gamma: gamma === null ? null : Number(gamma.toFixed(6)) };
}

/** How strong a hidden cause would have to be to undo the published effect; null when there is nothing to undo. */
export function publishedSensitivity(
  { adjusted: { hiddenCause: summary } }: FollowUpCounts,
  effects: readonly EffectEstimate[],
  comparison: Comparison,
): Sensitivity | null {
  const effect = effects.findLast(({ kind, measure }) => kind === 'estimate' && measure === 'difference');
  if (summary === undefined || effect === undefined) return null;
  return hiddenCause(effects, effect, () => {
    const { horizon, kind, gamma } = summary;
    if (horizon !== effect.horizon) {
      const sentence = `Les bornes de Rosenbaum ont été calculées à ${exactDuration(horizon)}.`;
      return { kind: 'not-applicable', gamma: null, sentence };
    }
    return { kind, gamma, sentence: kind === 'bound' ? hiddenCauseSentence(gamma) : whyNot(comparison) };
  });
}
