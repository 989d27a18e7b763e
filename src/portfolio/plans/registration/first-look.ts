import type { Measure, MeasureInput } from '../../../measure/measure.ts';
import type { Indicator } from '../../../plan/plan.ts';
import { outcomeSource } from '../../../plan/registered-part.ts';
import type { Publication } from '../../../publish/bundle/bundle.ts';

/** One day on which figures were computed, and from which sources. */
export interface Look {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly measures: readonly (Pick<Measure, 'indicator'> & {
    readonly inputs: readonly Pick<MeasureInput, 'source' | 'kind'>[];
  })[];
}

/** A publication is a look on the day it was measured, whenever it became public. */
export const publishedLook = ({ bundle }: Publication): Look => ({
  day: bundle.freshness.measuredOn,
  measures: bundle.measures,
});

/** Kinds of sources in which effects are seen. */
const effects: readonly MeasureInput['kind'][] = ['outcomes', 'units', 'sample', 'panel'];

/**
 * The first day on which the effects of an indicator were looked at: measured for the indicator itself, or for another
 * one that reads the same source. Null: not yet.
 */
export function firstLook(indicator: Indicator, looks: readonly Look[]): string | null {
  const own = outcomeSource(indicator);
  const days = looks
    .filter(({ measures }) =>
      measures.some(
        ({ indicator: measured, inputs }) =>
          measured === indicator.id ||
          inputs.some(({ source, kind }) => source === own && effects.includes(kind)),
      ),
    )
    .map(({ day }) => day);
  return days.toSorted()[0] ?? null;
}
