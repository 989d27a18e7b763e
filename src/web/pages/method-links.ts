import type { Link } from '../dsfr/link.ts';
import { methodPath } from '../view/addresses.ts';
import type { MeasureView } from '../view/service-view.ts';

const guide = (slug: string, name: string): Link => ({ href: methodPath(slug), name });

/** The guide that explains how a measure was made. */
export function methodFor({ followUp, published }: MeasureView): Link {
  switch (published.method) {
    case 'sample-volume':
      return guide('echantillon-volume', 'l’échantillon et le volume');
    case 'proxy':
      return guide('echantillon-volume', 'le signe avant-coureur');
    case 'asked-later':
      return guide('sondages', 'l’enquête après l’usage');
    case 'declared':
      return { href: '/methodes#niveaux', name: 'un chiffre déclaré' };
    default:
  }
  const design = followUp?.comparison?.design;
  if (design === 'randomised') return guide('tirage-au-sort', 'le tirage au sort');
  if (design === 'adjusted') return guide('ponderation', 'la comparaison de groupes rendus semblables');
  return guide('suivi-dans-le-temps', 'le suivi dans le temps');
}
