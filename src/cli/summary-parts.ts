import { evidenceLevels } from '../measure/evidence-levels.ts';
import type { Check, MeasureBase, MeasureInput } from '../measure/measure.ts';
import { frenchDay } from '../platform/french/date.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';

/** A name in the margin and its paragraphs; shown only when there is something to say. */
export interface SummaryBlock {
  readonly label: string;
  readonly paragraphs: readonly string[];
}

/** How sure we are, and what would raise it. */
export const evidenceBlocks = (measure: MeasureBase): readonly SummaryBlock[] => [
  { label: 'Preuve', paragraphs: evidenceLines(measure) },
  { label: 'Pour monter', paragraphs: [measure.evidence.raise] },
];

function evidenceLines({ evidence }: MeasureBase): string[] {
  const of = (status: Check['status']) => evidence.checks.filter((check) => check.status === status);
  const tally = (
    [
      ['passed', 'contrôle passé', 'contrôles passés'],
      ['failed', 'contrôle échoué', 'contrôles échoués'],
      ['not-applicable', 'contrôle sans objet', 'contrôles sans objet'],
    ] as const
  ).flatMap(([status, one, many]) =>
    of(status).length === 0 ? [] : [counted(of(status).length, one, many)],
  );
  return [
    `niveau ${evidence.level} sur 5, ${evidence.name.toLowerCase()}. ${evidenceLevels[evidence.level].line}`,
    tally.length === 0 ? 'aucun contrôle ne s’applique' : tally.join(', '),
    ...of('failed').map((check) => `Échoué : ${check.sentence}`),
  ];
}

export function inputLine(input: MeasureInput): string {
  const parts = [
    counted(input.rows, 'ligne', 'lignes'),
    ...(input.firstDay === null || input.lastDay === null
      ? []
      : [`du ${frenchDay(input.firstDay)} au ${frenchDay(input.lastDay)}`]),
    ...(input.rejected > 0 ? [counted(input.rejected, 'écartée', 'écartées')] : []),
    ...(input.withoutSubject > 0 ? [`${frenchNumber(input.withoutSubject)} sans identifiant`] : []),
  ];
  return `${input.source} : ${parts.join(', ')}`;
}
