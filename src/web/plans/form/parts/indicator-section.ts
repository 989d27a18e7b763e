import { valueAt } from '../../../../plan/problem.ts';
import { type At, type Field, placesIn, type ValueField } from '../field.ts';
import type { Section } from '../section.ts';
import { pairsField } from '../table-fields.ts';
import {
  choiceField,
  dateField,
  durationField,
  flagField,
  listField,
  numberField,
  textField,
} from '../value-fields.ts';
import { methodFields, methods } from './method-fields.ts';
import { periods } from './periods.ts';

/** All that a plan says of an indicator. */
export function indicatorSection(data: unknown, rank: number): Section {
  const path = ['indicators', rank];
  const at = placesIn(path);
  const { fields, groups } = methodFields(data, at);
  const called = valueAt(data, at('name')) ?? valueAt(data, at('id')) ?? rank + 1;
  return {
    id: `indicateur-${rank + 1}`,
    title: `Indicateur « ${String(called)} »`,
    path,
    removable: true,
    groups: [
      {
        title: null,
        fields: [
          textField(at('name'), 'Nom de l’indicateur'),
          textField(at('id'), 'Identifiant', 'Stable : lettres sans accent, chiffres et tirets.'),
          choiceField(
            at('matrix'),
            ['Ligne de la matrice d’impact'],
            [
              ['', 'impactant (par défaut)'],
              ['usable', 'utilisable'],
              ['used', 'utilisé'],
              ['useful', 'utile'],
              ['impactful', 'impactant'],
              ['efficient', 'efficient'],
            ],
          ),
          choiceField(at('method'), ['Comment il est mesuré'], methods, true),
          ...fields,
          listField(at('limits'), 'Limites connues', 'Une par ligne, en phrases.'),
          textField(at('owner'), 'Qui en répond'),
        ],
      },
      ...groups,
      { title: 'Référence et objectif', fields: aimFields(data, at) },
      { title: 'Rythme, délai et mots', fields: otherFields(at) },
    ],
  };
}

function aimFields(data: unknown, at: At): readonly Field[] {
  const dated = typeof (valueAt(data, at('baseline')) ?? 0) === 'object';
  return [
    numberField(
      dated ? at('baseline', 'value') : at('baseline'),
      'Référence, avant le service',
      'Dans l’unité du chiffre ; une part s’écrit entre 0 et 1 : 0,12 pour 12 sur 100.',
    ),
    baselineDate(at),
    numberField(at('target', 'value'), 'Objectif', 'Dans la même unité.'),
    flagField(
      at('target', 'relative'),
      'L’objectif est une variation',
      'oui : 0,02 veut dire 2 % de plus que la référence.',
    ),
    dateField(at('target', 'by'), 'Objectif à atteindre le'),
  ];
}

/** A bare reference takes its date by becoming a value and a date. */
function baselineDate(at: At): ValueField {
  const field = dateField(at('baseline', 'date'), 'Jour de cette référence');
  return {
    ...field,
    edits: (data, typed) => {
      const bare = valueAt(data, at('baseline')) ?? null;
      if (bare === null || typeof bare === 'object') return field.edits(data, typed);
      const value = typeof bare === 'number' ? bare : String(bare);
      return [{ path: at('baseline'), value: { value, date: typed } }];
    },
  };
}

const otherFields = (at: At): readonly Field[] => [
  choiceField(at('cadence'), ['Rythme auquel on le regarde', 'Chaque…'], periods),
  durationField(at('expected_delay'), 'Délai habituel de l’effet', '60 jours.'),
  choiceField(
    at('unit_kind'),
    ['Ce que l’on compte', 'Pour le secret à la publication.'],
    [
      ['', 'des personnes (par défaut)'],
      ['people', 'des personnes'],
      ['firms', 'des entreprises'],
      ['other', 'ni personnes ni entreprises : des arbres, des kilomètres'],
    ],
  ),
  textField(at('unit_label'), 'Comment nommer une unité', 'logements, demandeurs d’emploi…'),
  pairsField(at('labels'), {
    label: 'Mots pour qui lit',
    hint: 'Comment nommer les colonnes et caractéristiques citées.',
    columns: [{ label: 'Colonne' }, { label: 'Ce que l’on dit' }],
  }),
];
