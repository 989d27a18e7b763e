import { readDocumentText } from '../../../plan/document-text.ts';
import { type Edit, editText } from '../../../plan/edit/edit-text.ts';
import { pathText, valueAt } from '../../../plan/problem.ts';
import { indicatorFields } from './indicator-fields.ts';
import { type PlanField, shownValue, typedValue } from './plan-field.ts';
import { sourceFields } from './source-fields.ts';

export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly ShownField[];
}

export interface ShownField extends PlanField {
  /** Name in the form: the path of the value in the document. */
  readonly name: string;
  /** Null: written in a way that the form cannot change. */
  readonly value: string | null;
}

/** The form of a text; null when the text has a fault that hides what it says. */
export function planForm(text: string): readonly FormSection[] | null {
  const { data, readable } = readDocumentText(text);
  if (!readable || typeof data !== 'object' || data === null) return null;
  const shown = (field: PlanField): ShownField => ({
    ...field,
    name: fieldName(field),
    value: shownValue(field, valueAt(data, field.path)),
  });
  return sectionsOf(data).map((section) => ({ ...section, fields: section.fields.map(shown) }));
}

/**
 * The text with what was typed in its form; values that were not touched stay as they are written. Null when one of
 * them cannot be changed by form.
 */
export function applyForm(text: string, typed: ReadonlyMap<string, string>): string | null {
  const sections = planForm(text);
  if (sections === null) return text;
  const edits = sections
    .flatMap(({ fields }) => fields)
    .flatMap((field): Edit[] => {
      const written = typed.get(field.name);
      if (written === undefined || field.value === null || same(written, field.value)) return [];
      return [{ path: field.path, value: typedValue(field, written) }];
    });
  return editText(text, edits);
}

const fieldName = ({ path }: PlanField): string => `plan:${pathText(path)}`;

const same = (one: string, other: string): boolean => one.replace(/\r\n?/g, '\n').trim() === other.trim();

function sectionsOf(data: object): readonly { id: string; title: string; fields: readonly PlanField[] }[] {
  const sources = valueAt(data, ['sources']);
  const indicators = valueAt(data, ['indicators']);
  return [
    { id: 'service', title: 'Le service et l’effet recherché', fields: serviceFields },
    ...Object.entries(typeof sources === 'object' && sources !== null ? sources : {}).map(
      ([name, source]) => ({
        id: `source-${name}`,
        title: `Source « ${name} »`,
        fields: sourceFields(name, source),
      }),
    ),
    ...(Array.isArray(indicators) ? indicators : []).map((indicator: unknown, rank) => ({
      id: `indicateur-${rank + 1}`,
      title: `Indicateur « ${String(valueAt(indicator, ['name']) ?? valueAt(indicator, ['id']) ?? rank + 1)} »`,
      fields: indicatorFields(rank, indicator),
    })),
  ];
}

const serviceFields: readonly PlanField[] = [
  { path: ['service', 'name'], label: 'Nom du service', kind: 'text' },
  { path: ['service', 'organisation'], label: 'Qui le porte', kind: 'text' },
  { path: ['service', 'mission'], label: 'Sa mission', hint: 'Pour quoi il existe.', kind: 'long' },
  {
    path: ['effect', 'statement'],
    label: 'L’effet recherché',
    hint: 'Ce qui va mieux dans le monde réel, en une phrase. Ce n’est pas l’usage du service.',
    kind: 'long',
  },
  {
    path: ['effect', 'domain'],
    label: 'Domaine de l’effet',
    kind: 'choice',
    choices: [
      ['social', 'social'],
      ['environmental', 'environnemental'],
      ['economic', 'économique'],
    ],
  },
  { path: ['effect', 'beneficiaries'], label: 'Pour qui', kind: 'text' },
];
