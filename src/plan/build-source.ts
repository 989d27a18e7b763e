import type { SourceDocument } from './document-schema.ts';
import type { Source, SourcePull } from './plan.ts';

/** The source a document stands for: defaults filled, names as in the code. */
export function buildSource(name: string, source: SourceDocument): Source {
  const base = {
    name,
    files: source.files ?? [],
    ...(source.arrivals || source.pull ? { arrivals: true } : {}),
    ...(source.pull ? { pull: buildPull(source.pull) } : {}),
    format: {
      type: source.format?.type ?? 'guess',
      delimiter: source.format?.delimiter ?? null,
      encoding: source.format?.encoding ?? null,
    },
    where: source.where ?? [],
    durations: source.durations ?? {},
    attributes: 'attributes' in source ? (source.attributes ?? {}) : {},
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
        subject: source.subject ?? null,
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
    case 'assignments':
      return { ...base, attributes: { arm: source.arm }, kind: 'assignments', subject: source.subject };
    case 'sample':
      return {
        ...base,
        kind: 'sample',
        subject: source.subject ?? null,
        value: source.value,
        time: source.time ?? null,
        used: source.used ?? null,
        weight: source.weight ?? null,
        cluster: source.cluster ?? null,
        stratum: source.stratum ?? null,
        population: source.population ?? null,
        drawn: source.drawn ?? null,
      };
    case 'series':
      return {
        ...base,
        kind: 'series',
        subject: null,
        time: source.time,
        value: source.value,
        goal: source.goal ?? null,
      };
    case 'panel':
      return {
        ...base,
        kind: 'panel',
        subject: null,
        territory: source.territory ?? null,
        period: source.period,
        value: source.value ?? null,
        numerator: source.numerator ?? null,
        denominator: source.denominator ?? null,
        weight: source.weight ?? null,
        started: source.started ?? null,
        never: source.never ?? [],
      };
    case 'territories':
      return {
        ...base,
        kind: 'territories',
        subject: null,
        territory: source.territory,
        started: source.started,
        never: source.never ?? [],
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

const buildPull = ({ connection, path, query }: NonNullable<SourceDocument['pull']>): SourcePull => ({
  connection: connection.toLowerCase(),
  path: path ?? null,
  query: query ?? null,
});
