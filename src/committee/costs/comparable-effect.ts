import { withoutAccents } from '../../portfolio/search-text.ts';
import type { Bundle, PublishedMeasure } from '../../publish/bundle/bundle.ts';
import type { KnownUnitCost } from './unit-cost.ts';

export type CostQuestion = 'additional' | 'observed';

/** The rule, as pages say it. */
export const comparableRule =
  'Deux coûts ne sont mis côte à côte que s’ils répondent à la même question : le même effet dans les mêmes mots, le même domaine, le même délai après l’usage, et tous deux par effet supplémentaire ou tous deux par effet constaté. Ce n’est pas un classement : deux services qui changent des choses différentes ne se comparent pas.';

/**
 * What a cost is a cost of: two of the same key may be put side by side, two of different keys may not. Null when the
 * plan does not say in words what happens, since nothing then tells that two effects are the same.
 */
export function effectKey(
  { effect, plan }: Bundle,
  measure: PublishedMeasure,
  cost: KnownUnitCost,
  question: CostQuestion,
): string | null {
  const indicator = plan.indicators.find(({ id }) => id === measure.indicator);
  if (indicator === undefined) return null;
  const words =
    'sentence' in indicator ? indicator.sentence?.what : 'words' in indicator ? cost.unit : undefined;
  if (words === undefined) return null;
  const { unitKind = 'people', unitLabel = '' } = indicator;
  return JSON.stringify([
    question,
    effect.domain,
    withoutAccents(words),
    withoutAccents(unitLabel),
    unitKind,
    cost.horizon,
  ]);
}
