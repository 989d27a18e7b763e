import type { PlanVersion } from '../../portfolio/plans/plan-version.ts';
import type { PublishedInput } from '../../publish/bundle/bundle.ts';
import type { CommitteeEvidence } from './evidence.ts';

/** What the figures known on a day say, or why there are none: one part of the evidence. */
export type KnownMeasure = Pick<
  CommitteeEvidence,
  'effect' | 'plan' | 'measure' | 'main' | 'figures' | 'sources' | 'demonstration'
> & { readonly service: { readonly organisation: string | null; readonly mission: string | null } };

/** A plan by its hash, with the version under which it was saved here, if it was. */
export function planCalled(hash: string, versions: readonly PlanVersion[]): CommitteeEvidence['plan'] {
  const saved = versions.findLast((version) => version.hash === hash);
  return { hash, version: saved?.version ?? null, savedOn: saved?.savedAt.slice(0, 10) ?? null };
}

/** Every source once, with the first and last day seen in any of the measures. */
export function knownSources(
  measures: readonly {
    readonly inputs: readonly Pick<PublishedInput, 'source' | 'kind' | 'firstDay' | 'lastDay'>[];
  }[],
): CommitteeEvidence['sources'] {
  const inputs = measures.flatMap((measure) => measure.inputs);
  const names = [...new Set(inputs.map(({ source }) => source))].toSorted();
  return names.map((source) => {
    const own = inputs.filter((input) => input.source === source);
    const days = (key: 'firstDay' | 'lastDay') => own.flatMap((input) => input[key] ?? []).toSorted();
    return {
      source,
      kind: own[0]?.kind ?? '',
      firstDay: days('firstDay')[0] ?? null,
      lastDay: days('lastDay').at(-1) ?? null,
    };
  });
}
