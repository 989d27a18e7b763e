import type { Effect } from '../../../plan/plan.ts';

/** A real service, told in our own words: what it changed, how that was looked at, and what went wrong. */
export interface Case {
  /** As beta.gouv.fr identifies it, when it does. */
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly mission: string;
  /** What is concretely better in the world, and for whom. */
  readonly effect: Effect & { readonly beneficiaries: string };
  /** What the team measures, or says it measures. */
  readonly measured: string;
  /** Where what happened after the use is seen. */
  readonly outcomeSource: string;
  readonly method: CaseMethod;
  readonly delay: CaseDelay;
  /** What misled, or could have: the part worth reading first. */
  readonly wentWrong: string;
}

export const caseMethods = {
  'follow-up': 'suivi après l’usage',
  experiment: 'tirage au sort',
  adjusted: 'comparaison ajustée',
  rollout: 'déploiement par étapes',
  'sample-volume': 'échantillon × volume',
  proxy: 'signe avant-coureur',
  'asked-later': 'usagers interrogés ensuite',
  declared: 'chiffre déclaré',
} as const;

export type CaseMethod = keyof typeof caseMethods;

/** How long after the use the effect can be seen. */
export const caseDelays = {
  immediate: 'au moment de l’usage',
  days: 'quelques jours',
  weeks: 'quelques semaines',
  months: 'quelques mois',
  years: 'un an ou plus',
} as const;

export type CaseDelay = keyof typeof caseDelays;
