import type { Indicator, Plan } from './plan.ts';

/**
 * Why the sources of an indicator may not be matched with each other, in French, or null when they may (or when
 * nothing is matched: people followed in a table that holds its own outcome). A usage log must say where the right
 * comes from; a list of people already followed or a register that does not is a matter for advice and warnings
 * (docs/decisions/0003).
 */
export function matchingRefusal(plan: Plan, indicator: Indicator): string | null {
  if (indicator.method !== 'follow-up' || indicator.outcome === null) return null;
  const people = indicator.exposure ?? indicator.population;
  const exempt = [people, indicator.outcome].filter((name) => name && plan.sources[name]?.audienceExempt);
  if (exempt.length > 0) {
    return `Appariement refusé pour « ${indicator.name} » : ${exempt.join(' et ')} vient d'une mesure d'audience exemptée de consentement, que la CNIL interdit de croiser avec un autre traitement.`;
  }
  const usage = people === null ? undefined : plan.sources[people];
  if (usage?.kind !== 'events' || usage.matchingRight) return null;
  return `Appariement refusé pour « ${indicator.name} » : rien ne dit d'où vient le droit de relier les personnes de « ${people} » à « ${indicator.outcome} ». Ajoutez matching_right (base légale, information des personnes) à sources.${people} du plan, après avis de votre délégué à la protection des données.`;
}
