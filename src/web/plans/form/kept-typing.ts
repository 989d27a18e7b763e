import { typedRows } from './apply-form.ts';
import type { FormSection, ShownField } from './plan-form.ts';

/** The form with what was typed in the fields that could not take it, so that nothing typed is lost. */
export function keptTyping(
  sections: readonly FormSection[],
  refused: readonly string[],
  typed: ReadonlyMap<string, string>,
): readonly FormSection[] {
  const kept = (field: ShownField): ShownField => {
    if (!refused.includes(field.name)) return field;
    if (field.control === 'table') return { ...field, rows: typedRows(field, typed) };
    return { ...field, value: typed.get(field.name) ?? '' };
  };
  return sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({ ...group, fields: group.fields.map(kept) })),
  }));
}
