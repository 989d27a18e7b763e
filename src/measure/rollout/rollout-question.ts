import type { RolloutTerms } from '../../plan/rollout/terms.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import type { InsufficientReason } from '../../statistics/estimate.ts';
import { normalHalfWidth } from '../../statistics/normal.ts';
import { withoutFigure } from '../comparison/reading.ts';
import type { Check } from '../measure.ts';
import type { MeasuredRollout, RolloutFigure, RolloutMethod } from './measured-rollout.ts';
import type { Panel } from './panel.ts';

export const level = 0.95;

/** What a comparison by rollout is asked on. */
export interface RolloutQuestion {
  readonly panel: Panel;
  readonly terms: RolloutTerms;
  /** Days at which people are read; null: the panel gives its values. */
  readonly horizon: number | null;
  /** What a value counts, in the plan's words. */
  readonly label: string | null;
}

/** The effect, the checks it rests on, and everything shown beside. */
export interface RolloutReading {
  readonly effect: EffectEstimate;
  readonly checks: readonly Check[];
  readonly rollout: MeasuredRollout;
}

/** What one estimator adds to what is known before any estimate. */
export type RolloutFindings = Partial<
  Pick<
    MeasuredRollout,
    | 'groupTime'
    | 'aggregates'
    | 'eventStudy'
    | 'pretrend'
    | 'synthetic'
    | 'interrupted'
    | 'differences'
    | 'series'
    | 'startsAt'
    | 'notes'
  >
>;

export interface EstimatorReading {
  readonly method: RolloutMethod;
  readonly effect: EffectEstimate;
  readonly checks: readonly Check[];
  readonly findings: RolloutFindings;
}

/** Days an effect read over `periods` periods is about: the horizon of people followed, else those periods. */
const daysRead = ({ horizon, panel }: RolloutQuestion, periods: number): number =>
  horizon ?? Math.max(1, Math.round(periods * (panel.calendar.days ?? 1)));

export function refusedEffect(
  question: RolloutQuestion,
  method: RolloutMethod,
  reason: InsufficientReason,
  sentence: string,
): EffectEstimate {
  const horizon = daysRead(question, 1);
  return withoutFigure({ horizon, measure: 'difference', estimand: 'att', method, level }, reason, sentence);
}

/**
 * A difference with its interval, the mean observed with the service, and what it would have been without. Its error
 * is that of a normal law as wide as the interval: decisions then count how few the territories are.
 */
export function effectFigure(
  question: RolloutQuestion,
  method: RolloutMethod,
  periods: number,
  figure: RolloutFigure & { readonly withService: number },
  reached = level,
): EffectEstimate {
  const { att, lower, upper, withService } = figure;
  if (lower === null || upper === null || !(upper > lower))
    return refusedEffect(
      question,
      method,
      'not-enough',
      'Trop peu de territoires, ou des valeurs qui varient trop peu, pour mesurer l’incertitude de l’effet : aucun chiffre ne serait honnête.',
    );
  return {
    kind: 'estimate',
    horizon: daysRead(question, periods),
    measure: 'difference',
    estimand: 'att',
    method,
    level: reached,
    value: att,
    lower,
    upper,
    standardError: (upper - lower) / (2 * normalHalfWidth(reached)),
    withService,
    withoutService: withService - att,
  };
}
