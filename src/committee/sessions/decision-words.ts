import type {
  CheckVerdict,
  DecisionEntryKind,
  DecisionKind,
  ResultVerdict,
} from '../../platform/database/tables/committees.ts';
import type { ConditionState } from './condition-state.ts';

/** What a committee may decide, in the order it is offered. */
export const decisionKinds = [
  'continue-more',
  'continue-less',
  'provisional',
  'pivot',
  'stop',
  'transfer',
] as const satisfies readonly DecisionKind[];

export const decisionWords: Readonly<
  Record<DecisionKind, { readonly name: string; readonly means: string }>
> = {
  'continue-more': {
    name: 'Continuer, à budget égal ou supérieur',
    means: 'La preuve convainc : l’équipe a de quoi continuer.',
  },
  'continue-less': {
    name: 'Continuer, avec moins',
    means: 'Le service continue, avec un budget plus petit.',
  },
  provisional: {
    name: 'Continuer un ou deux mois, le temps d’apporter une preuve',
    means: 'On ne sait pas encore : dites quelle preuve manque, et pour quand.',
  },
  pivot: {
    name: 'Changer de cap',
    means: 'Le problème reste, la réponse change.',
  },
  stop: {
    name: 'Arrêter',
    means: 'Le service s’arrête ; l’équipe est libre pour autre chose.',
  },
  transfer: {
    name: 'Transmettre le service',
    means: 'Une autre organisation le reprend.',
  },
};

/** The four questions of the sponsor's grid, each scored out of 5 (beta.gouv.fr, « Trame Comité Investissement »). */
export const criteria = ['objectives', 'cost', 'next', 'drive'] as const;
export type Criterion = (typeof criteria)[number];

export const criterionWords: Readonly<Record<Criterion, string>> = {
  objectives: 'Les objectifs de la dernière fois sont-ils atteints ?',
  cost: 'Le coût d’un effet est-il connu, et satisfaisant ?',
  next: 'Les prochains objectifs sont-ils les bons ?',
  drive: 'L’équipe se laisse-t-elle guider par l’effet recherché ?',
};

export const resultVerdicts = [
  'reached',
  'partly',
  'not',
  'not-measurable',
] as const satisfies readonly ResultVerdict[];

export const resultWords: Readonly<Record<ResultVerdict, string>> = {
  reached: 'Atteint',
  partly: 'Atteint en partie',
  not: 'Pas atteint',
  'not-measurable': 'Impossible à dire',
};

export const checkVerdicts = [
  'as-hoped',
  'not-as-hoped',
  'cannot-tell',
] as const satisfies readonly CheckVerdict[];

export const checkWords: Readonly<Record<CheckVerdict, string>> = {
  'as-hoped': 'Ce qui était espéré s’est produit',
  'not-as-hoped': 'Ce qui était espéré ne s’est pas produit',
  'cannot-tell': 'On ne peut pas le dire',
};

export const entryWords: Readonly<Record<DecisionEntryKind, string>> = {
  correction: 'Correction',
  addition: 'Complément',
  'made-public': 'Rendue publique',
};

/** When one looks back, in months. */
export const lookWords = { 6: 'Six mois après', 12: 'Un an après' } as const;

export const conditionWords: Readonly<Record<ConditionState, string>> = {
  met: 'Remplie',
  'not-met': 'Pas remplie',
  awaited: 'Attendue',
  late: 'En retard',
};
