import { valueAt } from '../../../plan/problem.ts';
import type { PlanField } from './plan-field.ts';

/** What the form shows of an indicator; the rest (comparison, adjustments, samples) is changed in the text. */
export function indicatorFields(rank: number, indicator: unknown): readonly PlanField[] {
  const at = (...keys: readonly string[]) => ['indicators', rank, ...keys];
  const followUp = valueAt(indicator, ['method']) === 'follow-up';
  const said = followUp || valueAt(indicator, ['method']) === 'asked-later';
  return [
    { path: at('name'), label: 'Nom de l’indicateur', kind: 'text' },
    {
      path: at('matrix'),
      label: 'Ligne de la matrice d’impact',
      kind: 'choice',
      choices: [
        ['usable', 'utilisable'],
        ['used', 'utilisé'],
        ['useful', 'utile'],
        ['impactful', 'impactant'],
        ['efficient', 'efficient'],
      ],
    },
    ...(said ? words(at) : []),
    ...(followUp ? followed(at) : []),
    {
      path: at('baseline'),
      label: 'Référence, avant le service',
      hint: 'Dans l’unité du chiffre ; une part s’écrit entre 0 et 1 : 0,12 pour 12 sur 100.',
      kind: 'number',
    },
    { path: at('target', 'value'), label: 'Objectif', hint: 'Dans la même unité.', kind: 'number' },
    {
      path: at('target', 'by'),
      label: 'Objectif à atteindre le',
      hint: 'Par exemple 2027-12-31.',
      kind: 'text',
    },
    { path: at('limits'), label: 'Limites connues', hint: 'Une par ligne, en phrases.', kind: 'list' },
    { path: at('owner'), label: 'Qui en répond', kind: 'text' },
  ];
}

type At = (...keys: readonly string[]) => PlanField['path'];

const words = (at: At): readonly PlanField[] => [
  {
    path: at('sentence', 'who'),
    label: 'De qui parle la phrase',
    hint: 'Après « Sur 100 » : personnes qui ont consulté une offre.',
    kind: 'text',
  },
  {
    path: at('sentence', 'what'),
    label: 'Ce qui leur arrive',
    hint: 'Au pluriel : retrouvent un emploi.',
    kind: 'text',
  },
];

const followed = (at: At): readonly PlanField[] => [
  {
    path: at('window', 'after'),
    label: 'Un effet compte à partir de',
    hint: '1d : du lendemain de l’usage.',
    kind: 'text',
  },
  {
    path: at('window', 'until'),
    label: 'Un effet compte jusqu’à',
    hint: '180d : jusqu’au 180e jour, compris.',
    kind: 'text',
  },
  {
    path: at('horizons'),
    label: 'Âges auxquels le chiffre est lu',
    hint: 'Séparés par des virgules : 90d, 180d.',
    kind: 'row',
  },
  {
    path: at('cohort'),
    label: 'Départs groupés par',
    kind: 'choice',
    choices: [
      ['week', 'semaine'],
      ['month', 'mois'],
      ['quarter', 'trimestre'],
    ],
  },
];
