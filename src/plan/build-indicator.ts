import { buildAskedLater } from './asked-later/build.ts';
import { buildDeclared } from './declared/build.ts';
import type { IndicatorDocument } from './document-schema.ts';
import { buildFollowUp } from './follow-up/build.ts';
import type { Indicator, IndicatorBase } from './plan.ts';
import { buildProxy } from './proxy/build.ts';
import { buildRollout } from './rollout/build.ts';
import { buildSampleVolume } from './sample-volume/build.ts';

/** The indicator a document stands for: defaults filled, names as in the code. */
export function buildIndicator(indicator: IndicatorDocument): Indicator {
  const base = indicatorBase(indicator);
  switch (indicator.method) {
    case 'follow-up':
      return buildFollowUp(indicator, base);
    case 'sample-volume':
      return buildSampleVolume(indicator, base);
    case 'proxy':
      return buildProxy(indicator, base);
    case 'asked-later':
      return buildAskedLater(indicator, base);
    case 'declared':
      return buildDeclared(indicator, base);
    case 'rollout':
      return buildRollout(indicator, base);
  }
}

function indicatorBase(indicator: IndicatorDocument): IndicatorBase {
  const baseline =
    typeof indicator.baseline === 'number' ? { value: indicator.baseline } : indicator.baseline;
  return {
    id: indicator.id,
    name: indicator.name ?? indicator.id,
    matrix: indicator.matrix ?? (indicator.method === 'declared' ? 'used' : 'impactful'),
    baseline: baseline?.value ?? null,
    target: indicator.target
      ? {
          value: indicator.target.value,
          relative: indicator.target.relative ?? false,
          by: indicator.target.by ?? null,
        }
      : null,
    limits: indicator.limits ?? [],
    owner: indicator.owner ?? null,
    ...(baseline?.date ? { baselineDate: baseline.date } : {}),
    ...(indicator.cadence ? { cadence: indicator.cadence } : {}),
    ...(indicator.expected_delay ? { expectedDelay: indicator.expected_delay } : {}),
    ...(indicator.unit_kind ? { unitKind: indicator.unit_kind } : {}),
    ...(indicator.unit_label ? { unitLabel: indicator.unit_label } : {}),
    ...(indicator.labels ? { labels: indicator.labels } : {}),
  };
}
