import { effectHeadline } from '../../../measure/comparison/effect-headline.ts';
import { askedLaterSentence } from '../../../measure/figures/asked-later-sentence.ts';
import { declaredSentence } from '../../../measure/figures/declared-sentence.ts';
import { proxySentence } from '../../../measure/figures/proxy-sentence.ts';
import { sampleVolumeSentence } from '../../../measure/figures/sample-volume-sentence.ts';
import { headlineSentence } from '../../../measure/headline.ts';
import type { FollowUpMeasure, Measure } from '../../../measure/measure.ts';
import { rolloutHeadline } from '../../../measure/rollout/rollout-headline.ts';
import type { FollowUpIndicator, Indicator, Plan, RolloutIndicator } from '../../../plan/plan.ts';
import { dayNumber } from '../../../statistics/calendar-day.ts';
import type { LastFigure } from './last-measure.ts';
import { phrases } from './phrases.ts';

/**
 * What the public would read of an indicator as the plan now says it, with the figures of its last measure; null when
 * that measure has none for what the plan now asks (another method, another horizon, a comparison not made).
 */
export function measuredSentence(plan: Plan, indicator: Indicator, last: LastFigure): string | null {
  if (indicator.method !== last.method) return null;
  const { measure, headline } = last;
  if (indicator.method === 'follow-up') {
    return indicator.rollout === undefined
      ? followedSentence(plan, indicator, last)
      : rolledOut(plan, indicator, last);
  }
  if (indicator.method === 'rollout') return rolledOut(plan, indicator, last);
  if (measure === null || headline.estimate.kind !== 'estimate') return null;
  return figureSentence(plan, indicator, measure);
}

function followedSentence(plan: Plan, indicator: FollowUpIndicator, last: LastFigure): string | null {
  const { headline, coverage, measure } = last;
  const horizon = indicator.horizons.at(-1);
  const names = { service: plan.service.name, indicator: indicator.name, ...phrases(indicator) };
  if (indicator.comparison !== undefined) {
    const { effect } = headline;
    if (effect?.kind !== 'estimate' || effect.horizon !== horizon || rolloutOf(last) !== null) return null;
    return effectHeadline({
      ...names,
      effect,
      comparison: indicator.comparison,
      decision: indicator.decision ?? null,
      units: measure?.units ?? headline.estimate.n,
      entryDays: null,
      coverage: coverage === null ? null : dayNumber(coverage.day),
    });
  }
  const known = measure === null ? [headline.estimate] : (measure as FollowUpMeasure).estimates;
  const estimate = (known as FollowUpMeasure['estimates']).find(
    (one) => one.kind === 'estimate' && one.horizon === horizon && !one.group,
  );
  if (estimate === undefined) return null;
  return headlineSentence({
    ...names,
    estimate,
    unit: indicator.unit.length === 2 ? 'pair' : 'person',
    entry: indicator.exposure === null ? 'population' : 'usage',
    knownThrough: coverage?.day ?? null,
  });
}

function rolledOut(
  plan: Plan,
  indicator: FollowUpIndicator | RolloutIndicator,
  last: LastFigure,
): string | null {
  const rollout = rolloutOf(last);
  const { effect } = last.headline;
  if (rollout === null || effect?.kind !== 'estimate') return null;
  const horizon = indicator.method === 'follow-up' ? (indicator.horizons.at(-1) ?? null) : null;
  const { design } = indicator.method === 'rollout' ? indicator.comparison : (indicator.rollout ?? {});
  if (rollout.horizon !== horizon || rollout.design !== design) return null;
  const label = indicator.method === 'rollout' && rollout.unit === 'value' ? indicator.valueLabel : null;
  return rolloutHeadline({
    service: plan.service.name,
    indicator: indicator.name,
    effect,
    knownThrough: last.coverage?.day ?? null,
    rollout: { ...rollout, label },
    ...phrases(indicator),
  });
}

const rolloutOf = ({ measure }: LastFigure) =>
  measure !== null && 'rollout' in measure ? measure.rollout : null;

function figureSentence(plan: Plan, indicator: Indicator, measure: Measure): string | null {
  if (indicator.method === 'declared' && measure.method === 'declared') {
    const { baseline, target } = indicator;
    const reference = { baseline, target: target?.value ?? null, by: target?.by ?? null };
    const [estimate, last] = [measure.headline.estimate, measure.values.at(-1)];
    return declaredSentence({ indicator, estimate, last, trend: measure.trend, reference });
  }
  if (indicator.method === 'asked-later' && measure.method === 'asked-later') {
    return askedLaterSentence(indicator, measure.headline.estimate, measure.response, plan.service.name);
  }
  if (indicator.method === 'proxy' && measure.method === 'proxy') return proxy(plan, indicator, measure);
  return indicator.method === 'sample-volume' && measure.method === 'sample-volume'
    ? product(indicator, measure)
    : null;
}

function proxy(
  plan: Plan,
  indicator: Extract<Indicator, { method: 'proxy' }>,
  { headline, units, calibration, inputs }: Extract<Measure, { method: 'proxy' }>,
): string {
  const { estimate } = headline;
  const { share = null, lower = null, upper = null, called = 0 } = calibration ?? {};
  const calibrated =
    estimate.kind === 'estimate' &&
    estimate.lower !== null &&
    estimate.upper !== null &&
    share !== null &&
    lower !== null &&
    upper !== null
      ? {
          estimate: estimate.value,
          lower: estimate.lower,
          upper: estimate.upper,
          level: estimate.level,
          share: { estimate: share, lower, upper, n: called },
        }
      : null;
  return proxySentence({
    indicator,
    signOf: indicator.signOf ?? plan.effect.statement,
    total: units,
    estimate,
    calibrated,
    from: inputs[0]?.firstDay ?? null,
    to: inputs[0]?.lastDay ?? null,
  });
}

function product(
  indicator: Extract<Indicator, { method: 'sample-volume' }>,
  { headline, sample, volume }: Extract<Measure, { method: 'sample-volume' }>,
): string | null {
  const { estimate } = headline;
  const month =
    volume.months.find((one) => one.month === estimate.period) ??
    volume.months.findLast((one) => one.complete);
  const cases = volume.given?.value ?? month?.count;
  if (estimate.kind !== 'estimate' || sample === null || cases === undefined) return null;
  const { mean, lower, upper, n } = sample;
  if (lower === null || upper === null || estimate.lower === null || estimate.upper === null) return null;
  return sampleVolumeSentence({
    indicator,
    estimate,
    sample: {
      estimate: estimate.value,
      lower: estimate.lower,
      upper: estimate.upper,
      se: null,
      level: estimate.level,
      mean: { estimate: mean, lower, upper, n },
    },
    volume: cases,
    n,
  });
}
