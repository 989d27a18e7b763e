import { valueAt } from '../../../../plan/problem.ts';
import { type At, type Field, placesIn } from '../field.ts';
import { filterField } from '../filter-field.ts';
import type { Section } from '../section.ts';
import { keyedField, pairsField } from '../table-fields.ts';
import {
  choiceField,
  dateField,
  flagField,
  listField,
  longField,
  numberField,
  textField,
} from '../value-fields.ts';
import { columnFields } from './source-columns.ts';
import { sourceKinds } from './source-kinds.ts';
import { origin, originField } from './source-origin.ts';

/** All that a plan says of a source. */
export function sourceSection(name: string, source: unknown): Section {
  const path = ['sources', name];
  const at = placesIn(path);
  const kind = valueAt(source, ['kind']);
  return {
    id: `source-${name}`,
    title: `Source « ${name} »`,
    path,
    removable: true,
    groups: [
      {
        title: null,
        fields: [
          choiceField(at('kind'), ['Ce qu’est une ligne'], sourceKinds, true),
          originField(at),
          ...originFields(source, at),
          ...columnFields(source, at),
          dateField(
            at('complete_through'),
            'Complet jusqu’au',
            'Dernier jour pour lequel tout est connu ; demandez-le à qui tient le registre.',
          ),
          longField(
            at('matching_right'),
            'D’où vient le droit de relier',
            'La base légale, et comment les personnes sont informées. Sans lui, rien n’est relié.',
          ),
        ],
      },
      {
        title: 'Lignes à garder et caractéristiques',
        fields: [
          filterField(at('where')),
          ...(kind === 'assignments'
            ? []
            : [
                pairsField(at('attributes'), {
                  label: 'Caractéristiques',
                  hint: 'Pour le détail et les comparaisons. Jamais une colonne d’identifiant : elle sortirait en clair.',
                  columns: [{ label: 'Nom' }, { label: 'Colonne' }],
                }),
              ]),
        ],
      },
      { title: 'Réglages de lecture', hint: 'Rarement utiles.', fields: readingFields(at) },
    ],
  };
}

function originFields(source: unknown, at: At): readonly Field[] {
  const from = origin(source);
  const files = listField(at('files'), 'Fichiers', 'Un par ligne ; * remplace une suite de lettres.');
  const pulled = [
    textField(
      at('pull', 'connection'),
      'Nom de la connexion',
      'Réglée sur la machine : grist pour FOULEE_PULL_GRIST.',
    ),
    textField(at('pull', 'path'), 'Chemin du fichier sur le site', 'Commence par /. Ou bien une requête.'),
    longField(at('pull', 'query'), 'Requête à la base', 'Un seul « select ». Ou bien un chemin.'),
  ];
  return from === 'pull' ? pulled : from === 'arrivals' ? [] : [files];
}

const readingFields = (at: At): readonly Field[] => [
  choiceField(
    at('format', 'type'),
    ['Type de fichier'],
    [
      ['', 'à deviner (par défaut)'],
      ['guess', 'à deviner'],
      ['csv', 'CSV'],
      ['jsonl', 'JSON, un objet par ligne'],
      ['parquet', 'Parquet'],
    ],
  ),
  textField(at('format', 'delimiter'), 'Séparateur des colonnes', 'Deviné par défaut.'),
  choiceField(
    at('format', 'encoding'),
    ['Encodage du texte'],
    [
      ['', 'à deviner (par défaut)'],
      ['utf-8', 'UTF-8'],
      ['latin-1', 'Latin-1 (Windows)'],
    ],
  ),
  numberField(
    at('max_rejected'),
    'Part de lignes illisibles acceptée',
    'Entre 0 et 1 ; 0,05 par défaut. Au-delà, l’import est refusé.',
  ),
  choiceField(
    at('letter_case'),
    ['AB12 et ab12'],
    [
      ['', 'sont deux identifiants (par défaut)'],
      ['keep', 'sont deux identifiants'],
      ['ignore', 'sont le même identifiant'],
    ],
  ),
  flagField(
    at('audience_exempt'),
    'Mesure d’audience exemptée de consentement',
    'Matomo et semblables : elle se compte, et ne se relie à rien.',
  ),
  keyedField(
    at('durations'),
    {
      label: 'Durées calculées avant le filtre',
      hint: 'En jours, d’une date à une autre.',
      columns: [{ label: 'Nom' }, { label: 'De la colonne' }, { label: 'À la colonne' }],
    },
    {
      rowsOf: (name, value) => {
        const [from, to] = [valueAt(value, ['from']), valueAt(value, ['to'])];
        return typeof from === 'string' && typeof to === 'string' ? [[name, from, to]] : null;
      },
      written: (rows) => ({ from: rows.at(-1)?.[1] ?? '', to: rows.at(-1)?.[2] ?? '' }),
    },
  ),
];
