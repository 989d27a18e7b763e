import type { ProtectedTable } from '../../confidentiality/protected-table.ts';
import type { FollowUpMeasure } from '../../measure/measure.ts';
import type { FollowUpIndicator } from '../../plan/plan.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import type { TableQuestion } from './question.ts';

/** What is counted, in the plural. */
export function unitsWord({ unitKind, unitLabel }: FollowUpIndicator, { unit }: FollowUpMeasure): string {
  if (unit === 'pair') return 'couples';
  return unitLabel ?? (unitKind === 'firms' ? 'entreprises' : 'personnes');
}

interface Asked extends Pick<TableQuestion, 'protection' | 'threshold'> {
  readonly unit: FollowUpMeasure['unit'];
  readonly units: string;
}

/** What was done to the table, what a reader can still find, and what must not be put beside it. */
export function tableSentences(table: ProtectedTable, asked: Asked): readonly string[] {
  const { protection, threshold, unit, units } = asked;
  return [
    ...(protection.kind === 'round'
      ? rounded(protection.base, threshold, units)
      : suppressed(table, threshold, units)),
    ...(unit === 'pair'
      ? [
          `Le seuil porte sur des couples personne × cible : ${frenchNumber(threshold)} couples peuvent être ceux d’une seule personne. Relevez --threshold si c’est fréquent.`,
        ]
      : []),
    'Ce tableau n’est contrôlé que seul. Rapproché d’une publication, ou d’un autre tableau des mêmes personnes, il peut redonner ce qu’il cache : n’en remettez qu’un, et plutôt la publication quand elle existe.',
  ];
}

function suppressed(
  { counts, intervals, exact }: ProtectedTable,
  threshold: number,
  units: string,
): readonly string[] {
  const hidden = counts.filter((count) => count === null).length;
  if (hidden === 0)
    return [`Rien n’est masqué : chaque case compte 0, ou au moins ${frenchNumber(threshold)} ${units}.`];
  const width = ({ lower, upper }: (typeof intervals)[number]) => (upper ?? Number.POSITIVE_INFINITY) - lower;
  const narrowest = intervals.reduce((best, interval) => (width(interval) < width(best) ? interval : best));
  const upTo = narrowest.upper === null ? '' : ` et ${frenchNumber(narrowest.upper)}`;
  return [
    `${counted(hidden, 'case est masquée', 'cases sont masquées')} : celles de 1 à ${frenchNumber(threshold - 1)} ${units}, et d’autres, pour que les totaux ne les redonnent pas.${exact ? '' : ' Il en faudrait peut-être un peu moins.'}`,
    `Attaque essayée : en refaisant toutes les additions, un lecteur ne peut être sûr d’aucune case de moins de ${frenchNumber(threshold)} ${units}. La case masquée la mieux devinée est comprise entre ${frenchNumber(narrowest.lower)}${upTo}.`,
  ];
}

const rounded = (base: number, threshold: number, units: string): readonly string[] => [
  `Tout est arrondi à un multiple de ${frenchNumber(base)}, et chaque total reste la somme de ses cases.`,
  `${quoted(frenchNumber(base))} peut cacher de 1 à ${frenchNumber(2 * base - 1)} ${units}, ${quoted('0')} de 0 à ${frenchNumber(base - 1)} : un lecteur ne peut dire d’aucun groupe qu’il en compte moins de ${frenchNumber(threshold)} sans être vide.`,
];
