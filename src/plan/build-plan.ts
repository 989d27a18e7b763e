import { buildComparison, buildDecision } from './build-comparison.ts';
import type { IndicatorDocument, PlanDocument, SourceDocument } from './document-schema.ts';
import type { FollowUpIndicator, Plan, Source } from './plan.ts';

const defaultHorizons = [90, 180];

/** The plan a valid document stands for: defaults filled, names as in the code. */
export function buildPlan(document: PlanDocument): Plan {
  const { service, effect } = document;
  return {
    service: {
      id: service.id,
      name: service.name,
      organisation: service.organisation ?? null,
      mission: service.mission ?? null,
    },
    effect: {
      statement: effect.statement,
      domain: effect.domain,
      beneficiaries: effect.beneficiaries ?? null,
    },
    sources: Object.fromEntries(
      Object.entries(document.sources).map(([name, source]) => [name, buildSource(name, source)]),
    ),
    indicators: document.indicators.map(buildIndicator),
  };
}

export function buildSource(name: string, source: SourceDocument): Source {
  const base = {
    name,
    files: source.files,
    format: {
      type: source.format?.type ?? 'guess',
      delimiter: source.format?.delimiter ?? null,
      encoding: source.format?.encoding ?? null,
    },
    where: source.where ?? [],
    durations: source.durations ?? {},
    attributes: source.attributes ?? {},
    matchingRight: source.matching_right ?? null,
    completeThrough: source.complete_through ?? null,
    maxRejectedShare: source.max_rejected ?? 0.05,
    letterCase: source.letter_case ?? 'keep',
    ...(source.audience_exempt ? { audienceExempt: true } : {}),
  } as const;
  switch (source.kind) {
    case 'events':
      return {
        ...base,
        kind: 'events',
        subject: source.subject,
        target: source.target ?? null,
        time: source.time,
      };
    case 'outcomes':
      return {
        ...base,
        kind: 'outcomes',
        subject: source.subject,
        target: source.target ?? null,
        time: source.time,
        recorded: source.recorded ?? null,
      };
    case 'units': {
      const units = { kind: 'units', subject: source.subject ?? null, group: source.group ?? null } as const;
      if ('duration' in source) {
        return {
          ...base,
          ...units,
          followUp: 'durations',
          duration: source.duration,
          durationUnit: source.duration_unit ?? 1,
          status: source.status,
          event: source.event,
          competing: source.competing ?? [],
        };
      }
      return {
        ...base,
        ...units,
        followUp: 'dates',
        target: source.target ?? null,
        entry: source.entry,
        time: source.time ?? null,
        exit: source.exit ?? null,
        followedUntil: source.followed_until ?? null,
      };
    }
  }
}

export function buildIndicator(indicator: IndicatorDocument): FollowUpIndicator {
  const until = indicator.window?.until;
  const horizons = [...new Set(indicator.horizons ?? horizonsWithin(until ?? null))].sort((a, b) => a - b);
  const match = indicator.match ?? ['subject'];
  const comparison = buildComparison(indicator.comparison);
  const baseline =
    typeof indicator.baseline === 'number' ? { value: indicator.baseline } : indicator.baseline;
  return {
    id: indicator.id,
    name: indicator.name ?? indicator.id,
    matrix: indicator.matrix ?? 'impactful',
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
    ...(indicator.horizons ? {} : { horizonsByDefault: true }),
    ...(baseline?.date ? { baselineDate: baseline.date } : {}),
    ...(indicator.cadence ? { cadence: indicator.cadence } : {}),
    ...(indicator.expected_delay ? { expectedDelay: indicator.expected_delay } : {}),
    ...(indicator.sentence ? { sentence: indicator.sentence } : {}),
    ...(comparison ? { comparison } : {}),
    ...(indicator.decision ? { decision: buildDecision(indicator.decision) } : {}),
    ...(indicator.unit_label ? { unitLabel: indicator.unit_label } : {}),
  };
}

const horizonsWithin = (until: number | null): readonly number[] =>
  until === null || until >= 180 ? defaultHorizons : [Math.max(1, until)];
