import type { DocumentPath } from '../../../../plan/problem.ts';
import type { Row, TableField } from '../field.ts';
import { keyedField } from '../table-fields.ts';

/** What is known of the population: a characteristic, one of its values and how many, or the source to count it in. */
export const marginsField = (path: DocumentPath): TableField =>
  keyedField(
    path,
    {
      label: 'Répartition connue de la population',
      hint: 'Pour redresser les réponses. Sans valeur, écrivez la source où compter.',
      columns: [
        { label: 'Caractéristique' },
        { label: 'Valeur' },
        { label: 'Combien de personnes, ou source' },
      ],
    },
    {
      rowsOf: (name, totals): readonly Row[] | null => {
        if (typeof totals === 'string') return [[name, '', totals]];
        if (typeof totals !== 'object' || totals === null || Array.isArray(totals)) return null;
        return Object.entries(totals).map(([value, people]) => [name, value, String(people)]);
      },
      written: (rows) => {
        const source = rows.find(([, value]) => value === '');
        if (source !== undefined) return source[2] ?? '';
        return Object.fromEntries(rows.map(([, value = '', people = '']) => [value, counted(people)]));
      },
    },
  );

const counted = (typed: string): number | string => {
  const people = Number(typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  return typed !== '' && Number.isFinite(people) ? people : typed;
};
