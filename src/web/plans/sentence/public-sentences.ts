import { effectHeadline } from '../../../measure/comparison/effect-headline.ts';
import { askedLaterSentence } from '../../../measure/figures/asked-later-sentence.ts';
import { declaredSentence } from '../../../measure/figures/declared-sentence.ts';
import { proxySentence } from '../../../measure/figures/proxy-sentence.ts';
import { sampleVolumeSentence } from '../../../measure/figures/sample-volume-sentence.ts';
import { headlineSentence } from '../../../measure/headline.ts';
import { rolloutHeadline } from '../../../measure/rollout/rollout-headline.ts';
import type { FollowUpIndicator, Indicator, Plan, SampleVolumeIndicator } from '../../../plan/plan.ts';
import type { RolloutTerms } from '../../../plan/rollout/terms.ts';
import { exampleChange, exampleEffect, exampleFigure, exampleShare } from './example-figures.ts';

export interface ExampleSentence {
  /** In which case it would be said. */
  readonly when: string;
  readonly sentence: string;
}

const found = 'Si un effet se voit';
const unclear = 'Si les données ne permettent pas de trancher';
const only = 'Une fois mesuré';

/**
 * What the public would read of an indicator, by the functions that write it for real, with invented figures: with a
 * comparison, once for an effect that shows and once for one that does not.
 */
export function publicSentences(plan: Plan, indicator: Indicator): readonly ExampleSentence[] {
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
      const figure = share ? exampleFigure(0.42, 0.38, 0.46) : exampleFigure(42, 38, 46);
      const response = { asked: 1400, answered: 620, tooEarly: 0, byCell: [] };
      return [{ when: only, sentence: askedLaterSentence(indicator, figure, response, service) }];
    }
    case 'proxy':
      return [{ when: only, sentence: proxy(plan, indicator) }];
    case 'declared': {
      const sentence = declaredSentence({
        indicator,
        estimate: exampleFigure(8.2, 8.2, 8.2),
        last: { day: '2026-01-31', value: 8.2, goal: null },
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

function followUp(service: string, indicator: FollowUpIndicator): readonly ExampleSentence[] {
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
): readonly ExampleSentence[] {
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

const phrases = (indicator: Indicator) =>
  'sentence' in indicator && indicator.sentence !== undefined
    ? { subjectPhrase: indicator.sentence.who, outcomePhrase: indicator.sentence.what }
    : {};

function sampleVolume(indicator: SampleVolumeIndicator): string {
  return sampleVolumeSentence({
    indicator,
    estimate: exampleFigure(80_000, 70_000, 90_000),
    sample: {
      estimate: 80_000,
      lower: 70_000,
      upper: 90_000,
      se: 5000,
      level: 0.95,
      mean: { estimate: 2, lower: 1.75, upper: 2.25, n: 60 },
    },
    volume: 40_000,
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
