import type { Choice } from '../field.ts';

export const periods: readonly Choice[] = [
  ['week', 'semaine'],
  ['month', 'mois'],
  ['quarter', 'trimestre'],
  ['year', 'an'],
];
