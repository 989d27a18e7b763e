import type { Decision } from '../../measure/comparison/measured-comparison.ts';
import type { Evidence } from '../../measure/measure.ts';
import type { Indicator } from '../../plan/plan.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import type { EvidenceFigure } from './evidence.ts';

/** An effect with what a committee needs of it: its interval, its error, with and without the service. */
export function evidenceEffect(effect: EffectEstimate): EvidenceFigure['effects'][number] {
  const { horizon, measure, estimand } = effect;
  if (effect.kind === 'insufficient') {
    const { kind, reason, sentence } = effect;
    return { kind, horizon, measure, estimand, reason, sentence: typeset(sentence) };
  }
  const { kind, level, value, lower, upper, standardError, withService, withoutService } = effect;
  return {
    ...{ kind, horizon, measure, estimand, level },
    ...{ value, lower, upper, standardError, withService, withoutService },
  };
}

export const evidenceLevel = ({ level, name, checks, raise }: Evidence): EvidenceFigure['evidence'] => ({
  level,
  name,
  checks: checks.map((check) => ({
    name: check.name,
    status: check.status,
    sentence: typeset(check.sentence),
  })),
  raise: typeset(raise),
});

/** What the plan had set and what the effect means for it, without euros: costs are said apart. */
export function evidenceDecision(
  decision: Decision | null,
  indicator: Indicator,
): EvidenceFigure['decision'] {
  if (decision === null) return null;
  const { costPerOutcome, waiting } = decision;
  const apart = [costPerOutcome?.sentence, waiting?.sentence];
  return {
    threshold: decision.threshold,
    valuePerOutcome: ('decision' in indicator && indicator.decision?.valuePerOutcome) || null,
    probabilityPositive: decision.probabilityPositive,
    probabilityAboveThreshold: decision.probabilityAboveThreshold,
    verdict: decision.verdict,
    sentences: decision.sentences.filter((sentence) => !apart.includes(sentence)).map(typeset),
    waiting: waiting === null ? null : typeset(waiting.sentence),
  };
}
