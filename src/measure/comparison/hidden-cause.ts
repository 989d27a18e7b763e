import type { Comparison } from '../../plan/plan.ts';
import { eValue } from '../../statistics/e-value.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import type { Refused } from '../../statistics/refused.ts';
import type { RosenbaumBounds } from '../../statistics/rosenbaum-bounds.ts';
import type { MeasuredComparison } from './measured-comparison.ts';
import type { DesignReading } from './reading.ts';

export type Sensitivity = NonNullable<MeasuredComparison['sensitivity']>;

/** How strong a hidden cause would have to be to undo the effect of the headline; null when there is no effect. */
export function hiddenCause(
  effects: readonly EffectEstimate[],
  { horizon }: EffectEstimate,
  rosenbaumOf: (ratio: number) => Sensitivity['rosenbaum'],
): Sensitivity | null {
  const ratio = effects.find((effect) => effect.measure === 'ratio' && effect.horizon === horizon);
  if (ratio?.kind !== 'estimate') return null;
  const found = eValue({ measure: 'RR', estimate: ratio.value, lower: ratio.lower, upper: ratio.upper });
  if ('error' in found) return null;
  return {
    horizon,
    eValue: found.point,
    eValueOfBound: found.interval,
    sentence: found.sentence,
    rosenbaum: rosenbaumOf(ratio.value),
  };
}

/** Rosenbaum's bound where people were matched one by one or group by group, else why there is none. */
export function rosenbaumBound(
  comparison: Comparison,
  read: DesignReading['hiddenCause'],
  horizon: number,
  ratio: number,
): Sensitivity['rosenbaum'] {
  if (read === null) return { kind: 'not-applicable', gamma: null, sentence: whyNot(comparison) };
  return said(read(horizon, ratio >= 1 ? 1 : -1));
}

const said = (found: RosenbaumBounds | Refused): Sensitivity['rosenbaum'] =>
  'error' in found
    ? { kind: 'not-applicable', gamma: null, sentence: found.sentence }
    : { kind: 'bound', gamma: found.sensitivity, sentence: found.sentence };

/** French: what stands in the way of the bound, and what would allow it. */
export const whyNot = ({ adjustment }: Pick<Comparison, 'adjustment'>): string =>
  adjustment === 'matching-nearest'
    ? 'Les bornes de Rosenbaum demandent des paires sans personne commune : ici, une même personne peut servir de semblable à plusieurs. Avec replacement: false, elles seraient données.'
    : 'Les bornes de Rosenbaum demandent des personnes appariées : ici, elles sont pondérées. Avec adjustment: matching-exact, ou matching-nearest et replacement: false, elles seraient données.';
