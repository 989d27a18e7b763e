import { matchesPeople, sourcesRead } from './indicator-sources.ts';
import type { Advice } from './lint-plan.ts';
import type { Plan, Source } from './plan.ts';

const shortestRight = 20;

export function adviceOnSource(plan: Plan, source: Source): Advice[] {
  const path = `sources.${source.name}`;
  const uses = plan.indicators.filter((indicator) => sourcesRead(indicator).includes(source.name));
  if (uses.length === 0) {
    const sentence = `La source « ${source.name} » ne sert à aucun indicateur : retirez-la, pour ne pas garder de données sans usage.`;
    return [{ path, code: 'unused-source', sentence }];
  }
  const advice: Advice[] = [];
  const aggregate = source.kind === 'panel' || source.kind === 'territories';
  const matched = !aggregate && uses.some((indicator) => matchesPeople(indicator));
  if (matched && !source.matchingRight) {
    const sentence =
      source.kind !== 'events'
        ? `« ${source.name} » est reliée à des personnes sans dire de quel droit. Ajoutez matching_right : la base légale, et qui a donné l'accord.`
        : `« ${source.name} » ne dit pas d'où vient le droit de la relier à une autre source : la mesure sera refusée. Ajoutez matching_right (base légale, information des personnes).`;
    advice.push({ path, code: 'matching-right-missing', sentence });
  } else if (matched && source.matchingRight && source.matchingRight.length < shortestRight) {
    const sentence = `Le droit de relier « ${source.name} » tient en « ${source.matchingRight} » : trop court pour être vérifié. Dites la base légale et comment les personnes sont informées.`;
    advice.push({ path: `${path}.matching_right`, code: 'matching-right-short', sentence });
  }
  if (source.kind === 'outcomes' && source.recorded === null) {
    const sentence = `« ${source.name} » ne dit pas quand le registre a connu chaque effet (recorded) : les déclarations tardives restent invisibles, et les mois récents paraîtront trop bas. Ajoutez cette colonne si elle existe.`;
    advice.push({ path, code: 'no-recorded', sentence });
  }
  return advice;
}
