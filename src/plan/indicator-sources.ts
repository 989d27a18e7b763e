import type { Indicator } from './plan.ts';

/** Names of the sources an indicator reads, each once. */
export function sourcesRead(indicator: Indicator): readonly string[] {
  const { exposure, population, outcome, comparison } = indicator;
  const drawn = comparison?.assignment?.from === 'source' ? comparison.assignment.source : null;
  return [exposure, population, outcome, drawn].filter((name) => name !== null);
}

/** Whether people of one source are looked for in another. */
export const matchesPeople = (indicator: Indicator): boolean => indicator.outcome !== null;
