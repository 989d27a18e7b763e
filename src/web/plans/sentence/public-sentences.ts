import { effectHeadline } from '../../../measure/comparison/effect-headline.ts';
import { askedLaterSentence } from '../../../measure/figures/asked-later-sentence.ts';
import { declaredSentence } from '../../../measure/figures/declared-sentence.ts';
import { proxySentence } from '../../../measure/figures/proxy-sentence.ts';
import { sampleVolumeSentence } from '../../../measure/figures/sample-volume-sentence.ts';
import { headlineSentence } from '../../../measure/headline.ts';
import { rolloutHeadline } from '../../../measure/rollout/rollout-headline.ts';
import type { FollowUpIndicator, Indicator, Plan, SampleVolumeIndicator } from '../../../plan/plan.ts';
import type { RolloutTerms } from '../../../plan/rollout/terms.ts';
import {
  exampleChange,
  exampleEffect,
  exampleFigure,
  exampleMean,
  exampleShare,
  exampleValue,
} from './example-figures.ts';
import type { LastMeasure } from './last-measure.ts';
import { measuredSentence } from './measured-sentence.ts';
import { phrases } from './phrases.ts';

export interface PublicSentence {
  /** In which case it would be said. */
  readonly when: string;
  readonly sentence: string;
}

export interface PublicSentences {
  /** Day of the measure whose figures they say, ISO; null: their figures are invented. */
  readonly measuredOn: string | null;
  readonly sentences: readonly PublicSentence[];
}

const found = 'Si un effet se voit';
const unclear = 'Si les données ne permettent pas de trancher';
const only = 'Une fois mesuré';
const asMeasured = 'Avec les chiffres de la dernière mesure';

/**
 * What the public would read of an indicator, by the functions that write it for real: with the figures of its last
 * measure when it has some for what the plan asks, else with invented ones.
 */
export function publicSentences(plan: Plan, indicator: Indicator, last: LastMeasure | null): PublicSentences {
  const figure = last?.figures.find((one) => one.indicator === indicator.id);
  const sentence = figure === undefined ? null : measuredSentence(plan, indicator, figure);
  return last === null || sentence === null || sentence === ''
    ? { measuredOn: null, sentences: exampleSentences(plan, indicator) }
    : { measuredOn: last.day, sentences: [{ when: asMeasured, sentence }] };
}

/** With invented figures: with a comparison, once for an effect that shows and once for one that does not. */
function exampleSentences(plan: Plan, indicator: Indicator): readonly PublicSentence[] {
  const service = plan.service.name;
  switch (indicator.method) {
    case 'follow-up':
      return followUp(service, indicator);
    case 'rollout':
      return rolledOut(service, indicator, indicator.comparison, null, indicator.valueLabel);
    case 'sample-volume':
      return [{ when: only, sentence: sampleVolume(indicator) }];
    case 'asked-later': {
      const share = indicator.yes !== null;
      const figure = share ? exampleFigure(0.42, 0.38, 0.46) : exampleFigure(420, 380, 460);
      const response = { asked: 1400, answered: 620, tooEarly: 0, byCell: [] };
      return [{ when: only, sentence: askedLaterSentence(indicator, figure, response, service) }];
    }
    case 'proxy':
      return [{ when: only, sentence: proxy(plan, indicator) }];
    case 'declared': {
      const value = exampleValue(indicator.unit);
      const sentence = declaredSentence({
        indicator,
        estimate: exampleFigure(value, value, value),
        last: { day: '2026-01-31', value, goal: null },
        trend: null,
        reference: {
          baseline: indicator.baseline,
          target: indicator.target?.value ?? null,
          by: indicator.target?.by ?? null,
        },
      });
      return [{ when: only, sentence }];
    }
  }
}

function followUp(service: string, indicator: FollowUpIndicator): readonly PublicSentence[] {
  const horizon = indicator.horizons.at(-1) ?? 180;
  if (indicator.rollout !== undefined) return rolledOut(service, indicator, indicator.rollout, horizon, null);
  const { comparison } = indicator;
  const names = { service, indicator: indicator.name, ...phrases(indicator) };
  if (comparison === undefined) {
    const sentence = headlineSentence({
      ...names,
      estimate: exampleShare(horizon),
      unit: indicator.unit.length === 2 ? 'pair' : 'person',
      entry: indicator.exposure === null ? 'population' : 'usage',
      knownThrough: null,
    });
    return [{ when: only, sentence }];
  }
  const said = (clear: boolean) =>
    effectHeadline({
      ...names,
      effect: exampleEffect(horizon, clear),
      comparison,
      decision: indicator.decision ?? null,
      units: 8000,
      entryDays: null,
      coverage: null,
    });
  return [
    { when: found, sentence: said(true) },
    { when: unclear, sentence: said(false) },
  ];
}

function rolledOut(
  service: string,
  indicator: Indicator,
  terms: RolloutTerms,
  horizon: number | null,
  label: string | null,
): readonly PublicSentence[] {
  const unit = horizon === null && label !== null ? 'value' : 'share';
  const said = (clear: boolean) =>
    rolloutHeadline({
      service,
      indicator: indicator.name,
      effect: unit === 'share' ? exampleEffect(horizon ?? 0, clear) : exampleChange(clear),
      knownThrough: null,
      rollout: {
        design: terms.design,
        method: terms.estimator ?? (terms.design === 'before-after' ? 'interrupted-series' : 'group-time'),
        horizon,
        unit,
        label,
        identification: { status: 'identified', lastComparablePeriod: null, sentence: '' },
        startsAt: terms.started.in === 'once' ? terms.started.date : null,
      },
      ...phrases(indicator),
    });
  return [
    { when: found, sentence: said(true) },
    { when: unclear, sentence: said(false) },
  ];
}

function sampleVolume(indicator: SampleVolumeIndicator): string {
  const cases = 40_000;
  const mean = exampleMean(indicator.unit);
  const [estimate, lower, upper] = [mean.estimate * cases, mean.lower * cases, mean.upper * cases];
  return sampleVolumeSentence({
    indicator,
    estimate: exampleFigure(estimate, lower, upper),
    sample: { estimate, lower, upper, se: null, level: 0.95, mean: { ...mean, n: 60 } },
    volume: cases,
    n: 60,
  });
}

const proxy = (plan: Plan, indicator: Extract<Indicator, { method: 'proxy' }>): string =>
  proxySentence({
    indicator,
    signOf: indicator.signOf ?? plan.effect.statement,
    total: 3500,
    estimate: exampleFigure(840, 580, 1160),
    calibrated: {
      estimate: 840,
      lower: 580,
      upper: 1160,
      level: 0.95,
      share: { estimate: 0.24, lower: 0.17, upper: 0.33, n: 100 },
    },
    from: null,
    to: null,
  });
