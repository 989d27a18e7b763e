import { daysText } from '../duration.ts';
import type { AskedLaterIndicator } from '../plan.ts';
import { listText } from '../wording.ts';
import { isSource } from './checks.ts';

export function askedLaterLines(indicator: AskedLaterIndicator): string[] {
  const { answers, yes, unit, after, margins, breakdown, unitLabel } = indicator;
  const who = unitLabel ?? 'personnes';
  return [
    yes === null
      ? `Ce qui sera mesuré : la moyenne des réponses de « ${answers} » (${unit ?? ''}), avec son intervalle.`
      : `Ce qui sera mesuré : sur 100 ${who}, combien répondent ${listText(yes, 'ou')} dans « ${answers} ».`,
    after === null
      ? 'Quand on demande : le plan ne dit pas combien de temps après l’usage.'
      : `Quand on demande : au moins ${daysText(after)} après l’usage ; une réponse plus tôt ne compte pas.`,
    margins.length === 0
      ? 'Ceux qui n’ont pas répondu : comptés et montrés, sans correction.'
      : `Ceux qui n’ont pas répondu : les réponses sont pesées pour retrouver la population selon ${listText(margins.map(({ attribute, totals }) => (isSource(totals) ? `${attribute} (comptée dans « ${totals.source} »)` : attribute)))}.`,
    ...(breakdown.length > 0 ? [`Détail : selon ${listText(breakdown)}.`] : []),
    'Comparaison : aucune ; on saura ce que les personnes disent, pas ce qui serait arrivé sans le service.',
  ];
}
