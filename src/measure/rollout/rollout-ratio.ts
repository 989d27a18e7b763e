import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { normalHalfWidth } from '../../statistics/normal.ts';
import { withoutFigure } from '../comparison/reading.ts';
import type { Panel } from './panel.ts';

/**
 * What was observed with the service over what was expected without it: w / (w - effect). What was observed is taken
 * as it is, so that the bounds are those of the difference carried over: all the doubt is about what was expected.
 * Where that could be zero, or values negative, there is no ratio, and the sentence says so.
 */
export function rolloutRatio(difference: EffectEstimate, { territories }: Panel): EffectEstimate {
  const { horizon, estimand, method, level } = difference;
  const asked = { horizon, estimand, method, level, measure: 'ratio' } as const;
  if (difference.kind === 'insufficient') return withoutFigure(asked, difference.reason, difference.sentence);
  const { value, lower, upper, withService, withoutService } = difference;
  const positive = territories.every(({ values }) => values.every((one) => one === null || one >= 0));
  if (!positive)
    return withoutFigure(
      asked,
      'not-identified',
      'Pas de rapport : la table contient des valeurs négatives, seule la différence a un sens.',
    );
  if (!(withService > 0 && withService - upper > 0))
    return withoutFigure(
      asked,
      'not-enough',
      'Pas de rapport : sans le service, la valeur attendue pourrait être nulle ; seule la différence est donnée.',
    );
  const over = (change: number) => withService / (withService - change);
  return {
    ...asked,
    kind: 'estimate',
    value: over(value),
    lower: over(lower),
    upper: over(upper),
    standardError: Math.log(over(upper) / over(lower)) / (2 * normalHalfWidth(level)),
    withService,
    withoutService,
  };
}
