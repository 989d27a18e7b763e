import type { z } from 'zod';
import { buildDecision } from '../build-comparison.ts';
import type { IndicatorBase, RolloutIndicator } from '../plan.ts';
import type { rollout, rolloutKeys } from './schema.ts';
import type { RolloutStarts, RolloutTerms } from './terms.ts';

type RolloutKeys = { readonly [K in keyof typeof rolloutKeys]?: z.output<(typeof rolloutKeys)[K]> };

interface WrittenComparison extends RolloutKeys {
  readonly design: string;
  readonly territory?: string | null | undefined;
  readonly covariates?: readonly string[] | null | undefined;
  readonly adjustment?: RolloutTerms['adjustment'] | null | undefined;
  readonly cluster?: string | null | undefined;
}

/** The terms of a comparison by territories or in time; null for any other design. */
export function buildRolloutTerms(written: WrittenComparison | null | undefined): RolloutTerms | null {
  if (!written || (written.design !== 'rollout' && written.design !== 'before-after')) return null;
  return {
    design: written.design,
    territory: written.territory ?? null,
    started: startsOf(written.started),
    estimator: written.estimator ?? null,
    controlGroup: written.control_group ?? 'not-yet-treated',
    anticipation: written.anticipation ?? 0,
    covariates: [...new Set(written.covariates ?? [])],
    adjustment: written.adjustment ?? 'doubly-robust',
    cluster: written.cluster ?? null,
    weighting: written.weighting ?? null,
    lag: written.lag ?? null,
    seasons: written.seasons ?? false,
  };
}

export function buildRollout(indicator: z.output<typeof rollout>, base: IndicatorBase): RolloutIndicator {
  return {
    ...base,
    method: 'rollout',
    panel: indicator.panel,
    valueLabel: indicator.value_label ?? null,
    comparison: buildRolloutTerms(indicator.comparison) ?? never(),
    ...(indicator.decision ? { decision: buildDecision(indicator.decision) } : {}),
    ...(indicator.sentence ? { sentence: indicator.sentence } : {}),
  };
}

const never = (): never => {
  throw new TypeError('the schema of a rollout lets no other design in');
};

/** A text that begins with a digit, or a quarter such as T1 2024, is a date; any other is the name of a source. */
function startsOf(written: z.output<typeof rolloutKeys.started> | undefined): RolloutStarts {
  if (written === null || written === undefined) return { in: 'panel' };
  if (typeof written === 'object') return { in: 'plan', starts: written };
  return /^\s*(-?\d|[QT][1-4]\b)/i.test(written)
    ? { in: 'once', date: written }
    : { in: 'source', source: written };
}
