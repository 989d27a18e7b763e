import { roleNames } from '../../platform/accounts/roles.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { tied } from '../../platform/french/number.ts';
import type { Lapse, PublicReview, ServiceState, StateName } from './service-state.ts';

/** The four states as screens say them. */
export const stateWords: Readonly<Record<StateName, { readonly name: string; readonly means: string }>> = {
  'no-matrix': {
    name: 'Pas de matrice d’impact',
    means: 'L’équipe n’a pas encore écrit ici comment elle saura si son service change quelque chose.',
  },
  matrix: {
    name: 'Matrice écrite, non relue',
    means:
      'L’équipe a écrit comment elle mesure. Personne d’extérieur n’a encore approuvé ce plan ni ce chiffre.',
  },
  'form-reviewed': {
    name: 'Forme relue',
    means:
      'Quelqu’un d’extérieur à l’équipe a relu le plan de mesure : il est complet. Cela ne dit pas encore que le chiffre est juste.',
  },
  'substance-validated': {
    name: 'Fond validé',
    means: 'Quelqu’un d’extérieur à l’équipe a relu le chiffre, ses données et sa méthode : il tient.',
  },
};

/** What the state of a service means for its reader, in one sentence. */
export const stateSentence = ({ state, matrix }: Pick<ServiceState, 'state' | 'matrix'>): string =>
  state === 'matrix' && matrix === 'elsewhere'
    ? 'La matrice d’impact est sur une page de l’équipe, hors de ce site : elle n’y a pas été relue.'
    : stateWords[state].means;

/** Who reviewed what, and when: `Coach, Dinum, le 3 novembre 2026 (version 2 du plan)`. */
export function reviewerText({ role, organisation, day, kind, number }: PublicReview): string {
  const who = organisation === null ? roleNames[role].name : `${roleNames[role].name}, ${organisation}`;
  return `${who}, le ${frenchDay(day)} (${aboutText({ kind, number })})`;
}

/** `version 2 du plan`, `publication n° 4`. */
export const aboutText = ({ kind, number }: Pick<PublicReview, 'kind' | 'number'>): string =>
  kind === 'form' ? `version${tied}${number} du plan` : `publication n°${tied}${number}`;

const lapseReasons: Readonly<Record<PublicReview['kind'], Readonly<Record<Lapse, string>>>> = {
  form: {
    'new-plan': 'le plan a changé depuis',
    'changes-asked': 'une relecture plus récente demande des changements',
    corrected: 'le plan a été corrigé depuis',
    withdrawn: 'le plan a été retiré depuis',
  },
  substance: {
    'new-plan': 'le chiffre publié depuis vient d’un autre plan',
    'changes-asked': 'une relecture plus récente demande des changements',
    corrected: 'cette publication a été corrigée depuis',
    withdrawn: 'cette publication a été retirée depuis',
  },
};

/** An approval that no longer holds, and why. */
export function lapseSentence(lapsed: NonNullable<ServiceState['lapsed']>): string {
  const { kind, day, because } = lapsed;
  const what = kind === 'form' ? 'La forme avait été relue' : 'Le fond avait été validé';
  const about = aboutText(lapsed);
  return `${what} le ${frenchDay(day)} (${about}) ; ${lapseReasons[kind][because]} : cette relecture ne vaut plus.`;
}
