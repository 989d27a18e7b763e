import { askedLaterFindings } from './asked-later/checks.ts';
import { followUpFindings } from './follow-up/checks.ts';
import { namedSource } from './named-source.ts';
import type { Indicator, Source } from './plan.ts';
import type { DocumentPath, Finding } from './problem.ts';
import { proxyFindings } from './proxy/checks.ts';
import { rolloutFindings } from './rollout/checks.ts';
import { sampleVolumeFindings } from './sample-volume/checks.ts';

/** Sources by name; null for one that exists but has problems of its own. */
export type KnownSources = ReadonlyMap<string, Source | null>;

/** A finding at keys of the indicator being checked. */
export type Say = (keys: DocumentPath, sentence: string, suggestion?: string) => Finding;

/** `written` tells which keys the document has, as opposed to defaults. */
export interface IndicatorCheck {
  readonly sources: KnownSources;
  readonly written: Readonly<Record<string, unknown>>;
  readonly say: Say;
}

/** What is wrong in an indicator that is well formed, seen with the sources it names. */
export function checkIndicator(
  indicator: Indicator,
  index: number,
  sources: KnownSources,
  written: Readonly<Record<string, unknown>>,
): Finding[] {
  const say: Say = (keys, sentence, suggestion) => ({
    path: ['indicators', index, ...keys],
    at: 'value',
    sentence: `l'indicateur « ${indicator.id} » : ${sentence}`,
    suggestion,
  });
  const check = { sources, written, say };
  switch (indicator.method) {
    case 'follow-up':
      return followUpFindings(indicator, check);
    case 'sample-volume':
      return sampleVolumeFindings(indicator, check);
    case 'proxy':
      return proxyFindings(indicator, check);
    case 'asked-later':
      return askedLaterFindings(indicator, check);
    case 'declared':
      return namedSource({ key: 'series', name: indicator.series, kinds: ['series'] }, sources, say);
    case 'rollout':
      return rolloutFindings(indicator, check);
  }
}
