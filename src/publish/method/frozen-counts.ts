import type { Measure } from '../../measure/measure.ts';
import type { Indicator } from '../../plan/plan.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Hidden } from '../bundle/bundle.ts';
import type { DisclosureRule } from '../disclosure/rule.ts';
import { freezeFigure } from '../figures/freeze-figure.ts';
import { factsOfMeasure } from '../follow-up/facts-of-measure.ts';
import { freezeFollowUp } from '../follow-up/freeze-follow-up.ts';
import { hiddenOf } from '../follow-up/hidden-of.ts';
import type { PublishedCounts } from './published-method.ts';

export interface FrozenCounts {
  readonly counts: PublishedCounts;
  readonly hidden: readonly Omit<Hidden, 'indicator'>[];
}

/** What of a measure's counts may be seen, and what is held back, given what is already public of it. */
export function countsOf(
  measure: Measure,
  indicator: Indicator,
  rule: DisclosureRule,
  earlier: readonly PublishedCounts[],
): FrozenCounts {
  if (measure.method === 'rollout' || (measure.method === 'follow-up' && measure.rollout !== null)) {
    throw notYet(measure.name);
  }
  if (measure.method !== 'follow-up' || indicator.method !== 'follow-up') {
    if (measure.method === 'follow-up') throw new TypeError(`indicator ${indicator.id} follows nobody`);
    const before = earlier.flatMap((counts) => (counts.kind === 'figures' ? [counts] : []));
    const counts = freezeFigure(measure, rule, before);
    if (counts.kind === 'few-changes') throw fewChanges(measure.name, rule);
    const why = `une case de moins de ${rule.threshold} personnes serait visible`;
    return { counts, hidden: counts.missing === null ? [] : [{ what: 'le chiffre', why }] };
  }
  const facts = factsOfMeasure(measure, indicator);
  if (facts === null) {
    throw new Refusal(
      'data',
      `La mesure de « ${measure.name} » n’a pas gardé les effectifs dont une publication est faite.`,
      'Publiez depuis le plan (« foulee publish »), qui mesure de nouveau, plutôt que depuis un résultat déjà écrit.',
    );
  }
  const before = earlier.flatMap((counts) => (counts.kind === 'follow-up' ? [counts] : []));
  const counts = freezeFollowUp(facts, rule, before);
  if (counts.kind === 'few-changes') throw fewChanges(measure.name, rule);
  return { counts, hidden: hiddenOf(facts, counts, rule) };
}

const notYet = (name: string): Refusal =>
  new Refusal(
    'data',
    `« ${name} » compare des territoires : Foulée ne sait pas encore publier ce calcul de façon que chacun puisse le refaire.`,
    'Rien n’a été publié. Publiez les autres indicateurs avec « --only », et montrez celui-ci dans le rapport.',
  );

const fewChanges = (name: string, { threshold }: DisclosureRule): Refusal =>
  new Refusal(
    'data',
    `« ${name} » : trop peu de nouveau depuis une publication précédente. La différence entre les deux désignerait moins de ${threshold} personnes.`,
    'Rien n’a été publié : la dernière publication reste valable. Publiez de nouveau quand plus de personnes auront été suivies.',
  );
