import type { EditedValue } from '../../../plan/edit/edit.ts';
import { type DocumentPath, valueAt } from '../../../plan/problem.ts';
import type { Choice, Row, TableField } from './field.ts';
import { isPlain } from './list-edits.ts';
import { keyedField } from './table-fields.ts';

const tests: readonly Choice[] = [
  ['in', 'vaut'],
  ['not', 'ne vaut pas'],
  ['min', 'au moins'],
  ['max', 'au plus'],
  ['filled', 'est remplie'],
];
const keep: readonly Choice[] = [
  ['', 'écartée'],
  ['keep', 'gardée'],
];

/** The rows to keep, a condition a row; several sets of conditions (« or ») are written in the text. */
export function filterField(path: DocumentPath): TableField {
  const field = keyedField(
    path,
    {
      label: 'Lignes à garder',
      hint: 'Toutes ces conditions à la fois ; aucune : toutes les lignes. Plusieurs valeurs se séparent par des virgules.',
      columns: [
        { label: 'Colonne' },
        { label: 'Condition', choices: tests },
        { label: 'Valeur' },
        { label: 'Case vide', choices: keep },
      ],
    },
    { rowsOf, written },
  );
  return { ...field, shown: (data) => (Array.isArray(valueAt(data, path)) ? null : field.shown(data)) };
}

function rowsOf(column: string, value: unknown): readonly Row[] | null {
  const record = typeof value === 'object' && value !== null && !Array.isArray(value);
  const conditions = Object.entries(record ? value : { in: value }).filter(([, test]) => test !== null);
  const missing = conditions.find(([key]) => key === 'missing')?.[1];
  const compared = conditions.filter(([key]) => key !== 'missing');
  if (compared.length === 0) return missing === 'drop' ? [[column, 'filled', '', '']] : null;
  const rows: Row[] = [];
  for (const [key, test] of compared) {
    const values: readonly unknown[] = Array.isArray(test) ? test : [test];
    if (!tests.some(([known]) => known === key)) return null;
    if (!values.every((one) => isPlain(one) && !/[,\n]/.test(String(one)))) return null;
    rows.push([column, key, values.join(', '), missing === 'keep' ? 'keep' : '']);
  }
  return rows;
}

function written(rows: readonly Row[]): EditedValue {
  const conditions: Record<string, EditedValue> = {};
  for (const [, test = 'in', typed = '', missing = ''] of rows) {
    if (test === 'filled') conditions.missing = 'drop';
    else {
      const items = typed.split(',').map((item) => coded(item.trim()));
      const values = items.filter((item) => item !== '');
      conditions[test] = values.length === 1 ? (values[0] ?? null) : values;
    }
    if (missing === 'keep') conditions.missing = 'keep';
  }
  const { in: equal, ...others } = conditions;
  return equal !== undefined && Object.keys(others).length === 0 ? equal : conditions;
}

/** A number that reads back as it was typed is written as one. */
const coded = (typed: string): string | number => {
  const number = Number(typed.replace(',', '.'));
  return typed !== '' && String(number) === typed ? number : typed;
};
