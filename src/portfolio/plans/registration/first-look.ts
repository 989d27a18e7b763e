import type { Indicator } from '../../../plan/plan.ts';
import { outcomeSource } from '../../../plan/registered-part.ts';
import type { Publication } from '../../../publish/bundle/bundle.ts';

/**
 * The first day on which the effects of an indicator were looked at, as far as publications tell: measured for the
 * indicator itself, or for another one that reads the same source. Null: not yet.
 */
export function firstLook(indicator: Indicator, publications: readonly Publication[]): string | null {
  const source = outcomeSource(indicator);
  const days = publications
    .filter(({ bundle }) =>
      bundle.measures.some((measure) => {
        if (measure.indicator === indicator.id) return true;
        const measured = bundle.plan.indicators.find(({ id }) => id === measure.indicator);
        return measured !== undefined && source !== null && outcomeSource(measured) === source;
      }),
    )
    .map(({ bundle }) => bundle.freshness.measuredOn);
  return days.toSorted()[0] ?? null;
}
