import { type At, placesIn } from '../field.ts';
import type { Group } from '../section.ts';
import { numberField, textField } from '../value-fields.ts';

/** What the sponsor sets before looking. */
export function decisionGroup(at: At, hint: string): Group {
  const of = placesIn(at('decision'));
  return {
    title: 'Décider : seuil, valeur, coût',
    hint: 'Ce que le commanditaire fixe avant de regarder.',
    removable: at('decision'),
    fields: [
      numberField(of('threshold'), 'Plus petit effet qui compte', hint),
      numberField(of('value_per_outcome'), 'Ce que vaut un effet de plus, en euros'),
      numberField(of('cost'), 'Coût du service pour les personnes suivies, en euros'),
      textField(of('note'), 'D’où viennent ces montants'),
    ],
  };
}
