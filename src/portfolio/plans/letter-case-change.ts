import type { Problem } from '../../plan/problem.ts';
import { type PlanReading, readPlan } from '../../plan/read-plan.ts';

/**
 * What is wrong in a text that would give the same people other pseudonyms than the plan before it: a source that
 * receives its rows keeps its rule about letter case, since what it already holds cannot be written again.
 */
export function letterCaseChange(before: string, { plan, locate }: PlanReading): readonly Problem[] {
  const known = readPlan(before).plan;
  return Object.values(plan?.sources ?? {}).flatMap(({ name, arrivals, letterCase }): Problem[] => {
    const same = known?.sources[name];
    if (!arrivals || !same?.arrivals || same.letterCase === letterCase) return [];
    const sentence = `la source « ${name} » change letter_case : les mêmes personnes auraient d’autres pseudonymes que dans ce qui est déjà reçu ; gardez letter_case, ou donnez un autre nom à cette source`;
    const path = ['sources', name, 'letter_case'];
    return [{ path: `sources.${name}.letter_case`, ...locate(path, 'value'), sentence }];
  });
}
