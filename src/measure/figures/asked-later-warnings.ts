import type { AskedLaterIndicator } from '../../plan/plan.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import type { ResponseReading } from '../figure-measure.ts';
import type { Warning } from '../measure.ts';

/** Who is silent, where nobody answered, and which answers were left out. */
export function askedLaterWarnings(
  source: string,
  { asked, answered, tooEarly, byCell }: ResponseReading,
  unreadable: number,
  { after }: AskedLaterIndicator,
): readonly Warning[] {
  const silent = byCell.flatMap(({ attribute, classes }) =>
    classes.flatMap((each) => (each.answered === 0 ? [`${attribute} : ${each.name}`] : [])),
  );
  const missing = asked - answered - tooEarly - unreadable;
  return [
    ...(missing > 0
      ? [
          {
            code: 'no-answer',
            sentence: `${counted(missing, 'personne interrogée n’a', 'personnes interrogées n’ont')} pas répondu, sur ${frenchNumber(asked)} : le chiffre suppose que, dans chaque catégorie connue, elles ressemblent aux autres.`,
          },
        ]
      : []),
    ...(silent.length > 0
      ? [
          {
            code: 'silent-cell',
            sentence: `Personne n’a répondu dans : ${silent.join(' ; ')}. Les autres ne peuvent pas parler pour elles.`,
          },
        ]
      : []),
    ...(tooEarly > 0
      ? [
          {
            code: 'too-early',
            sentence: `${counted(tooEarly, 'réponse donnée', 'réponses données')} moins de ${after} jours après l’usage : pas ${tooEarly < 2 ? 'comptée' : 'comptées'}.`,
          },
        ]
      : []),
    ...(unreadable > 0
      ? [
          {
            code: 'unreadable-value',
            sentence: `« ${source} » : ${counted(unreadable, 'réponse n’est pas un nombre', 'réponses ne sont pas des nombres')}, hors du calcul.`,
          },
        ]
      : []),
  ];
}
