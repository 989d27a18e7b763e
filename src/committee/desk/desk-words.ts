import { frenchNumber, tied } from '../../platform/french/number.ts';
import type { DeskGroup } from './desk-service.ts';
import type { DeskTask } from './desk-tasks.ts';

/** The groups of a desk as its page says them. */
export const groupWords: Readonly<Record<DeskGroup, { readonly name: string; readonly means: string }>> = {
  compared: {
    name: 'Effet comparé',
    means: 'On lit ce que le service change, par rapport à ce qui serait arrivé sans lui.',
  },
  followed: {
    name: 'Effet suivi, sans comparaison lisible',
    means: 'On sait ce qui est arrivé aux usagers ensuite, pas ce qui leur serait arrivé sans le service.',
  },
  sign: {
    name: 'Signe ou déclaration',
    means: 'On mesure l’usage, un signe avant-coureur, ou ce que le service dit de lui-même.',
  },
  unmeasured: {
    name: 'Pas encore de chiffre',
    means: 'Rien n’est publié ici. Pour chacun, le prochain pas.',
  },
  ended: {
    name: 'Arrêtés ou transmis',
    means: 'Aucune équipe n’y travaille plus ici ; ce qu’on en sait reste lisible.',
  },
};

/** `210 000 € par an`, to the two digits that matter to a reader of many services. */
export const yearlyCost = (euros: number): string =>
  `${frenchNumber(Number(euros.toPrecision(2)))}${tied}€ par an`;

/** What waits, by kind, the most pressing first: of one service, of many. */
export const taskWords: Readonly<Record<DeskTask['kind'], string>> = {
  money: 'Argent qui s’arrête d’ici 60 jours, ou déjà arrêté',
  provisional: 'Décision provisoire qui prend fin',
  decide: 'Décision à écrire',
  freeze: 'Dossier à préparer et à figer',
  late: 'Condition en retard',
  check: 'Décision à relire avec le recul',
};
