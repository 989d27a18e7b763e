import type { Sensitivity } from '../../measure/comparison/hidden-cause.ts';
import type { FigureEstimate } from '../../measure/figure-measure.ts';
import type { Evidence, HeadlineBase } from '../../measure/measure.ts';
import type { Indicator } from '../../plan/plan.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { toSixDecimals } from '../bundle/canonical.ts';
import type { FigureCounts } from '../figures/figure-counts.ts';
import { readFigure } from '../figures/read-figure.ts';
import { armEffects } from '../follow-up/arm-effects.ts';
import { type FollowUpFigures, followUpFigures } from '../follow-up/follow-up-figures.ts';
import { followUpHeadline } from '../follow-up/follow-up-headline.ts';
import type { FollowUpCounts } from '../follow-up/published-counts.ts';
import { publishedSensitivity } from '../follow-up/published-sensitivity.ts';
import type { PanelCounts } from '../rollout/panel-counts.ts';
import { type PanelFigures, readPanelCounts } from '../rollout/panel-figures.ts';

/** All that is published of the people of a measure: `kind` says which. */
export type PublishedCounts = FollowUpCounts | FigureCounts | PanelCounts;

/** Every figure computed from them, of the same kind. */
export type PublishedFigures =
  | (FollowUpFigures & {
      readonly effects: readonly EffectEstimate[];
      /** Of an adjusted comparison with an effect. */
      readonly sensitivity?: Sensitivity;
    })
  | PanelFigures
  | { readonly kind: 'figures'; readonly estimates: readonly FigureEstimate[] };

export interface ReadingTerms {
  readonly service: string;
  /** The effect of the plan, in one sentence. */
  readonly effect: string;
  readonly indicator: Indicator;
  readonly threshold: number;
  /** Last day for which outcomes are complete, ISO. */
  readonly coverage: string | null;
}

export interface Reading {
  readonly figures: PublishedFigures;
  readonly headline: HeadlineBase;
  /** Computed again too when the counts are enough for it; null: as measured. */
  readonly evidence: Evidence | null;
}

/**
 * The figures and the sentence of a published measure, from its published counts and its plan alone: what publishing
 * writes and what verifying computes again. To six decimals.
 */
export function readPublished(counts: PublishedCounts, terms: ReadingTerms): Reading {
  const { indicator } = terms;
  if (indicator.method === 'follow-up' && counts.kind === 'follow-up') {
    const own = { ...terms, indicator };
    const effects = armEffects(counts, own);
    const { comparison } = indicator;
    const sensitivity = comparison && publishedSensitivity(counts, effects, comparison);
    const figures = toSixDecimals({
      ...followUpFigures(counts, own),
      effects,
      ...(sensitivity ? { sensitivity } : {}),
    });
    return {
      figures,
      headline: followUpHeadline(counts, figures, figures.effects, own),
      evidence: null,
    };
  }
  if ((indicator.method === 'follow-up' || indicator.method === 'rollout') && counts.kind === 'panel') {
    return toSixDecimals(readPanelCounts(counts, { ...terms, indicator }));
  }
  if (indicator.method !== 'follow-up' && indicator.method !== 'rollout' && counts.kind === 'figures') {
    const { estimates, sentence } = toSixDecimals(readFigure(counts, indicator, terms));
    return {
      figures: { kind: 'figures', estimates },
      headline: { sentence, estimate: estimates[0], effect: null },
      evidence: null,
    };
  }
  throw new TypeError(`counts of kind ${counts.kind} are not those of a measure by ${indicator.method}`);
}
