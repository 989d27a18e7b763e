import { valueAt } from '../../../../plan/problem.ts';
import type { At, Field } from '../field.ts';
import { choiceField, durationField, listField, textField } from '../value-fields.ts';
import { drawnChoices } from './source-kinds.ts';

type Column = readonly [key: string, label: string, hint?: string];

const subject: Column = [
  'subject',
  'Colonne de la personne',
  'Son identifiant : il est remplacé par un pseudonyme à l’arrivée.',
];
const target: Column = [
  'target',
  'Colonne de la cible',
  'Ce sur quoi porte l’usage (établissement, logement…), remplacé par un pseudonyme. Facultatif.',
];
const optional = 'Facultatif.';

const columns: Readonly<Record<string, readonly Column[]>> = {
  events: [subject, target, ['time', 'Colonne du jour de l’usage']],
  outcomes: [
    subject,
    target,
    ['time', 'Colonne du jour de l’effet'],
    ['recorded', 'Colonne du jour d’enregistrement', `Le jour où le registre a appris l’effet. ${optional}`],
  ],
  assignments: [subject, ['arm', 'Colonne du groupe tiré']],
  sample: [
    subject,
    ['value', 'Colonne de la mesure ou de la réponse', 'Vide quand la personne n’a pas répondu.'],
    ['time', 'Colonne du jour de la mesure ou de la réponse', optional],
    ['used', 'Colonne du jour de l’usage dont on parle', optional],
    ['weight', 'Colonne du poids de sondage', optional],
    ['cluster', 'Colonne de la grappe tirée', `Agence, commune… ${optional}`],
    ['stratum', 'Colonne de la strate', optional],
    [
      'population',
      'Colonne de la taille de la strate',
      `Nombre de cas dans la population, ou part tirée. ${optional}`,
    ],
  ],
  series: [
    ['time', 'Colonne du jour'],
    ['value', 'Colonne du chiffre'],
    ['goal', 'Colonne de l’objectif à cette date', optional],
  ],
  panel: [
    ['territory', 'Colonne du territoire', 'Vide : une seule série.'],
    ['period', 'Colonne de la période', '2026-03, 2026-Q1, une date…'],
    ['value', 'Colonne de la valeur', 'Ou bien les deux colonnes qui suivent.'],
    ['numerator', 'Colonne des effets comptés', optional],
    ['denominator', 'Colonne de ceux parmi qui on compte', optional],
    ['weight', 'Colonne de la taille du territoire', optional],
    ['started', 'Colonne du jour d’arrivée du service', 'Vide pour jamais.'],
  ],
  territories: [
    ['territory', 'Colonne du territoire'],
    ['started', 'Colonne du jour d’arrivée du service', 'Vide pour jamais.'],
  ],
};

const dated: readonly Column[] = [
  target,
  ['entry', 'Colonne du jour d’entrée', 'Le jour où l’horloge part.'],
  [
    'time',
    'Colonne du jour de l’effet',
    'Vide quand il n’a pas eu lieu ; aucune quand l’effet est dans une autre source.',
  ],
  ['exit', 'Colonne du jour d’une autre sortie', optional],
  ['followed_until', 'Colonne du dernier jour suivi', optional],
];
const lasting: readonly Column[] = [
  ['duration', 'Colonne de la durée de suivi', 'Au lieu d’un jour d’entrée.'],
  ['status', 'Colonne de la façon dont le suivi s’est terminé'],
];

/** The columns of a source by kind, and what its values mean. */
export function columnFields(source: unknown, at: At): readonly Field[] {
  const kind = String(valueAt(source, ['kind']));
  const fields = (asked: readonly Column[]): readonly Field[] =>
    asked.map(([key, label, hint]) => textField(at(key), label, hint));
  if (kind === 'units') return unitFields(source, at, fields);
  return [
    ...fields(columns[kind] ?? []),
    ...(kind === 'sample'
      ? [choiceField(at('drawn'), ['Comment ces cas ont été choisis'], drawnChoices)]
      : []),
    ...(kind === 'panel' || kind === 'territories'
      ? [
          listField(
            at('never'),
            'Valeurs qui veulent dire « jamais »',
            'Une par ligne, par exemple 0. Facultatif.',
          ),
        ]
      : []),
  ];
}

/** Followed from a date to another or for a time: once one is said, the other is no longer asked. */
function unitFields(
  source: unknown,
  at: At,
  fields: (asked: readonly Column[]) => readonly Field[],
): readonly Field[] {
  const says = (keys: readonly string[]) => keys.some((key) => (valueAt(source, [key]) ?? null) !== null);
  const byDuration = says(['duration', 'status', 'event']);
  const byDates = !byDuration && says(['entry', 'time', 'exit', 'followed_until']);
  return [
    ...fields([subject]),
    ...(byDuration ? [] : fields(dated)),
    ...(byDates
      ? []
      : [
          ...fields(lasting),
          durationField(
            at('duration_unit'),
            'Ce que vaut une unité de durée',
            '1 jour par défaut ; 14 jours pour des quinzaines.',
          ),
          textField(at('event'), 'Valeur qui est l’effet recherché'),
          listField(at('competing'), 'Valeurs qui sont d’autres sorties', 'Une par ligne. Facultatif.'),
        ]),
    ...fields([['group', 'Colonne du groupe à comparer', optional]]),
  ];
}
