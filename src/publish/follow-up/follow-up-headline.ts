import { effectHeadline } from '../../measure/comparison/effect-headline.ts';
import { headlineSentence } from '../../measure/headline.ts';
import type { Headline } from '../../measure/measure.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { groupUnits } from '../disclosure/life-table.ts';
import type { FollowUpFigures, FollowUpTerms } from './follow-up-figures.ts';
import type { FollowUpCounts } from './published-counts.ts';

export interface HeadlineTerms extends FollowUpTerms {
  readonly service: string;
  /** Last day for which outcomes are complete, ISO; null when durations are given. */
  readonly coverage: string | null;
}

/**
 * The sentence of a published follow-up, from its published figures: the furthest horizon that has one, else why the
 * first has none; with a comparison, the effect.
 */
export function followUpHeadline(
  counts: FollowUpCounts,
  { estimates }: Pick<FollowUpFigures, 'estimates'>,
  effects: readonly EffectEstimate[],
  terms: HeadlineTerms,
): Headline {
  const { indicator, service, coverage } = terms;
  const everyone = estimates.filter(({ group }) => group === null);
  const found = everyone.findLast(({ kind }) => kind === 'estimate') ?? everyone[0];
  if (found === undefined) throw new TypeError(`indicator ${indicator.id} has no horizon`);
  const { group: _group, by: _by, ...estimate } = found;
  const names = {
    service,
    indicator: indicator.name,
    ...(indicator.sentence && {
      subjectPhrase: indicator.sentence.who,
      outcomePhrase: indicator.sentence.what,
    }),
  };
  if (indicator.comparison !== undefined) {
    const main = effects.filter(({ measure, estimand }) => measure === 'difference' && estimand !== 'cace');
    const effect = main.findLast(({ kind }) => kind === 'estimate') ?? main[0] ?? null;
    if (effect === null) throw new TypeError(`indicator ${indicator.id} compares at no horizon`);
    const arms = counts.arms?.groups.filter(({ group }) => group === 'treated' || group === 'control') ?? [];
    const sentence = effectHeadline({
      ...names,
      effect,
      comparison: indicator.comparison,
      decision: indicator.decision ?? null,
      units: arms.reduce((sum, group) => sum + groupUnits(group), 0),
      entryDays: null,
      coverage: coverage === null ? null : Date.parse(coverage) / 86_400_000,
    });
    return { sentence, estimate, effect };
  }
  const sentence = headlineSentence({
    ...names,
    estimate,
    unit: indicator.unit.length === 2 ? 'pair' : 'person',
    entry: indicator.exposure === null ? 'population' : 'usage',
    knownThrough: coverage,
  });
  return { sentence, estimate, effect: null };
}
