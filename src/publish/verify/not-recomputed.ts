import { frenchList } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { Publication } from '../bundle/bundle.ts';

/** French: what of some publications `verify` cannot compute again, as it rests on what is not public. */
export function notRecomputed(publications: readonly Publication[]): string {
  const measures = publications.flatMap(({ bundle }) => bundle.measures);
  const adjusted = measures.some(
    ({ counts }) => counts.kind === 'follow-up' && counts.adjusted.effects.length > 0,
  );
  const surveyed = measures.some(
    ({ counts }) => counts.kind === 'figures' && (counts.answers !== null || counts.sample !== null),
  );
  const parts = [
    'les effectifs eux-mêmes',
    ...(adjusted ? ['l’ajustement sur les caractéristiques de chaque personne'] : []),
    ...(surveyed ? ['les moyennes et les poids d’une enquête'] : []),
    'les contrôles du niveau de preuve qui lisent des données non publiques',
    'la méthode',
    'les sources',
    'les avertissements',
  ];
  return typeset(
    `N’est pas recalculé : ${frenchList(parts)}. Seule l’empreinte les protège : comparez-la à celle que montre la page de la publication.`,
  );
}
