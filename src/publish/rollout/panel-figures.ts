import type { EstimateBase, Evidence, Grouped, HeadlineBase } from '../../measure/measure.ts';
import { estimateOf } from '../../measure/rollout/measure-rollout.ts';
import type { MeasuredRollout } from '../../measure/rollout/measured-rollout.ts';
import { readRollout } from '../../measure/rollout/read-rollout.ts';
import { rolloutEvidence } from '../../measure/rollout/rollout-evidence.ts';
import { rolloutHeadline } from '../../measure/rollout/rollout-headline.ts';
import type { FollowUpIndicator, RolloutIndicator } from '../../plan/plan.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { type PanelCounts, panelAt } from './panel-counts.ts';

export interface PanelFigures {
  readonly kind: 'rollout';
  readonly estimates: readonly (EstimateBase & Grouped)[];
  /** One a horizon. */
  readonly effects: readonly EffectEstimate[];
  /** Event study, weights, placebos, observed and expected series: those of the effect in the sentence. */
  readonly rollout: MeasuredRollout;
}

export interface PanelTerms {
  readonly service: string;
  readonly indicator: FollowUpIndicator | RolloutIndicator;
  /** Last day for which outcomes are complete, ISO. */
  readonly coverage: string | null;
}

export interface PanelReading {
  readonly figures: PanelFigures;
  readonly headline: HeadlineBase;
  readonly evidence: Evidence;
}

/** Every figure, check and sentence of a comparison by territories or in time, from its published panel alone. */
export function readPanelCounts(
  counts: PanelCounts,
  { service, indicator, coverage }: PanelTerms,
): PanelReading {
  const written = indicator.method === 'rollout' ? indicator.comparison : indicator.rollout;
  if (written === undefined) throw new TypeError(`indicator ${indicator.id} compares no territory`);
  const terms = { ...written, weighting: counts.weighting };
  const label = indicator.method === 'rollout' && counts.values !== 'share' ? indicator.valueLabel : null;
  const readings = counts.horizons.map((horizon, h) =>
    readRollout({ panel: panelAt(counts, h), terms, horizon, label }),
  );
  const main = readings.findLast(({ effect }) => effect.kind === 'estimate') ?? readings[0];
  if (main === undefined) throw new TypeError(`indicator ${indicator.id} has no horizon`);
  const { effect, rollout, checks } = main;
  const estimate = estimateOf(effect, rollout.territories.filter(({ role }) => role !== 'left-out').length);
  const sentence = rolloutHeadline({
    effect,
    rollout,
    service,
    indicator: indicator.name,
    knownThrough: coverage,
    ...(indicator.sentence && {
      subjectPhrase: indicator.sentence.who,
      outcomePhrase: indicator.sentence.what,
    }),
  });
  return {
    figures: {
      kind: 'rollout',
      estimates: [{ ...estimate, group: null, by: null }],
      effects: readings.map((reading) => reading.effect),
      rollout,
    },
    headline: { sentence, estimate, effect },
    evidence: rolloutEvidence(counts.observed, terms.design, checks, effect),
  };
}
