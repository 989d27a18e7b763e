import type { FollowUpMeasure, GroupedEstimate, Headline } from '../../../measure/measure.ts';
import { labelOf } from '../../../plan/label.ts';
import type { Indicator } from '../../../plan/plan.ts';
import type { PublishedMeasure } from '../../../publish/bundle/bundle.ts';
import { publishedDecision } from '../../../publish/method/published-decision.ts';
import type { Estimate } from '../../../statistics/estimate.ts';
import { publishedComparison } from './published-comparison.ts';

/**
 * What is published of a follow-up, in the form that the sections of a report read. Only published counts and figures
 * are in it; what is not public (rows set aside, daily counts, cohorts by calendar month) is left empty.
 */
export function followUpFigures(published: PublishedMeasure, indicator: Indicator): FollowUpMeasure | null {
  const { counts, figures, evidence } = published;
  if (counts.kind !== 'follow-up' || figures.kind !== 'follow-up' || indicator.method !== 'follow-up')
    return null;
  const comparison = publishedComparison(counts, indicator, figures.sensitivity ?? null);
  const named = (by: string | null) => (by === null ? null : labelOf(indicator, by));
  return {
    indicator: published.indicator,
    name: published.name,
    matrix: published.matrix,
    method: 'follow-up',
    inputs: published.inputs.map((input) => ({
      ...input,
      rows: input.rows ?? 0,
      rejected: 0,
      withoutSubject: 0,
    })),
    coverage: published.coverage,
    units: figures.units ?? 0,
    outcomes: figures.outcomes ?? 0,
    cohorts: figures.cohorts,
    triangle: [],
    estimates: figures.estimates.map((one) => ({ ...one, by: named(one.by) })),
    effects: figures.effects,
    checks: evidence.checks,
    headline: {
      sentence: published.headline.sentence,
      estimate: estimateRead(figures.estimates, published.headline.estimate.value),
      effect: published.headline.effect,
    },
    evidence,
    warnings: [],
    unit: indicator.unit.includes('target') ? 'pair' : 'person',
    ...(indicator.unitLabel !== undefined && { unitLabel: indicator.unitLabel }),
    horizons: indicator.horizons,
    window: indicator.window,
    timeUnit: counts.timeUnit,
    curves: figures.curves.map((one) => ({ ...one, by: named(one.by) })),
    tests: figures.tests.map((one) => ({ ...one, by: labelOf(indicator, one.by) })),
    competing: figures.competing.map((one) => ({
      ...one,
      cause: labelOf(indicator, one.cause),
      by: named(one.by),
    })),
    nowcast: null,
    projection: null,
    rollout: null,
    comparison,
    decision: publishedDecision(published, indicator),
  };
}

/** The estimate of the headline with its horizon: the one for everyone that has its value. */
function estimateRead(estimates: readonly GroupedEstimate[], value: number | null): Headline['estimate'] {
  const everyone = estimates.filter(({ group }) => group === null);
  const found: Estimate | undefined = everyone.findLast((one) => one.value === value) ?? everyone[0];
  if (found === undefined) throw new TypeError('a follow-up has at least one horizon');
  return found;
}
