import type { FollowUpMeasure, Measure, RolloutMeasure } from '../../measure/measure.ts';
import type { Indicator } from '../../plan/plan.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Hidden } from '../bundle/bundle.ts';
import type { DisclosureRule } from '../disclosure/rule.ts';
import { freezeFigure } from '../figures/freeze-figure.ts';
import { factsOfMeasure } from '../follow-up/facts-of-measure.ts';
import { freezeFollowUp } from '../follow-up/freeze-follow-up.ts';
import { hiddenOf } from '../follow-up/hidden-of.ts';
import { freezeRollout, hiddenOfPanel } from '../rollout/freeze-rollout.ts';
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
    return panelOf(measure, rule, earlier);
  }
  if (measure.method !== 'follow-up' || indicator.method !== 'follow-up') {
    if (measure.method === 'follow-up') throw new TypeError(`indicator ${indicator.id} follows nobody`);
    const before = earlier.flatMap((counts) => (counts.kind === 'figures' ? [counts] : []));
    const counts = freezeFigure(measure, rule, before);
    if (counts.kind === 'few-changes') throw fewChanges(measure.name, rule);
    const why = `un effectif de moins de ${rule.threshold} serait visible`;
    return { counts, hidden: counts.missing === null ? [] : [{ what: 'le chiffre', why }] };
  }
  const facts = factsOfMeasure(measure, indicator);
  if (facts === null) throw notKept(measure.name);
  const before = earlier.flatMap((counts) => (counts.kind === 'follow-up' ? [counts] : []));
  const counts = freezeFollowUp(facts, rule, before);
  if (counts.kind === 'few-changes') throw fewChanges(measure.name, rule);
  return { counts, hidden: hiddenOf(facts, counts, rule) };
}

function panelOf(
  measure: RolloutMeasure | FollowUpMeasure,
  rule: DisclosureRule,
  earlier: readonly PublishedCounts[],
): FrozenCounts {
  if (measure.panels === undefined) throw notKept(measure.name);
  const before = earlier.flatMap((counts) => (counts.kind === 'panel' ? [counts] : []));
  const counts = freezeRollout(measure.panels, rule, before);
  if (counts.kind !== 'panel') throw notShown[counts.kind](measure.name);
  return { counts, hidden: hiddenOfPanel(counts, rule) };
}

const notKept = (name: string): Refusal =>
  new Refusal(
    'data',
    `La mesure de « ${name} » n’a pas gardé les effectifs dont une publication est faite.`,
    'Publiez depuis le plan (« foulee publish »), qui mesure de nouveau, plutôt que depuis un résultat déjà écrit.',
  );

const notShown = {
  'unknown-people': (name: string) =>
    new Refusal(
      'data',
      `« ${name} » : rien ne dit combien de personnes sont derrière chaque valeur du tableau, donc rien ne dit si l’une d’elles désigne quelqu’un.`,
      'Rien n’a été publié. Ajoutez au tableau une colonne qui les compte (weight, avec « weighting: equal » pour garder le même calcul), ou donnez numerator et denominator. Si ce ne sont ni des personnes ni des entreprises, dites-le : « unit_kind: other ».',
    ),
  'other-periods': (name: string) =>
    new Refusal(
      'data',
      `« ${name} » a déjà été publié avec des périodes d’une autre durée : la différence entre les deux désignerait quelques personnes.`,
      'Rien n’a été publié. Gardez les périodes des publications précédentes.',
    ),
} as const;

const fewChanges = (name: string, { threshold }: DisclosureRule): Refusal =>
  new Refusal(
    'data',
    `« ${name} » : trop peu de nouveau depuis une publication précédente. La différence entre les deux désignerait moins de ${threshold} personnes.`,
    'Rien n’a été publié : la dernière publication reste valable. Publiez de nouveau quand plus de personnes auront été suivies.',
  );
