import { valueAt } from '../../../../plan/problem.ts';
import type { At, Choice, Field, ValueField } from '../field.ts';
import { choiceField, durationField, durationsField, listChoiceField, rowField } from '../value-fields.ts';
import { sourcesOfKind } from './source-kinds.ts';

const none: Choice = ['', 'aucune'];
const keys: readonly Choice[] = [
  ['', 'la même personne (par défaut)'],
  ['subject', 'la même personne'],
  ['subject, target', 'la même personne et la même cible'],
];
const clocks: readonly Choice[] = [
  ['', 'comme l’effet (par défaut)'],
  ['subject', 'une par personne'],
  ['subject, target', 'une par couple personne et cible'],
];

/** Who is followed, from what, to what, how long. */
export function followUpFields(data: unknown, at: At, attributes: string): readonly Field[] {
  return [
    choiceField(
      at('exposure'),
      ['Source des usages', 'Ce qui démarre l’horloge.'],
      [none, ...sourcesOfKind(data, ['events'])],
    ),
    choiceField(
      at('population'),
      ['Ou source de personnes déjà suivies', 'À la place des usages.'],
      [none, ...sourcesOfKind(data, ['units'])],
    ),
    choiceField(
      at('outcome'),
      ['Source des effets', 'Ce qui l’arrête.'],
      [none, ...sourcesOfKind(data, ['outcomes'])],
    ),
    listChoiceField(at('match'), ['Un effet compte pour'], keys),
    listChoiceField(at('unit'), ['Combien d’horloges'], clocks),
    choiceField(
      at('index'),
      ['L’horloge part'],
      [
        ['', 'au premier usage (par défaut)'],
        ['first', 'au premier usage'],
      ],
    ),
    durationField(at('window', 'after'), 'Un effet compte à partir de', '1 jour : du lendemain de l’usage.'),
    untilField(at('window', 'until')),
    durationsField(
      at('horizons'),
      'Délais auxquels le chiffre est lu',
      'Avec des virgules : 90 jours, 180 jours.',
    ),
    choiceField(
      at('cohort'),
      ['Départs groupés par'],
      [
        ['', 'mois (par défaut)'],
        ['week', 'semaine'],
        ['month', 'mois'],
        ['quarter', 'trimestre'],
      ],
    ),
    rowField(at('breakdown'), 'Détailler selon', `Avec des virgules. ${attributes}`),
  ];
}

const never = 'sans limite';

/** A key left empty there says « no limit », which is not the same as no key: the form says it in words. */
function untilField(path: Field['path']): ValueField {
  const field = durationField(
    path,
    'Un effet compte jusqu’à',
    '180 jours : jusqu’au 180e jour, compris. Vide : le plus long délai de lecture.',
  );
  const isOpen = (data: unknown) => valueAt(data, path) === null;
  return {
    ...field,
    shown: (data) => (isOpen(data) ? never : field.shown(data)),
    edits: (data, typed) => {
      if (typed === '') return valueAt(data, path) === undefined ? [] : [{ path, removed: true }];
      if (typed.toLowerCase() !== never) return field.edits(data, typed);
      return valueAt(data, path) === undefined
        ? [
            { path, value: '1d' },
            { path, value: null },
          ]
        : [{ path, value: null }];
    },
  };
}
