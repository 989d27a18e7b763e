import { readDocumentText } from '../../../plan/document-text.ts';
import { type DocumentPath, pathText, valueAt } from '../../../plan/problem.ts';
import type { Field, Row, TableField, ValueField } from './field.ts';
import { indicatorSection } from './parts/indicator-section.ts';
import { serviceSection } from './parts/service-section.ts';
import { sourceSection } from './parts/source-section.ts';
import type { Group, Section } from './section.ts';
import { unshown } from './unshown.ts';

export interface FormSection extends Omit<Section, 'groups'> {
  readonly groups: readonly FormGroup[];
  /** What the document says there and the form does not. */
  readonly unshown: readonly DocumentPath[];
}

export interface FormGroup extends Omit<Group, 'fields' | 'removable'> {
  readonly fields: readonly ShownField[];
  /** Whether the document says anything of it. */
  readonly filled: boolean;
  /** What can be taken out as a whole; null: nothing is written of it. */
  readonly removable: DocumentPath | null;
}

/** A field with what it shows; null: written in a way that the form cannot change. */
export type ShownField =
  | (Omit<ValueField, 'shown' | 'edits'> & { readonly value: string | null })
  | (Omit<TableField, 'shown' | 'edits'> & { readonly rows: readonly Row[] | null });

/** The form of a text; null when the text has a fault that hides what it says. */
export function planForm(text: string): readonly FormSection[] | null {
  const data = editableData(text);
  if (data === null) return null;
  return sectionsOf(data).map((section) => ({
    ...section,
    unshown: unshown(data, section),
    groups: section.groups.map(({ removable, ...group }) => {
      const fields = group.fields.map((field) => shownField(field, data));
      return {
        ...group,
        fields,
        filled: fields.some((field) =>
          field.control === 'table' ? field.rows?.length !== 0 : field.value !== '',
        ),
        removable: removable !== undefined && valueAt(data, removable) !== undefined ? removable : null,
      };
    }),
  }));
}

function shownField(field: Field, data: unknown): ShownField {
  if (field.control === 'table') {
    const { shown, edits: _, ...rest } = field;
    return { ...rest, rows: shown(data) };
  }
  const { shown, edits: _, ...rest } = field;
  return { ...rest, value: shown(data) };
}

/** The data of a text that a form can show; null when a fault hides what it says. */
export function editableData(text: string): object | null {
  const { data, readable } = readDocumentText(text);
  return readable && typeof data === 'object' && data !== null && !Array.isArray(data) ? data : null;
}

/** The parts of a document in the order of the form. */
export function sectionsOf(data: object): readonly Section[] {
  const sources = valueAt(data, ['sources']);
  const indicators = valueAt(data, ['indicators']);
  return [
    serviceSection,
    ...Object.entries(isRecord(sources) ? sources : {}).map(([name, source]) => sourceSection(name, source)),
    ...(Array.isArray(indicators) ? indicators : []).map((_, rank) => indicatorSection(data, rank)),
  ];
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field where a remark about a place of the document is said: that of the place, or of what holds it. */
export function fieldAt(sections: readonly FormSection[], path: string): ShownField | null {
  const fields = sections.flatMap(({ groups }) => groups).flatMap((group) => group.fields);
  const holds = (field: ShownField) => {
    const own = pathText(field.path);
    return path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);
  };
  return fields.filter(holds).sort((one, other) => other.path.length - one.path.length)[0] ?? null;
}
