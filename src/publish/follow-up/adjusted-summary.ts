import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { symmetricInterval } from '../../statistics/symmetric-interval.ts';

/**
 * What is published of an adjusted effect. The adjustment itself reads the covariates of each person, which are not
 * public; its result and its standard error are, and the interval is computed again from them.
 */
export type AdjustedSummary = Pick<
  EffectEstimate & { readonly kind: 'estimate' },
  | 'horizon'
  | 'measure'
  | 'estimand'
  | 'method'
  | 'level'
  | 'value'
  | 'standardError'
  | 'withService'
  | 'withoutService'
>;

export const adjustedSummaries = (effects: readonly EffectEstimate[]): readonly AdjustedSummary[] =>
  effects.flatMap((effect) => {
    if (effect.kind !== 'estimate') return [];
    const { horizon, measure, estimand, method, level, value, standardError, withService, withoutService } =
      effect;
    return [{ horizon, measure, estimand, method, level, value, standardError, withService, withoutService }];
  });

/** The effect and its interval: on the difference, or on the logarithm of the ratio. Null when there is none to give. */
export function effectOf(summary: AdjustedSummary): EffectEstimate | null {
  const ratio = summary.measure === 'ratio';
  const { lower, upper } = symmetricInterval(
    ratio ? Math.log(summary.value) : summary.value,
    summary.standardError,
    summary.level,
  );
  if (lower === null || upper === null) return null;
  const bounds = ratio ? { lower: Math.exp(lower), upper: Math.exp(upper) } : { lower, upper };
  return { kind: 'estimate', ...summary, ...bounds };
}
