import { isSource } from './asked-later/checks.ts';
import type { Indicator } from './plan.ts';
import type { RolloutTerms } from './rollout/terms.ts';

/** Names of the sources an indicator reads, each once. */
export function sourcesRead(indicator: Indicator): readonly string[] {
  return [...new Set(named(indicator).filter((name) => name !== null))];
}

function named(indicator: Indicator): readonly (string | null)[] {
  switch (indicator.method) {
    case 'follow-up': {
      const { exposure, population, outcome, comparison, rollout } = indicator;
      const drawn = comparison?.assignment?.from === 'source' ? comparison.assignment.source : null;
      return [exposure, population, outcome, drawn, ...startsSource(rollout)];
    }
    case 'sample-volume':
      return [indicator.sample, indicator.volume].map((part) => (typeof part === 'string' ? part : null));
    case 'proxy': {
      const calls = indicator.calibration?.calls;
      return [indicator.count, calls !== undefined && 'source' in calls ? calls.source : null];
    }
    case 'asked-later':
      return [
        indicator.answers,
        ...indicator.margins.map(({ totals }) => (isSource(totals) ? totals.source : null)),
      ];
    case 'rollout':
      return [indicator.panel, ...startsSource(indicator.comparison)];
    case 'declared':
      return [indicator.series];
  }
}

/** Whether people of one source are looked for in another. */
export const matchesPeople = (indicator: Indicator): boolean =>
  indicator.method === 'follow-up' && indicator.outcome !== null;

const startsSource = (terms: RolloutTerms | undefined): readonly string[] =>
  terms?.started.in === 'source' ? [terms.started.source] : [];
