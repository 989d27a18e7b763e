import { typeset } from '../platform/french/typography.ts';
import { isActivePhase } from './phases.ts';

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

/** Each in two sentences: where the service stands, then what its team can do next. */
const steps = {
  plan: 'Plan de mesure écrit. Il reste à importer les premières données et à publier un premier chiffre, même provisoire.',
  matrix:
    'Matrice d’impact écrite à la main. En reprendre l’indicateur « impactant » dans un plan de mesure : il se mettra à jour tout seul.',
  declared:
    'Chiffres déclarés par le service. Choisir parmi eux celui qui dit ce qui change pour les gens, puis décrire sa source dans un plan de mesure.',
  statistics:
    'Page de statistiques en ligne. Y choisir un effet constaté après l’usage, puis décrire sa source dans un plan de mesure.',
  effect:
    'Effet recherché déjà écrit. Pour commencer sans attendre : appeler dix usagers trois mois après leur passage, et noter ce qui a changé pour eux.',
  nothing:
    'Effet recherché à écrire. Dire en une phrase ce qui va mieux grâce au service, et pour qui : une heure suffit, avec deux usagers au téléphone.',
  investigation:
    'Service en investigation. C’est le bon moment pour choisir quoi mesurer : écrire en une phrase ce qui ira mieux, pour qui, et à quoi on le verra dans trois mois.',
  transferred:
    'Service transféré. L’équipe qui l’a repris peut dire ce qui en est mesuré : c’est à elle qu’il faut le demander.',
  stopped: 'Service arrêté. Ce qu’il a appris peut encore servir : un bilan d’une page suffirait.',
} as const;

/** Every next step there is, those closest to a first figure first. */
export const nextSteps: readonly string[] = Object.values(steps).map(typeset);

/** The one thing its team can do next to know what the service changes; kind, and short enough for one sitting. */
export function nextStep(state: ServiceState): string {
  return typeset(steps[stepOf(state)]);
}

function stepOf(state: ServiceState): keyof typeof steps {
  const { phase, effect, hasPlan, declaredFigures, impactLink, statsLink } = state;
  if (phase !== null && !isActivePhase(phase)) {
    return phase === 'transfere' ? 'transferred' : 'stopped';
  }
  if (hasPlan) return 'plan';
  if (phase === 'investigation') return 'investigation';
  if (isDocument(impactLink)) return 'matrix';
  if (declaredFigures > 0) return 'declared';
  if (impactLink !== null || statsLink !== null) return 'statistics';
  return effect === null ? 'nothing' : 'effect';
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
