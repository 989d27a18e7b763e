import { valueAt } from '../../../../plan/problem.ts';
import { type At, type Choice, type Field, placesIn } from '../field.ts';
import type { Group } from '../section.ts';
import { choiceField, durationField, listField, rowField, textField } from '../value-fields.ts';
import { comparisonGroup } from './comparison-fields.ts';
import { proxyFields, proxyGroup, sampleVolumeFields } from './counted-fields.ts';
import { decisionGroup } from './decision-fields.ts';
import { followUpFields } from './follow-up-fields.ts';
import { marginsField } from './margins-field.ts';
import { rolloutFields } from './rollout-terms.ts';
import { sourcesOfKind } from './source-kinds.ts';

export const methods: readonly Choice[] = [
  ['follow-up', 'suivre ce qui arrive après l’usage'],
  ['sample-volume', 'une moyenne mesurée × un nombre de cas'],
  ['proxy', 'compter un signe de l’effet'],
  ['asked-later', 'demander aux usagers, plus tard'],
  ['declared', 'reprendre un chiffre venu d’ailleurs'],
  ['rollout', 'comparer des territoires et des périodes'],
];

/** What the form asks of an indicator, by method. */
export interface MethodFields {
  readonly fields: readonly Field[];
  readonly groups: readonly Group[];
}

export function methodFields(data: unknown, at: At): MethodFields {
  switch (valueAt(data, at('method'))) {
    case 'follow-up': {
      const attributes = attributesSaid(data, [
        valueAt(data, at('exposure')),
        valueAt(data, at('population')),
      ]);
      return {
        fields: [...followUpFields(data, at, attributes), ...sentenceFields(at)],
        groups: [comparisonGroup(data, at, attributes), decisionGroup(at, 'En part : 0,01 pour un point.')],
      };
    }
    case 'sample-volume':
      return { fields: sampleVolumeFields(data, at), groups: [] };
    case 'proxy':
      return { fields: proxyFields(data, at), groups: [proxyGroup(data, at)] };
    case 'asked-later':
      return { fields: [...askedFields(data, at), ...sentenceFields(at)], groups: [] };
    case 'declared':
      return { fields: declaredFields(data, at), groups: [] };
    case 'rollout':
      return {
        fields: [
          choiceField(
            at('panel'),
            ['La table de territoires et de périodes'],
            sourcesOfKind(data, ['panel']),
          ),
          textField(
            at('value_label'),
            'Ce que compte la valeur',
            'Après un nombre : sorties pour 1 000 logements.',
          ),
          ...sentenceFields(at),
        ],
        groups: [panelGroup(data, at), decisionGroup(at, 'Dans l’unité de la valeur.')],
      };
    default:
      return { fields: [], groups: [] };
  }
}

const sentenceFields = (at: At): readonly Field[] => [
  textField(
    at('sentence', 'who'),
    'De qui parle la phrase',
    'Après « Sur 100 » : personnes qui ont consulté une offre.',
  ),
  textField(at('sentence', 'what'), 'Ce qui leur arrive', 'Au pluriel : retrouvent un emploi.'),
];

function askedFields(data: unknown, at: At): readonly Field[] {
  const attributes = attributesSaid(data, [valueAt(data, at('answers'))]);
  return [
    choiceField(at('answers'), ['Source des réponses'], sourcesOfKind(data, ['sample'])),
    durationField(at('after'), 'Délai minimal après l’usage', '30 jours.'),
    listField(
      at('yes'),
      'Réponses qui comptent comme l’effet',
      'Une par ligne. Aucune : la moyenne de réponses en nombre.',
    ),
    textField(at('unit'), 'Unité d’une réponse en nombre', '€, jours…'),
    rowField(at('breakdown'), 'Détailler selon', `Avec des virgules. ${attributes}`),
    marginsField(at('margins')),
  ];
}

const declaredFields = (data: unknown, at: At): readonly Field[] => [
  choiceField(at('series'), ['Source du chiffre'], sourcesOfKind(data, ['series'])),
  textField(at('unit'), 'Unité du chiffre', 'sur 10, usagers, € par usage…'),
  choiceField(
    at('direction'),
    ['Ce qui est un progrès'],
    [
      ['up', 'plus haut'],
      ['down', 'plus bas'],
    ],
  ),
  textField(at('provenance'), 'Qui donne ce chiffre, et comment'),
];

function panelGroup(data: unknown, at: At): Group {
  const of = placesIn(at('comparison'));
  return {
    title: 'Comparer',
    fields: [
      choiceField(
        of('design'),
        ['Comment la comparaison est faite'],
        [
          ['rollout', 'les territoires entre eux'],
          ['before-after', 'une série à son passé'],
        ],
        true,
      ),
      ...rolloutFields(data, of),
      rowField(of('covariates'), 'Caractéristiques rendues semblables', 'Des nombres, avec des virgules.'),
      choiceField(
        of('adjustment'),
        ['Comment les rendre semblables'],
        [
          ['doubly-robust', 'double robustesse (par défaut)'],
          ['weighting', 'pondération'],
          ['regression', 'régression'],
        ],
      ),
      textField(of('cluster'), 'Caractéristique qui groupe les territoires', 'La région, par exemple.'),
    ],
  };
}

/** The attributes one may write, said under the fields that name some. */
function attributesSaid(data: unknown, sources: readonly unknown[]): string {
  const names = sources.flatMap((name) =>
    typeof name === 'string' ? Object.keys(valueAt(data, ['sources', name, 'attributes']) ?? {}) : [],
  );
  return names.length === 0
    ? 'La source n’a encore aucune caractéristique.'
    : `Caractéristiques de la source : ${names.join(', ')}.`;
}
