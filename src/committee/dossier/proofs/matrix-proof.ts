import { matrixOrder, matrixRows } from '../../../plan/matrix-rows.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import type { Section } from '../dossier.ts';

/** The five questions of the impact matrix, each answered or said not to be. */
export function matrixProof({ figures, declared }: CommitteeEvidence): Section {
  const rows = matrixOrder.flatMap((row) => {
    const { name, question } = matrixRows[row];
    const answers = [
      ...figures
        .filter(({ matrix }) => matrix === row)
        .map((figure) => [
          figure.sentence,
          `${figure.evidence.level} sur 5, ${figure.evidence.name.toLowerCase()}`,
        ]),
      ...declared
        .filter(({ matrix }) => matrix === row)
        .map((figure) => [
          `${figure.name} : ${[figure.sentence, figure.trend ?? ''].join(' ').trim()}`,
          `0 sur 5, déclaré le ${frenchDay(figure.day)}`,
        ]),
    ];
    const asked = `${name}. ${question}`;
    return answers.length === 0
      ? [[asked, 'Non mesuré.', '—']]
      : answers.map(([answer = '', proof = '']) => [asked, answer, proof]);
  });
  return {
    id: 'matrice',
    heading: 'Les cinq questions de la matrice d’impact',
    blocks: [
      {
        kind: 'table',
        table: {
          caption: 'Une réponse par question',
          columns: ['Question', 'Réponse', 'Niveau de preuve'],
          rows: rows.map((row) => row.map(typeset)),
        },
      },
    ],
  };
}
