import type { Answer, Because } from './suggestion.ts';

export const answerWords: Readonly<Record<Answer, string>> = {
  accelerate: 'Accélérer',
  continue: 'Continuer',
  'slow-down': 'Ralentir',
  stop: 'Arrêter',
  'cannot-tell': 'On ne peut pas dire',
};

/** The reason, short enough for a table. */
export const shortReasons: Readonly<Record<Because, string>> = {
  'above-both': 'effet assez grand pour compter',
  'leaning-above': 'effet sans doute assez grand',
  'leaning-below': 'effet sans doute trop petit',
  'too-costly': 'effet réel, mais trop cher',
  'worth-yet-below': 'vaut son coût, mais sous le seuil',
  below: 'effet sous le seuil',
  'too-small-to-matter': 'effet trop petit pour compter',
  harm: 'plus de mal que de bien',
  'too-early-to-stop': 'mal parti, mais trop tôt pour arrêter',
  'not-settled': 'les données ne tranchent pas',
  'no-threshold': 'aucun seuil fixé',
  'weak-evidence': 'pas de comparaison fiable',
  'out-of-date': 'chiffre de plus d’un an',
  'no-plan': 'pas de plan de mesure',
  'no-measure': 'pas encore de chiffre',
  'no-comparison': 'aucune comparaison',
  'not-enough': 'trop peu de cas',
  'not-mature': 'pas encore mûr',
  'not-comparable': 'groupes non comparables',
  'not-identified': 'comparaison impossible',
};
