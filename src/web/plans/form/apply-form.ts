import type { Edit } from '../../../plan/edit/edit.ts';
import { editText } from '../../../plan/edit/edit-text.ts';
import { type DocumentPath, valueAt } from '../../../plan/problem.ts';
import { cellName, type Field, type Row, type TableField } from './field.ts';
import { editableData, sectionsOf } from './plan-form.ts';
import type { Section } from './section.ts';

/** What was typed or chosen, by name of field. */
type Typed = ReadonlyMap<string, string>;

export interface FormApplied {
  readonly text: string;
  /** Names of the fields whose value has no place in the text as it is written. */
  readonly refused: readonly string[];
}

/**
 * The text with what was typed in its form; values that were not touched stay as they are written. What cannot be
 * changed by form is left out, and said.
 */
export function applyForm(text: string, typed: Typed): FormApplied {
  const data = editableData(text);
  if (data === null) return { text, refused: [] };
  const changes = sectionsOf(data).flatMap((section) =>
    section.groups
      .flatMap(({ fields }) => fields)
      .flatMap((field) => {
        const change = changeOf(field, data, typed);
        return change === null ? [] : [{ field, section, change }];
      }),
  );
  let applied = text;
  const refused: string[] = [];
  for (const { field, section, change } of changes) {
    const now = editableData(applied);
    const edited = now === null ? null : editText(applied, change(now));
    if (edited === null) refused.push(field.name);
    else applied = withoutEmptyGroups(edited, section, field.path);
  }
  return { text: applied, refused };
}

type Change = (data: unknown) => readonly Edit[];

/** What typing changed; null: the field was not touched, or cannot be. */
function changeOf(field: Field, data: unknown, typed: Typed): Change | null {
  if (field.control === 'table') {
    const [shown, rows] = [field.shown(data), typedRows(field, typed)];
    const untouched = shown === null || rows === null || JSON.stringify(shown) === JSON.stringify(rows);
    return untouched ? null : (now) => field.edits(now, rows);
  }
  const [shown, written] = [field.shown(data), typed.get(field.name)];
  if (written === undefined || shown === null || same(written, shown)) return null;
  return (now) => field.edits(now, written.trim());
}

/** The rows that say something; null when the table is not in the form. */
export function typedRows(
  { name, columns }: Pick<TableField, 'name' | 'columns'>,
  typed: Typed,
): readonly Row[] | null {
  if (!typed.has(cellName(name, 0, 0))) return null;
  const rows: Row[] = [];
  for (let row = 0; typed.has(cellName(name, row, 0)); row += 1) {
    const cells = columns.map((_, column) => (typed.get(cellName(name, row, column)) ?? '').trim());
    if (cells[0] !== '') rows.push(cells);
  }
  return rows;
}

const same = (one: string, other: string): boolean => one.replace(/\r\n?/g, '\n').trim() === other.trim();

/** Takes out the keys that hold several values (a target, a decision) once none is left in them. */
function withoutEmptyGroups(text: string, { path }: Section, edited: DocumentPath): string {
  let cleaned = text;
  for (let length = edited.length - 1; path.length > 0 && length > path.length; length -= 1) {
    const place = edited.slice(0, length);
    const held = valueAt(editableData(cleaned), place);
    const isEmpty =
      typeof held === 'object' &&
      held !== null &&
      !Array.isArray(held) &&
      Object.entries(held).every(([key, value]) => value === null && key !== 'until');
    if (!isEmpty || place.at(-1) === 'pull') break;
    cleaned = editText(cleaned, [{ path: place, removed: true }]) ?? cleaned;
  }
  return cleaned;
}
