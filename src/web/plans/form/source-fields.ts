import { valueAt } from '../../../plan/problem.ts';
import type { PlanField } from './plan-field.ts';

/** What the form shows of a source: its files, the columns of its kind, its right to be matched. */
export function sourceFields(name: string, source: unknown): readonly PlanField[] {
  const at = (key: string) => ['sources', name, key];
  const column = (key: string, label: string, hint = 'Nom de la colonne.'): PlanField => ({
    path: at(key),
    label,
    hint,
    kind: 'text',
  });
  const columns = columnsOf[String(valueAt(source, ['kind']))] ?? [];
  return [
    {
      path: at('files'),
      label: 'Fichiers',
      hint: 'Un par ligne ; * remplace une suite de lettres.',
      kind: 'list',
    },
    ...columns.map(([key, label, hint]) => column(key, label, hint)),
    {
      path: at('complete_through'),
      label: 'Complet jusqu’au',
      hint: 'Dernier jour pour lequel le registre est complet, par exemple 2026-10-31.',
      kind: 'text',
    },
    {
      path: at('matching_right'),
      label: 'D’où vient le droit de relier',
      hint: 'La base légale, et comment les personnes sont informées.',
      kind: 'long',
    },
  ];
}

type Column = readonly [key: string, label: string, hint?: string];
const subject: Column = ['subject', 'Colonne de la personne', 'Remplacée par un pseudonyme à l’import.'];

const columnsOf: Readonly<Record<string, readonly Column[]>> = {
  events: [subject, ['target', 'Colonne de la cible'], ['time', 'Colonne du jour de l’usage']],
  outcomes: [
    subject,
    ['target', 'Colonne de la cible'],
    ['time', 'Colonne du jour de l’effet'],
    ['recorded', 'Colonne du jour d’enregistrement', 'Le jour où le registre a appris l’effet.'],
  ],
  units: [subject, ['entry', 'Colonne du jour d’entrée'], ['time', 'Colonne du jour de l’effet']],
  assignments: [subject, ['arm', 'Colonne du groupe tiré']],
  sample: [
    ['value', 'Colonne de la réponse'],
    ['time', 'Colonne du jour'],
  ],
  series: [
    ['time', 'Colonne du jour'],
    ['value', 'Colonne du chiffre'],
  ],
  panel: [
    ['territory', 'Colonne du territoire'],
    ['period', 'Colonne de la période'],
    ['value', 'Colonne du chiffre'],
  ],
  territories: [
    ['territory', 'Colonne du territoire'],
    ['started', 'Colonne du jour d’arrivée du service'],
  ],
};
