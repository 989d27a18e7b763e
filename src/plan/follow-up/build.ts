import type { z } from 'zod';
import { buildComparison, buildDecision } from '../build-comparison.ts';
import type { FollowUpIndicator, IndicatorBase } from '../plan.ts';
import { buildRolloutTerms } from '../rollout/build.ts';
import type { followUp } from './schema.ts';

const defaultHorizons = [90, 180];

export function buildFollowUp(indicator: z.output<typeof followUp>, base: IndicatorBase): FollowUpIndicator {
  const until = indicator.window?.until;
  const horizons = [...new Set(indicator.horizons ?? horizonsWithin(until ?? null))].sort((a, b) => a - b);
  const match = indicator.match ?? ['subject'];
  const comparison = buildComparison(indicator.comparison);
  const rollout = buildRolloutTerms(
    indicator.comparison && { ...indicator.comparison, covariates: null, adjustment: null },
  );
  return {
    ...base,
    method: 'follow-up',
    exposure: indicator.exposure ?? null,
    population: indicator.population ?? null,
    outcome: indicator.outcome ?? null,
    match,
    unit: indicator.unit ?? match,
    index: 'first',
    window: {
      after: indicator.window?.after ?? 1,
      until: until === undefined ? Math.max(...horizons) : until,
    },
    horizons,
    cohort: indicator.cohort ?? 'month',
    breakdown: [...new Set(indicator.breakdown ?? [])],
    ...(indicator.horizons ? {} : { horizonsByDefault: true }),
    ...(indicator.sentence ? { sentence: indicator.sentence } : {}),
    ...(comparison ? { comparison } : {}),
    ...(rollout ? { rollout } : {}),
    ...(indicator.decision ? { decision: buildDecision(indicator.decision) } : {}),
  };
}

const horizonsWithin = (until: number | null): readonly number[] =>
  until === null || until >= 180 ? defaultHorizons : [Math.max(1, until)];
