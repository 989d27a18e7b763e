import { canonicalJson } from './canonical-plan.ts';
import { sourcesRead } from './indicator-sources.ts';
import type { Indicator, Source } from './plan.ts';

/** What of each source changes a figure: what its rows are, and which of them count. */
export type SourceTerms = Readonly<Record<string, Pick<Source, 'kind' | 'where'>>>;

/** Keys that may change after looking: words, who answers, details beside the main figure, and facts that grow. */
const free: readonly string[] = [
  ...['name', 'matrix', 'limits', 'owner', 'sentence', 'unitKind', 'unitLabel', 'cadence', 'expectedDelay'],
  ...['breakdown', 'horizonsByDefault', 'baselineDate', 'valueLabel'],
];

/**
 * What is announced of an indicator when its plan is registered, as a text that depends on nothing else: who is
 * followed, what counts as an effect, window, horizons, comparison, reference, target, threshold of the decision, and the
 * filters of its sources. Not the files, the columns, the words or the last day known, which change as time goes. Made of
 * what a publication shows, so that anyone can compute it again. Null for methods that test no effect on units observed
 * afterwards: a declared figure, a sign, a mean times a volume.
 */
export function registeredPart(indicator: Indicator, sources: SourceTerms): string | null {
  if (outcomeSource(indicator) === null) return null;
  const terms = Object.entries(indicator).filter(([key]) => !free.includes(key));
  const read = sourcesRead(indicator).map((name) => [name, termsOf(sources[name])]);
  const decision = 'decision' in indicator ? { threshold: indicator.decision?.threshold ?? null } : null;
  return canonicalJson({
    indicator: { ...Object.fromEntries(terms), decision },
    sources: Object.fromEntries(read),
  });
}

const termsOf = (source: SourceTerms[string] | undefined) =>
  source === undefined ? null : { kind: source.kind, where: source.where };

/** The source in which the effect of an indicator is seen; null when nothing is registered for its method. */
export function outcomeSource(indicator: Indicator): string | null {
  switch (indicator.method) {
    case 'follow-up':
      return indicator.outcome ?? indicator.population;
    case 'asked-later':
      return indicator.answers;
    case 'rollout':
      return indicator.panel;
    case 'sample-volume':
    case 'proxy':
    case 'declared':
      return null;
  }
}

/** Names of what differs between two registered parts, as keys of the plan: `horizons`, `sources.embauches`. */
export function registeredChanges(one: string, other: string): readonly string[] {
  const [before, after] = [parts(one), parts(other)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]));
}

function parts(text: string): Readonly<Record<string, unknown>> {
  const { indicator = {}, sources = {} } = JSON.parse(text) as Record<string, Record<string, unknown>>;
  const named = Object.entries(sources).map(([name, terms]) => [`sources.${name}`, terms] as const);
  return { ...indicator, ...Object.fromEntries(named) };
}
