import { typeset } from '../platform/french/typography.ts';
import { activePhases } from './phases.ts';

/** What is known of a service that has not published any figure. */
export interface ServiceState {
  readonly phase: string | null;
  readonly effect: string | null;
  readonly hasPlan: boolean;
  readonly declaredFigures: number;
  /** What its impact and statistics links point to, as its own sheet says. */
  readonly impactLink: string | null;
  readonly statsLink: string | null;
}

/** The one thing its team can do next to know what the service changes; kind, and short enough for one sitting. */
export function nextStep(state: ServiceState): string {
  return typeset(sentence(state));
}

function sentence({ phase, effect, hasPlan, declaredFigures, impactLink, statsLink }: ServiceState): string {
  if (phase !== null && !(activePhases as readonly string[]).includes(phase)) {
    return phase === 'transfere'
      ? 'Ce service a été transféré : demander à l’équipe qui l’a repris ce qui en est mesuré.'
      : 'Ce service est arrêté : ce qu’il a appris peut encore servir, un bilan d’une page suffirait.';
  }
  if (hasPlan)
    return 'Le plan de mesure est écrit : importer les premières données, puis publier un premier chiffre, même immature.';
  if (phase === 'investigation') {
    return 'Le bon moment pour choisir quoi mesurer : écrire en une phrase ce qui ira mieux, pour qui, et comment on le saura dans trois mois.';
  }
  if (isDocument(impactLink)) {
    return 'Une matrice d’impact existe déjà, écrite à la main : en reprendre l’indicateur « impactant » dans un plan de mesure, pour qu’il se mette à jour seul.';
  }
  if (declaredFigures > 0) {
    return 'Des chiffres sont déclarés : choisir celui qui dit ce qui change pour les gens, et décrire sa source dans un plan de mesure.';
  }
  if (impactLink !== null || statsLink !== null) {
    return 'Une page de statistiques existe : y choisir un effet constaté après l’usage, et décrire sa source dans un plan de mesure.';
  }
  if (effect !== null)
    return 'L’effet recherché est dit : appeler dix usagers trois mois après, et noter ce qui a changé pour eux.';
  return 'Dire en une phrase ce qui va mieux grâce au service, et pour qui : une heure suffit, avec deux usagers au téléphone.';
}

/** Whether an address is a text written by hand rather than data that renews itself. */
function isDocument(address: string | null): boolean {
  return (
    address !== null &&
    /^https?:\/\/((docs|pad|fichiers)\.numerique\.gouv\.fr|(app\.|www\.)?notion\.(so|com|site)|(docs|drive)\.google\.com)\/|\.(png|jpe?g|pdf)$/i.test(
      address,
    )
  );
}
