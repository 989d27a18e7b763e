import type { Effect } from '../../plan/plan.ts';

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
  readonly outcome: OutcomeSource;
  /** How the figure is obtained: what is read, from whom, how long after. */
  readonly how: string;
  readonly method: CaseMethod;
  readonly delay: CaseDelay;
  /** What misled, or could have: the part worth reading first. */
  readonly wentWrong: string;
  readonly trap: Trap;
  /** What another team can take from it. */
  readonly lesson: string;
  /** Public files where the facts are told, beside the service's own sheet: `owner/repository : path`. */
  readonly facts?: readonly string[];
  /** False when the facts do not come from a sheet of beta.gouv.fr. */
  readonly sheet?: boolean;
  /** Whether what is measured, or when, is partly our own reading of the sheet. */
  readonly partlyOurs?: boolean;
}

/** The public files that say what is told of a case. */
export const factsOf = ({ id, sheet, facts = [] }: Case): readonly string[] =>
  sheet === false ? facts : [`betagouv/beta.gouv.fr : content/_startups/${id}.md`, ...facts];

export const caseDomains = {
  social: 'social',
  environmental: 'environnement',
  economic: 'économie',
} as const satisfies Readonly<Record<Effect['domain'], string>>;

export type CaseDomain = keyof typeof caseDomains;

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

/** Who knows what happened after the use. */
export const outcomeSources = {
  register: 'un registre administratif',
  service: 'le service lui-même',
  partners: 'des agents ou des partenaires',
  survey: 'des questions aux usagers',
  sample: 'un échantillon mesuré ou appelé',
  none: 'aucune encore',
} as const;

export type OutcomeSource = keyof typeof outcomeSources;

/** How long after the use the effect can be seen. */
export const caseDelays = {
  immediate: 'au moment de l’usage',
  days: 'quelques jours',
  weeks: 'quelques semaines',
  months: 'quelques mois',
  years: 'un an ou plus',
} as const;

export type CaseDelay = keyof typeof caseDelays;

/** How a figure misleads. */
export const traps = {
  'usage-for-effect': 'l’usage pris pour l’effet',
  'sign-for-effect': 'un signe pris pour l’effet',
  'naive-comparison': 'une comparaison sans précaution',
  'before-after': 'un avant–après sans témoin',
  'no-counterfactual': 'rien ne dit ce qui serait arrivé sans le service',
  'many-causes': 'trop de causes à la fois',
  'too-few': 'trop peu de cas',
  'who-answers': 'ceux dont on a des nouvelles ne sont pas les autres',
  'moving-measure': 'le chiffre suit l’outil, pas l’effet',
  frozen: 'un chiffre qui ne bouge plus',
  'unclear-figure': 'un écart sans sa base',
} as const;

export type Trap = keyof typeof traps;
