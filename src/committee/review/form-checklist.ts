import type { ChecklistItem } from './checklist.ts';

/**
 * « La matrice est complète »: what a coach checks of a plan before any figure. From the field: the five rows of the
 * impact matrix, indicators set at the start of a project, usage never taken for impact, data inventoried and allowed.
 */
export const formChecklist: readonly ChecklistItem[] = [
  {
    id: 'effect',
    statement: 'L’effet recherché dit ce qui est mieux, concrètement, et pour qui.',
    hint: 'Un usager s’y reconnaîtrait. « Fluidifier », « simplifier », « accompagner » ne disent pas ce qui change.',
  },
  {
    id: 'rows',
    statement:
      'La matrice est complète : chaque ligne a son indicateur, ou l’équipe dit pourquoi elle manque.',
    hint: 'Utilisable, utilisé, utile, impactant, efficient.',
  },
  {
    id: 'not-usage',
    statement: 'La ligne « impactant » porte sur le monde réel, pas sur l’usage ni la satisfaction.',
    hint: 'Connexions, simulations terminées et notes données disent si le service sert, pas s’il change quelque chose.',
  },
  {
    id: 'source',
    statement: 'La source de l’effet existe, et l’on sait qui la tient et à quel rythme elle se remplit.',
    hint: 'Demandez à en voir un extrait. Une source promise n’est pas une source.',
  },
  {
    id: 'right',
    statement: 'Le droit de rapprocher l’usage et l’effet est écrit.',
    hint: 'Convention, texte ou information des personnes. Une mesure d’audience sans consentement ne se rapproche de rien.',
    mayNotApply: true,
  },
  {
    id: 'delay',
    statement:
      'Le délai entre l’usage et l’effet est choisi pour une raison, retards de déclaration compris.',
    hint: 'Lu trop tôt, l’effet manque ; trop tard, plus personne ne décide avec.',
    mayNotApply: true,
  },
  {
    id: 'comparison',
    statement: 'Le plan dit à quoi l’effet sera comparé, ou dit franchement qu’il ne le sera pas.',
    hint: 'Les volontaires réussissent souvent mieux que les autres, avec ou sans le service.',
  },
  {
    id: 'target',
    statement:
      'Une cible, une date, et le plus petit changement qui compterait sont écrits avant de regarder.',
    hint: 'Sans cela, n’importe quel chiffre paraîtra bon le jour venu.',
  },
  {
    id: 'rhythm',
    statement: 'Quelqu’un tient chaque indicateur, et il sera à jour avant chaque comité.',
    hint: 'Un chiffre que personne ne regarde vieillit sans bruit.',
  },
  {
    id: 'limits',
    statement: 'Les limites connues sont écrites : qui n’est pas vu, et ce qui pourrait tromper.',
    hint: 'Usagers sans compte, doublons, territoires absents, emplois courts…',
  },
];
