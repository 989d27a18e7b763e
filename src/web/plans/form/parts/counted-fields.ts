import { valueAt } from '../../../../plan/problem.ts';
import { type At, type Field, placesIn } from '../field.ts';
import type { Group } from '../section.ts';
import { choiceField, listField, numberField, textField } from '../value-fields.ts';
import { periods } from './periods.ts';
import { drawnChoices, sourcesOfKind } from './source-kinds.ts';

/** A mean and a volume, each from a source or written here: once one is said, the other is no longer asked. */
export function sampleVolumeFields(data: unknown, at: At): readonly Field[] {
  const [sample, volume] = [valueAt(data, at('sample')) ?? null, valueAt(data, at('volume')) ?? null];
  return [
    textField(at('unit'), 'Unité d’une mesure', 'h, kg, €…'),
    ...(typeof sample === 'object' && sample !== null
      ? []
      : [
          choiceField(
            at('sample'),
            ['Source de la moyenne', 'Ou bien le résumé qui suit.'],
            sourcesOfKind(data, ['sample']),
            true,
          ),
        ]),
    ...(typeof sample === 'string'
      ? []
      : [
          numberField(at('sample', 'mean'), 'Moyenne mesurée'),
          numberField(at('sample', 'sd'), 'Écart-type des mesures'),
          numberField(at('sample', 'n'), 'Nombre de cas mesurés'),
          choiceField(at('sample', 'drawn'), ['Comment ces cas ont été choisis'], drawnChoices),
        ]),
    ...(typeof volume === 'object' && volume !== null
      ? []
      : [
          choiceField(
            at('volume'),
            ['Source du nombre de cas', 'Ses lignes sont comptées par mois. Ou bien le nombre qui suit.'],
            sourcesOfKind(data, ['events']),
            true,
          ),
        ]),
    ...(typeof volume === 'string'
      ? []
      : [
          numberField(at('volume', 'value'), 'Nombre de cas'),
          numberField(at('volume', 'lower'), 'Borne basse de ce nombre', 'S’il est lui-même estimé.'),
          numberField(at('volume', 'upper'), 'Borne haute de ce nombre', 'S’il est lui-même estimé.'),
          choiceField(at('volume', 'period'), ['Période de ce nombre'], periods),
        ]),
    textField(at('sentence', 'total'), 'Ce que compte le produit', 'heures libérées'),
    textField(at('sentence', 'each'), 'Ce que mesure la moyenne', 'gagnées par réponse'),
    textField(at('sentence', 'sampled'), 'Ce qui est dans l’échantillon', 'marchés'),
    textField(at('sentence', 'cases'), 'Ce que compte le volume', 'réponses'),
  ];
}

export const proxyFields = (data: unknown, at: At): readonly Field[] => [
  choiceField(at('count'), ['Source dont les lignes sont comptées'], sourcesOfKind(data, ['events'])),
  textField(at('counted'), 'Ce que compte chaque ligne', 'Au pluriel : permis de végétaliser accordés.'),
  textField(at('sign_of'), 'De quoi c’est le signe', 'L’effet recherché par défaut.'),
];

/** The checks that tell how many signs lead to an effect. */
export function proxyGroup(data: unknown, at: At): Group {
  const of = placesIn(at('calibration'));
  return {
    title: 'Étalonner le signe par des vérifications',
    hint: 'Quelques appels ou visites disent combien de signes mènent à un effet.',
    removable: at('calibration'),
    fields: [
      textField(of('effect'), 'Ce que les vérifications constatent', 'Au pluriel : embauches.'),
      choiceField(
        of('source'),
        ['Source des cas vérifiés', 'Ou bien les nombres qui suivent.'],
        sourcesOfKind(data, ['sample']),
      ),
      listField(
        of('yes'),
        'Réponses qui disent que l’effet a eu lieu',
        'Une par ligne ; sans source, leur nombre.',
      ),
      numberField(of('called'), 'Nombre de cas vérifiés', 'Sans source.'),
      choiceField(of('drawn'), ['Comment ces cas ont été choisis', 'Sans source.'], drawnChoices),
    ],
  };
}
