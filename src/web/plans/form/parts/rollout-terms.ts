import { valueAt } from '../../../../plan/problem.ts';
import type { At, Field } from '../field.ts';
import { pairsField } from '../table-fields.ts';
import { choiceField, dateField, flagField, numberField } from '../value-fields.ts';
import { sourcesOfKind } from './source-kinds.ts';

/** When territories received the service, and how they are compared. */
export function rolloutFields(data: unknown, of: At): readonly Field[] {
  const once = valueAt(data, of('design')) === 'before-after';
  return [
    ...startFields(data, of, once),
    ...(once ? seriesFields(of) : territoryFields(of)),
    choiceField(
      of('weighting'),
      ['Ce que compte un territoire'],
      [
        ['equal', 'chacun autant'],
        ['size', 'selon sa taille'],
      ],
    ),
  ];
}

function startFields(data: unknown, of: At, once: boolean): readonly Field[] {
  const started = valueAt(data, of('started')) ?? null;
  if (once) return [dateField(of('started'), 'Jour d’arrivée du service')];
  const isText = typeof started !== 'object';
  return [
    ...(started === null || isText
      ? [
          choiceField(
            of('started'),
            ['Source des jours d’arrivée', 'Vide : la colonne de la table, ou les lignes qui suivent.'],
            sourcesOfKind(data, ['territories']),
            true,
          ),
        ]
      : []),
    ...(started !== null && isText
      ? []
      : [
          pairsField(of('started'), {
            label: 'Jour d’arrivée dans chaque territoire',
            hint: 'Une date vide : jamais.',
            columns: [{ label: 'Territoire' }, { label: 'Jour d’arrivée' }],
          }),
        ]),
  ];
}

const territoryFields = (of: At): readonly Field[] => [
  choiceField(
    of('estimator'),
    ['Méthode', 'Choisie selon les données par défaut.'],
    [
      ['difference-in-differences', 'un avant, un après'],
      ['group-time', 'arrivées échelonnées'],
      ['synthetic-control', 'un seul territoire équipé'],
    ],
  ),
  choiceField(
    of('control_group'),
    ['À qui comparer'],
    [
      ['not-yet-treated', 'territoires pas encore équipés (par défaut)'],
      ['never-treated', 'territoires jamais équipés'],
    ],
  ),
  numberField(
    of('anticipation'),
    'Périodes d’anticipation',
    'Nombre de périodes avant l’arrivée où les conduites ont pu changer ; 0 par défaut.',
  ),
];

const seriesFields = (of: At): readonly Field[] => [
  numberField(of('lag'), 'Périodes liées entre elles', 'Pour les erreurs de Newey et West. Facultatif.'),
  flagField(of('seasons'), 'Comparer chaque mois aux mêmes mois des autres années'),
];
