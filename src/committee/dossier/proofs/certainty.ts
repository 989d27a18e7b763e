import { checkNames } from '../../../measure/evidence-levels.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { EvidenceFigure } from '../../evidence/evidence.ts';
import { type Block, text } from '../dossier.ts';

const order = ['failed', 'passed', 'not-applicable'] as const;

/**
 * How sure a figure is: its checks (`whole`: all of them, else those that failed), what would raise its level, and whether
 * it was announced before looking.
 */
export function certainty(
  { evidence, registration, name }: EvidenceFigure,
  whole: boolean,
): readonly Block[] {
  const shown = evidence.checks.filter(({ status }) => whole || status === 'failed');
  const checks = shown.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const rows = checks.map(({ name: check, status, sentence }) => [
    capital(check),
    checkNames[status],
    sentence,
  ]);
  return [
    text(
      `Niveau ${evidence.level} sur 5 (${evidence.name.toLowerCase()}), calculé à partir des contrôles, jamais saisi.`,
    ),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            table: {
              caption: typeset(`Contrôles de « ${name} »`),
              columns: ['Contrôle', 'Résultat', 'Ce qu’il dit'],
              rows,
            },
          } as const,
        ]),
    ...(evidence.raise === ''
      ? []
      : [{ kind: 'text', lead: 'Ce qui le ferait monter.', text: evidence.raise } as const]),
    ...registration.sentences.map(text),
  ];
}

const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);
