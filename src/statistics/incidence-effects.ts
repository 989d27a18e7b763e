/**
 * Difference and ratio of two incidences at a horizon, with normal intervals: on the difference, and on the logarithm
 * of the ratio (Katz et al. 1978; delta method for censored follow-up). Assumes large enough arms: each must have at least one outcome.
 */

import type { EffectEstimate, EffectInsufficient } from './effect-estimate.ts';
import type { InsufficientReason } from './estimate.ts';
import { counted } from './french-number.ts';
import { symmetricInterval } from './symmetric-interval.ts';

export interface ArmIncidence {
  /** Null when follow-up does not reach the horizon. */
  readonly incidence: number | null;
  /** Units with the outcome by the horizon. */
  readonly events: number;
}

/** Standard errors; for independent arms sqrt(se1² + se0²) and sqrt(se1²/F1² + se0²/F0²). */
export interface IncidenceErrors {
  readonly difference: number | null;
  readonly logRatio: number | null;
}

export interface EffectContext {
  readonly horizon: number;
  readonly level: number;
  readonly estimand: EffectEstimate['estimand'];
  readonly method: string;
}

/** The difference, then the ratio. */
export function incidenceEffects(
  withService: ArmIncidence,
  withoutService: ArmIncidence,
  errors: IncidenceErrors,
  context: EffectContext,
): readonly [EffectEstimate, EffectEstimate] {
  const [f1, f0] = [withService.incidence, withoutService.incidence];
  const read = { withService: f1, withoutService: f0 };
  if (f1 === null || f0 === null) {
    const sentence = `Pas encore mûr : l'un des deux groupes n'est pas suivi jusqu'à ${counted(context.horizon, 'jour', 'jours')}.`;
    return insufficientEffects(context, 'not-mature', sentence, read);
  }
  const figure = (measure: 'difference' | 'ratio', value: number, se: number | null): EffectEstimate => {
    const scale = measure === 'ratio' ? Math.log(value) : value;
    const { lower, upper } = symmetricInterval(scale, se, context.level);
    if (lower === null || upper === null || se === null)
      return insufficient(measure, context, 'not-enough', tooFew, read);
    const bounds =
      measure === 'ratio' ? { lower: Math.exp(lower), upper: Math.exp(upper) } : { lower, upper };
    return {
      kind: 'estimate',
      measure,
      ...context,
      value,
      ...bounds,
      standardError: se,
      withService: f1,
      withoutService: f0,
    };
  };
  if (withService.events === 0 || withoutService.events === 0) {
    return insufficientEffects(context, 'not-enough', tooFew, read);
  }
  return [figure('difference', f1 - f0, errors.difference), figure('ratio', f1 / f0, errors.logRatio)];
}

type ReadArms = Pick<EffectInsufficient, 'withService' | 'withoutService'>;

/** The difference and the ratio, both without a figure for the same reason. */
export const insufficientEffects = (
  context: EffectContext,
  reason: InsufficientReason,
  sentence: string,
  read: ReadArms = { withService: null, withoutService: null },
): readonly [EffectInsufficient, EffectInsufficient] => [
  insufficient('difference', context, reason, sentence, read),
  insufficient('ratio', context, reason, sentence, read),
];

const insufficient = (
  measure: 'difference' | 'ratio',
  context: EffectContext,
  reason: InsufficientReason,
  sentence: string,
  read: ReadArms,
): EffectInsufficient => ({
  kind: 'insufficient',
  measure,
  reason,
  sentence,
  ...context,
  value: null,
  lower: null,
  upper: null,
  ...read,
});

const tooFew =
  "Trop peu : l'un des deux groupes ne compte encore aucun effet constaté, ou tous ; l'incertitude de l'écart ne peut pas être calculée.";
