import { valueAt } from '../../../../plan/problem.ts';
import { type At, type Choice, type Field, placesIn } from '../field.ts';
import type { Group } from '../section.ts';
import { pairsField } from '../table-fields.ts';
import { choiceField, flagField, numberField, rowField, textField } from '../value-fields.ts';
import { rolloutFields } from './rollout-terms.ts';
import { sourcesOfKind } from './source-kinds.ts';

const designs: readonly Choice[] = [
  ['', 'pas de comparaison'],
  ['randomised', 'groupes tirés au sort'],
  ['adjusted', 'personnes semblables, sans tirage'],
  ['rollout', 'territoires équipés à des dates différentes'],
  ['before-after', 'avant et après'],
  ['none', 'aucune (écrit dans le plan)'],
];

/** Who the people followed are compared with; what is asked depends on the design. */
export function comparisonGroup(data: unknown, at: At, attributes: string): Group {
  const of = placesIn(at('comparison'));
  const design = valueAt(data, of('design'));
  const fields =
    design === 'randomised'
      ? drawnFields(data, of, attributes)
      : design === 'adjusted'
        ? adjustedFields(data, of, attributes)
        : design === 'rollout' || design === 'before-after'
          ? [
              textField(of('territory'), 'Caractéristique qui dit le territoire', attributes),
              ...rolloutFields(data, of),
            ]
          : [];
  return {
    title: 'Comparer : à qui',
    hint: 'Sans comparaison, le chiffre dit ce qui s’est passé ensuite, pas ce que le service change.',
    removable: at('comparison'),
    fields: [choiceField(of('design'), ['Comment la comparaison est faite'], designs, true), ...fields],
  };
}

const arms = (of: At, attributes: string): readonly Field[] => [
  textField(of('arm'), 'Caractéristique qui dit le groupe', attributes),
  textField(of('treated'), 'Sa valeur pour qui a le service', 'Ou pour qui y est invité. 1 par défaut.'),
  textField(of('control'), 'Sa valeur pour le groupe de comparaison', 'Vide : toutes les autres.'),
];

const estimand = (of: At): Field =>
  choiceField(
    of('estimand'),
    ['Pour qui vaut l’effet'],
    [
      ['ate', 'pour tout le monde'],
      ['att', 'pour qui a utilisé le service'],
    ],
  );

function drawnFields(data: unknown, of: At, attributes: string): readonly Field[] {
  const assignment = valueAt(data, of('assignment')) ?? null;
  const bySource = typeof assignment === 'string';
  return [
    ...arms(of, attributes),
    ...(assignment === null || bySource
      ? [
          choiceField(
            of('assignment'),
            ['Source qui dit le groupe tiré', 'Quand aucune caractéristique ne le dit.'],
            sourcesOfKind(data, ['assignments']),
            true,
          ),
        ]
      : []),
    ...(bySource
      ? []
      : [
          textField(
            of('assignment', 'seed'),
            'Graine du tirage fait par Foulée',
            'Quand aucune source ne dit le groupe.',
          ),
          pairsField(
            of('assignment', 'shares'),
            {
              label: 'Part de chaque groupe',
              hint: 'Le total fait 1.',
              columns: [{ label: 'Groupe' }, { label: 'Part' }],
            },
            shareText,
          ),
        ]),
    numberField(of('expected_share'), 'Part tirée pour avoir le service', 'Entre 0 et 1 ; 0,5 par défaut.'),
    textField(
      of('take_up'),
      'Caractéristique qui dit qui a vraiment utilisé',
      `Quand le tirage n’a été suivi qu’en partie. ${attributes}`,
    ),
    textField(of('taken'), 'Sa valeur pour qui a utilisé'),
    rowField(
      of('strata'),
      'Strates du tirage',
      'Caractéristiques dans lesquelles on a tiré séparément, avec des virgules.',
    ),
    choiceField(
      of('adjustment'),
      ['Resserrer l’intervalle'],
      [
        ['none', 'non (par défaut)'],
        ['lin', 'avec les caractéristiques connues avant'],
        ['cuped', 'avec un nombre mesuré avant le tirage'],
      ],
    ),
    rowField(of('covariates'), 'Caractéristiques connues avant', `Avec des virgules. ${attributes}`),
    textField(of('pre_period'), 'Nombre mesuré avant le tirage'),
    estimand(of),
    ...linkageFields(data, of),
  ];
}

const adjustedFields = (data: unknown, of: At, attributes: string): readonly Field[] => [
  ...arms(of, attributes),
  rowField(
    of('covariates'),
    'Caractéristiques rendues semblables',
    `Connues avant l’usage, avec des virgules. ${attributes}`,
  ),
  choiceField(
    of('adjustment'),
    ['Comment les rendre semblables'],
    [
      ['doubly-robust', 'double robustesse (par défaut)'],
      ['weighting', 'pondération'],
      ['entropy', 'équilibrage par entropie'],
      ['matching-exact', 'appariement exact'],
      ['matching-nearest', 'appariement au plus proche'],
    ],
  ),
  flagField(
    of('replacement'),
    'Une personne peut être le semblable de plusieurs',
    'Au plus proche ; oui par défaut.',
  ),
  numberField(of('caliper'), 'Plus grand écart permis', 'Au plus proche, en écarts types : 0,2 est courant.'),
  estimand(of),
  ...linkageFields(data, of),
];

const rates: readonly (readonly [key: string, label: string])[] = [
  ['missed', 'Part des effets que l’appariement ne retrouve pas'],
  ['false', 'Part d’effets attribués à tort'],
  ['missed_se', 'Erreur type de la première part'],
  ['false_se', 'Erreur type de la seconde part'],
];

/** Known errors of matching: the same in both groups, or each its own once one is said so. */
function linkageFields(data: unknown, of: At): readonly Field[] {
  const own = ['treated', 'control'].filter((group) => valueAt(data, of('linkage', group)) !== undefined);
  const said: Readonly<Record<string, string>> = {
    treated: 'avec le service',
    control: 'groupe de comparaison',
  };
  return [
    ...rates.map(([key, label]) => numberField(of('linkage', key), label, 'Entre 0 et 1. Facultatif.')),
    ...own.flatMap((group) =>
      rates.map(([key, label]) => numberField(of('linkage', group, key), `${label} (${said[group]})`)),
    ),
  ];
}

const shareText = {
  shown: (value: string | number | boolean) => String(value).replace('.', ','),
  written: (typed: string) => {
    const share = Number(typed.replace(',', '.'));
    return Number.isFinite(share) ? share : typed;
  },
};
