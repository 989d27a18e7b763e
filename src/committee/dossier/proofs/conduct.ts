import { shortDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { type Section, text } from '../dossier.ts';

const kinds = { correction: 'Corrigée', withdrawal: 'Retirée' } as const;

/** How regularly the team looks at its figure, and what it had to correct or take back. */
export function conduct({ runs, corrections }: CommitteeEvidence): Section {
  const rows = corrections.map(({ day, number, publishedOn, kind, reason }) => [
    `n° ${number}, du ${shortDay(publishedOn)}`,
    `${kinds[kind]} le ${shortDay(day)}`,
    typeset(reason),
  ]);
  const caption = 'Publications corrigées ou retirées, avec leur raison';
  const columns = ['Publication', 'Suite', 'Raison'];
  return {
    id: 'regularite',
    heading: 'Regarder souvent, corriger au grand jour',
    blocks: [
      text(runs.sentence),
      rows.length === 0
        ? text('Aucune publication n’avait été corrigée ni retirée ce jour-là.')
        : { kind: 'table', table: { caption, columns, rows } },
    ],
  };
}
