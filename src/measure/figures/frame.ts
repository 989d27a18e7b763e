import { sourcesRead } from '../../plan/indicator-sources.ts';
import type { Indicator } from '../../plan/plan.ts';
import type { FigureMeasureBase } from '../figure-measure.ts';
import { type MeasureContext, measureInput } from '../measure-context.ts';

type Frame = Pick<
  FigureMeasureBase,
  'indicator' | 'name' | 'matrix' | 'inputs' | 'cohorts' | 'triangle' | 'effects' | 'reference'
>;

/** What the measures of figures share: names, what was read, and what they are compared to. */
export function figureFrame({ records }: MeasureContext, indicator: Indicator): Frame {
  const { baseline, target } = indicator;
  return {
    indicator: indicator.id,
    name: indicator.name,
    matrix: indicator.matrix,
    inputs: sourcesRead(indicator).flatMap((name) => {
      const imported = records.get(name);
      return imported === undefined ? [] : [measureInput(imported)];
    }),
    cohorts: [],
    triangle: [],
    effects: [],
    reference: {
      baseline,
      target:
        target === null
          ? null
          : target.relative
            ? baseline === null
              ? null
              : baseline * (1 + target.value)
            : target.value,
      by: target?.by ?? null,
    },
  };
}
