import { daysBetween } from '../../plan/calendar-date.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { frenchList } from '../../platform/french/number.ts';
import { quoted, typeset } from '../../platform/french/typography.ts';
import type { Because, EffectToJudge, NothingToJudge, SuggestionInput } from './suggestion.ts';

/** Why nothing can be suggested; `said` puts it in French, with what to do about it. */
export interface Silence {
  readonly because: Because;
  readonly said: () => { readonly sentence: string; readonly nextStep: string };
}

/** Days after which a figure no longer tells of the service as it is. */
const oldest = 365;

/** What forbids any suggestion before the effect itself is looked at; null: nothing does. */
export function silenceBefore(input: SuggestionInput): Silence | null {
  const { figure, level } = input;
  if (figure.kind === 'nothing') return ofNothing(figure);
  if (daysBetween(figure.measuredOn, input.today) > oldest) return outOfDate(figure);
  return level < 3 ? weak(input) : null;
}

const steps: Readonly<Record<NothingToJudge['reason'], readonly [sentence: string, nextStep: string]>> = {
  'no-plan': [
    'Le service n’a pas de plan de mesure : rien ne dit ce qu’il change, ni en bien ni en mal.',
    'Écrire le plan de mesure : ce qui doit aller mieux, pour qui, et à quoi on le verra.',
  ],
  'no-measure': [
    'Aucun chiffre n’est publié : on ne sait pas encore ce que le service change.',
    'Publier une première mesure, même provisoire.',
  ],
  'no-comparison': [
    'On sait ce qui est arrivé aux usagers, pas ce qui leur serait arrivé sans le service : ce chiffre ne dit pas s’il faut continuer.',
    'Comparer : tirer au sort, déployer par étapes, ou suivre des personnes semblables qui n’ont pas utilisé le service.',
  ],
  'not-enough': [
    'Trop peu de cas sont suivis pour lire un effet. Ne pas voir d’effet ne veut pas dire qu’il n’y en a pas.',
    'Attendre plus d’usagers, ou élargir le suivi.',
  ],
  'not-mature': [
    'Le suivi n’est pas encore assez long pour lire un effet.',
    'Attendre que le suivi soit mûr avant de décider sur l’effet.',
  ],
  'not-comparable': [
    'Les deux groupes ne se ressemblent pas assez pour être comparés.',
    'Ajouter au plan ce qui distingue les groupes, ou tirer au sort.',
  ],
  'not-identified': [
    'Les données ne permettent aucune comparaison, par exemple si tous ont eu le service le même jour.',
    'Garder, à la prochaine étape, des personnes ou des territoires qui n’ont pas encore le service.',
  ],
};

const ofNothing = ({ reason, sentence, nextFigure }: NothingToJudge): Silence => ({
  because: reason,
  said: () => {
    const [usual, step] = steps[reason];
    const when = nextFigure === null ? '' : ` Prochain chiffre le ${frenchDay(nextFigure)}.`;
    return {
      sentence: typeset(sentence === null ? usual : `${usual} ${sentence}`),
      nextStep: typeset(`${step}${when}`),
    };
  },
});

const outOfDate = ({ measuredOn }: EffectToJudge): Silence => ({
  because: 'out-of-date',
  said: () => ({
    sentence: typeset(
      `Le dernier chiffre date du ${frenchDay(measuredOn)}, il y a plus d’un an : il ne dit plus ce que le service change aujourd’hui.`,
    ),
    nextStep: 'Refaire la mesure, puis reposer la question.',
  }),
});

const weak = (input: SuggestionInput): Silence => ({ because: 'weak-evidence', said: () => weakSaid(input) });

function weakSaid({ failedChecks }: SuggestionInput): ReturnType<Silence['said']> {
  const failed =
    failedChecks.length === 0
      ? ''
      : ` ${failedChecks.length === 1 ? 'Contrôle non passé' : 'Contrôles non passés'} : ${frenchList(failedChecks.map(quoted))}.`;
  return {
    sentence: typeset(
      `La comparaison n’est pas assez solide (il faut au moins le niveau de preuve 3 sur 5) : l’écart constaté peut venir d’autre chose que du service.${failed}`,
    ),
    nextStep: typeset(
      failedChecks.length === 0
        ? 'Renforcer la comparaison : personnes semblables, déploiement par étapes ou tirage au sort.'
        : 'Corriger ce qui a fait échouer ces contrôles, ou tirer au sort.',
    ),
  };
}

/** A difference given without its error: chance cannot be told from the service. */
export const withoutError: Silence = {
  because: 'not-enough',
  said: () => ({
    sentence: typeset(
      'L’écart constaté est donné sans marge d’erreur : on ne peut pas dire s’il vient du hasard.',
    ),
    nextStep: 'Attendre plus d’usagers, ou élargir le suivi.',
  }),
};
