import type { CheckVerdict, ResultVerdict } from '../../platform/database/tables/committees.ts';
import type { ObjectiveTie } from '../sessions/objectives.ts';
import type { NewDecision } from '../sessions/take-decision.ts';

/** A committee as it is told; every day is a number of days from the one the demonstration was listed. */
export interface InventedCommittee {
  readonly plannedOn: number;
  readonly moneyEndsOn: number;
  readonly question: string;
  readonly objectives: readonly InventedObjective[];
  /** Of the last objectives that no figure tells. */
  readonly results?: readonly {
    readonly text: string;
    readonly verdict: ResultVerdict;
    readonly word: string;
  }[];
  /** Left out: it is still to prepare. */
  readonly frozenOn?: number;
  /** Left out: it is still to take. */
  readonly decision?: Omit<NewDecision, 'decidedOn' | 'moneyUntil' | 'conditions'> & {
    readonly decidedOn: number;
    readonly moneyUntil: number;
    readonly conditions: readonly {
      readonly text: string;
      readonly dueOn: number;
      readonly answer?: { readonly day: number; readonly word: string };
    }[];
    readonly check?: { readonly day: number; readonly verdict: CheckVerdict; readonly word: string };
  };
}

export interface InventedObjective {
  readonly text: string;
  readonly dueOn: number;
  readonly tie?: ObjectiveTie;
}

const invented = 'Décision inventée pour la démonstration.';
const unscored = { score: null, reason: null };
const regions = 'Ouvrir l’invitation dans trois régions';

/** One held, looked back at, then frozen and to decide; one provisional; one private with a late condition; one to prepare. */
export const inventedCommittees: Readonly<Record<string, readonly InventedCommittee[]>> = {
  'la-bonne-boite': [
    {
      plannedOn: -215,
      moneyEndsOn: -200,
      question: 'Continuer six mois, pour tirer au sort l’invitation et mesurer ce qu’elle change ?',
      objectives: [
        {
          text: 'Au moins 1 point de retour à l’emploi en plus à six mois',
          dueOn: -10,
          tie: { indicator: 'retour-emploi-invites', direction: 'at-least', target: 0.01 },
        },
        { text: regions, dueOn: -30 },
      ],
      frozenOn: -222,
      decision: {
        kind: 'continue-more',
        reason: `Aucun chiffre n’existe encore, mais le tirage au sort dira ce que change l’invitation : six mois pour le savoir. ${invented}`,
        amount: 250_000,
        isPublic: true,
        grid: {
          objectives: { score: 2, reason: 'Ils parlaient d’usage, pas d’effet.' },
          cost: { score: 0, reason: 'Inconnu : rien n’est mesuré.' },
          next: { score: 5, reason: 'Ils se liront sur le retour à l’emploi.' },
          drive: { score: 4, reason: null },
        },
        decidedOn: -215,
        moneyUntil: 14,
        conditions: [
          {
            text: 'Publier un premier chiffre comparé',
            dueOn: -100,
            answer: { day: -110, word: 'Publié, avec son intervalle.' },
          },
        ],
        check: {
          day: -20,
          verdict: 'as-hoped',
          word: 'Le chiffre attendu est venu, et il se lit chaque mois. Relecture inventée pour la démonstration.',
        },
      },
    },
    {
      plannedOn: 0,
      moneyEndsOn: 14,
      question: 'Continuer six mois au même budget, pour inviter dans toutes les régions ?',
      objectives: [
        {
          text: 'Garder au moins 1 point de plus à six mois, toutes régions ouvertes',
          dueOn: 180,
          tie: { indicator: 'retour-emploi-invites', direction: 'at-least', target: 0.01 },
        },
        { text: 'Faire baisser d’un quart le coût d’un retour à l’emploi de plus', dueOn: 180 },
      ],
      results: [
        {
          text: regions,
          verdict: 'partly',
          word: 'Deux régions ouvertes ; la troisième attend sa convention (démonstration).',
        },
      ],
      frozenOn: 0,
    },
  ],
  estime: [
    {
      plannedOn: -21,
      moneyEndsOn: -10,
      question: 'Continuer six mois, alors que la comparaison peut tromper ?',
      objectives: [{ text: 'Tirer au sort, dans deux agences, qui reçoit la simulation', dueOn: 150 }],
      frozenOn: -25,
      decision: {
        kind: 'provisional',
        reason: `Les usagers d’Estime ne sont pas des demandeurs d’emploi comme les autres : il faut une comparaison plus solide avant d’engager six mois. ${invented}`,
        amount: 45_000,
        isPublic: true,
        grid: {
          objectives: unscored,
          cost: { score: 3, reason: 'Connu, mais l’effet est peu sûr.' },
          next: { score: 4, reason: null },
          drive: { score: 4, reason: 'Ils ont dit d’eux-mêmes ce que la comparaison ne montre pas.' },
        },
        decidedOn: -21,
        moneyUntil: 28,
        conditions: [{ text: 'Un protocole de tirage au sort accepté par deux agences', dueOn: 9 }],
      },
    },
  ],
  mps: [
    {
      plannedOn: -26,
      moneyEndsOn: -20,
      question: 'Continuer avec moins, le temps de savoir ce que valent ces heures ?',
      objectives: [{ text: 'Mesurer le temps gagné sur 200 marchés au lieu de 60', dueOn: 120 }],
      frozenOn: -28,
      decision: {
        kind: 'continue-less',
        reason: `Le temps gagné est net ; ce qu’il change pour les entreprises ne se mesure pas encore. ${invented}`,
        amount: 70_000,
        isPublic: false,
        grid: { objectives: unscored, cost: { score: 2, reason: null }, next: unscored, drive: unscored },
        decidedOn: -26,
        moneyUntil: 150,
        conditions: [{ text: 'Demander à vingt entreprises ce qu’elles font du temps gagné', dueOn: -5 }],
      },
    },
  ],
  'zero-logement-vacant': [
    {
      plannedOn: 12,
      moneyEndsOn: 28,
      question: 'Ouvrir le service à tous les départements ?',
      objectives: [{ text: 'Dire combien coûte un logement de plus remis sur le marché', dueOn: 170 }],
    },
  ],
};
