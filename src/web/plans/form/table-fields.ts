import type { Edit, EditedValue } from '../../../plan/edit/edit.ts';
import { type DocumentPath, valueAt } from '../../../plan/problem.ts';
import { fieldName, type Row, type TableField } from './field.ts';
import { isPlain } from './list-edits.ts';

interface Columns {
  readonly label: string;
  readonly hint?: string;
  readonly columns: TableField['columns'];
}

/** Names, each with its value: a row each. */
export function pairsField(
  path: DocumentPath,
  columns: Columns,
  { shown = String, written = (typed: string): EditedValue => typed }: Partial<Values> = {},
): TableField {
  return keyedField(path, columns, {
    rowsOf: (name, value) => (value === null ? [[name, '']] : isPlain(value) ? [[name, shown(value)]] : null),
    written: (rows) => (rows.at(-1)?.[1] ? written(rows.at(-1)?.[1] ?? '') : null),
  });
}

interface Values {
  readonly shown: (value: string | number | boolean) => string;
  readonly written: (typed: string) => EditedValue;
}

/** How what a key of the plan holds is said by rows that begin with that key, and written again. */
export interface KeyRows {
  /** Null: written in a way that rows do not say. */
  readonly rowsOf: (key: string, value: unknown) => readonly Row[] | null;
  readonly written: (rows: readonly Row[]) => EditedValue;
}

/** The keys of a map by rows; only the keys whose rows changed are written again. */
export function keyedField(
  path: DocumentPath,
  { label, hint, columns }: Columns,
  { rowsOf, written }: KeyRows,
): TableField {
  const shown = (data: unknown): readonly Row[] | null => {
    const value = valueAt(data, path) ?? {};
    if (typeof value !== 'object' || Array.isArray(value)) return null;
    const rows: Row[] = [];
    for (const [key, inner] of Object.entries(value)) {
      const said = rowsOf(key, inner);
      if (said === null) return null;
      rows.push(...said);
    }
    return rows;
  };
  const edits = (data: unknown, typed: readonly Row[]): readonly Edit[] => {
    const [before, after] = [byKey(shown(data) ?? []), byKey(typed)];
    if (after.size === 0) return [{ path, removed: true }];
    const gone = [...before.keys()].filter((key) => !after.has(key));
    const changed = [...after].filter(
      ([key, rows]) => JSON.stringify(before.get(key)) !== JSON.stringify(rows),
    );
    if (valueAt(data, path) === undefined || valueAt(data, path) === null) {
      return [{ path, value: Object.fromEntries(changed.map(([key, rows]) => [key, written(rows)])) }];
    }
    return [
      ...changed.map(([key, rows]) => ({ path: [...path, key], value: written(rows) })),
      ...gone.map((key) => ({ path: [...path, key], removed: true as const })),
    ];
  };
  return {
    name: fieldName(path),
    path,
    label,
    ...(hint !== undefined && { hint }),
    control: 'table',
    columns,
    shown,
    edits,
  };
}

function byKey(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const keys = new Map<string, Row[]>();
  for (const row of rows) keys.set(row[0] ?? '', [...(keys.get(row[0] ?? '') ?? []), row]);
  return keys;
}
