import { daysText } from '../duration.ts';
import { labelOf } from '../label.ts';
import type { AskedLaterIndicator } from '../plan.ts';
import { listText } from '../wording.ts';
import { isSource } from './checks.ts';

export function askedLaterLines(indicator: AskedLaterIndicator): string[] {
  const { answers, yes, unit, after, margins, breakdown, unitLabel } = indicator;
  const who = unitLabel ?? 'personnes';
  return [
    yes === null
      ? `Ce qui est mesuré : la moyenne des réponses de « ${answers} » (${unit ?? ''}), avec son intervalle.`
      : `Ce qui est mesuré : sur 100 ${who}, combien répondent ${listText(
          yes.map((answer) => `« ${answer} »`),
          'ou',
        )} dans « ${answers} ».`,
    after === null
      ? 'Quand on demande : le plan ne dit pas combien de temps après l’usage.'
      : `Quand on demande : au moins ${daysText(after)} après l’usage ; une réponse plus tôt ne compte pas.`,
    margins.length === 0
      ? 'Ceux qui n’ont pas répondu : comptés et montrés, sans correction.'
      : `Ceux qui n’ont pas répondu : les réponses sont pesées pour retrouver la population selon ${listText(margins.map(({ attribute, totals }) => (isSource(totals) ? `${labelOf(indicator, attribute)} (comptée dans « ${totals.source} »)` : labelOf(indicator, attribute))))}.`,
    ...(breakdown.length > 0
      ? [`Détail : selon ${listText(breakdown.map((name) => labelOf(indicator, name)))}.`]
      : []),
    'Comparaison : aucune ; on sait ce que les personnes disent, pas ce qui serait arrivé sans le service.',
  ];
}
