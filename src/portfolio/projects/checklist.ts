import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import { dayNumber, isoDay } from '../../statistics/calendar-day.ts';
import { caseOf } from '../cases/library.ts';
import type { WholeProject } from './answers.ts';

const threeMonths = 91;

/** What remains to be done, in order, once the project is written. `plan` is the text of its plan. */
export function projectChecklist(
  { checks, example, numbers }: WholeProject,
  plan: string,
): readonly string[] {
  const start = dayNumber(numbers.start);
  const until = start === null ? null : frenchDay(isoDay(start + threeMonths));
  const nearest = caseOf(example);
  return [
    ...checks.map((check) => `D’ici le ${until ?? 'troisième mois'} : ${check}`),
    'Montrer l’effet, en une phrase, à deux personnes qui ne travaillent pas sur le service : comprennent-elles la même chose ?',
    ...(plan.includes('matching_right: à écrire')
      ? [
          'Avec le délégué à la protection des données : écrire le droit de rapprocher les fichiers, et comment les usagers sont informés.',
        ]
      : []),
    ...(plan.includes('design: randomised')
      ? ['Tirer au sort avant de proposer le service, et garder la liste (foulee assign).']
      : []),
    ...(plan.includes('drawn: random')
      ? ['Tirer au sort les personnes ou les cas mesurés ; ne pas prendre ceux qui répondent le plus vite.']
      : []),
    'Remplacer dans le plan les noms des fichiers et des colonnes par les vôtres.',
    `Relever le chiffre d’avant le service dès maintenant : ${numbers.without} sur 100 est encore une supposition.`,
    ...(nearest === null
      ? []
      : [`Relire ce qui a trompé ${nearest.name} avant d’annoncer un premier chiffre.`]),
    'Vérifier le plan : foulee check impact.yaml.',
  ].map(typeset);
}
