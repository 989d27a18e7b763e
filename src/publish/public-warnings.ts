import type { Warning } from '../measure/measure.ts';

/** What a warning of the team becomes for the public: the same caution, without counts of a few people. */
const sentences: Readonly<Record<string, string>> = {
  'silent-right': 'Le plan ne dit pas de quel droit toutes ses sources sont croisées.',
  'guessed-coverage':
    'La date jusqu’à laquelle le registre est complet est une supposition : le chiffre peut être trop bas.',
  'after-coverage': 'Ce qui est arrivé après le dernier jour complet du registre n’est pas encore compté.',
  'no-upper-window':
    'La fenêtre n’a pas de fin : un effet survenu longtemps après l’usage est compté dans le total.',
  'rounded-horizon':
    'Les durées sont comptées par pas de plusieurs jours : les chiffres sont lus au pas précédent.',
  'repeated-units': 'Qui est présent plusieurs fois est compté une seule fois, à sa première entrée.',
  'without-subject':
    'Une partie des usages ou des effets est anonyme : le chiffre ne vaut que pour ce qui a pu être relié.',
  'rows-set-aside': 'Des lignes illisibles ont été mises de côté à l’import.',
  'no-outcome': 'Aucun effet n’a été retrouvé dans la fenêtre.',
  'no-shared-identifier':
    'Aucun identifiant n’est commun aux deux sources : ce n’est sans doute pas un zéro.',
};

/** In the order of the measure; a warning that has no public wording is left to the team. */
export const publicWarnings = (warnings: readonly Warning[]): readonly string[] => [
  ...new Set(warnings.flatMap(({ code }) => (Object.hasOwn(sentences, code) ? (sentences[code] ?? []) : []))),
];
