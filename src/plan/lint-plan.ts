import { adviceOnIndicator } from './lint-indicator.ts';
import { adviceOnSource } from './lint-source.ts';
import { namesSomeone, saysSomething } from './plain-words.ts';
import type { Plan } from './plan.ts';

/** What a careful colleague would say on reading a valid plan: nothing here prevents a measure. */
export interface Advice {
  /** Where in the document: `indicators[0].window`. */
  readonly path: string;
  readonly code: string;
  /** In French: what may mislead, and what to do. */
  readonly sentence: string;
}

/** What is known of a source once its records were imported; days are `YYYY-MM-DD`. */
export interface SourceFacts {
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Last day for which the source is complete. */
  readonly coverage: string | null;
}

/**
 * Advice on a plan, in the order of the document. `facts` by source name, when records were imported; without
 * them, what can be known from the plan alone.
 */
export function lintPlan(plan: Plan, facts: Readonly<Record<string, SourceFacts>> = {}): Advice[] {
  return [
    ...adviceOnService(plan),
    ...Object.values(plan.sources).flatMap((source) => adviceOnSource(plan, source)),
    ...plan.indicators.flatMap((indicator, index) => adviceOnIndicator(plan, indicator, index, facts)),
  ];
}

function adviceOnService({ service, effect }: Plan): Advice[] {
  const advice: Advice[] = [];
  if (!saysSomething(service.mission)) {
    const sentence =
      "La mission du service n'est pas écrite : sans elle, personne ne peut dire si l'indicateur mesure ce pour quoi le service existe. Ajoutez service.mission.";
    advice.push({ path: 'service', code: 'no-mission', sentence });
  }
  if (!saysSomething(effect.beneficiaries) && !namesSomeone(effect.statement, effect.domain)) {
    const sentence =
      "L'effet recherché ne dit pas qui s'en trouve mieux. Nommez ces personnes dans effect.statement, ou dans effect.beneficiaries.";
    advice.push({ path: 'effect', code: 'nobody-better-off', sentence });
  }
  return advice;
}
