import type { EditedValue } from '../../../plan/edit/edit.ts';
import { type DocumentPath, valueAt } from '../../../plan/problem.ts';
import { type Choice, fieldName, type ValueField } from './field.ts';
import { isPlain, listEdits } from './list-edits.ts';

type Label = readonly [label: string, hint?: string];

/** How a value of the plan is shown, and written again. */
interface Notation {
  readonly shown: (value: string | number | boolean) => string;
  readonly written: (typed: string) => EditedValue;
}

const asText: Notation = {
  shown: (value) =>
    String(value)
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
  written: (typed) => typed.replace(/\s*[\r\n]+\s*/g, ' '),
};
/** Typed the French way or not. */
const asNumber: Notation = {
  shown: (value) => String(value).replace('.', ','),
  written: (typed) => {
    const number = Number(typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
    return Number.isFinite(number) ? number : typed;
  },
};
/** `90d` is said « 90 jours », `12w` « 12 semaines ». */
const asDuration: Notation = {
  shown: (value) => {
    const [, count, unit] = /^(\d+)([dw])$/.exec(String(value)) ?? [];
    if (count === undefined) return String(value);
    const many = Number(count) > 1 ? 's' : '';
    return `${count} ${unit === 'd' ? 'jour' : 'semaine'}${many}`;
  },
  written: (typed) => {
    const [, count, unit] = /^(\d+)\s*(j(?:ours?)?|sem(?:aines?)?)$/i.exec(typed) ?? [];
    return count === undefined ? typed : `${count}${unit?.toLowerCase().startsWith('j') ? 'd' : 'w'}`;
  },
};
const asFlag: Notation = {
  shown: String,
  written: (typed) => (typed === 'true' ? true : typed === 'false' ? false : typed),
};

function single(
  control: ValueField['control'],
  path: DocumentPath,
  [label, hint]: Label,
  { shown, written }: Notation,
): ValueField {
  return {
    name: fieldName(path),
    path,
    label,
    hint,
    control,
    shown: (data) => {
      const value = valueAt(data, path) ?? null;
      return value === null ? '' : isPlain(value) ? shown(value) : null;
    },
    edits: (_, typed) => [{ path, value: typed === '' ? null : written(typed) }],
  };
}

export const textField = (path: DocumentPath, ...label: Label) => single('line', path, label, asText);
export const longField = (path: DocumentPath, ...label: Label) => single('long', path, label, asText);
export const numberField = (path: DocumentPath, ...label: Label) => single('line', path, label, asNumber);
export const durationField = (path: DocumentPath, ...label: Label) => single('line', path, label, asDuration);

export const dateField = (path: DocumentPath, ...label: Label) => single('date', path, label, asText);

export const choiceField = (
  path: DocumentPath,
  label: Label,
  choices: readonly Choice[],
  reshapes = false,
): ValueField => ({
  ...single('choice', path, label, asText),
  choices,
  reshapes,
});

export const flagField = (path: DocumentPath, ...label: Label): ValueField => ({
  ...single('choice', path, label, asFlag),
  choices: [
    ['true', 'oui'],
    ['false', 'non'],
  ],
});

/** A choice whose value is a list: `subject, target`. */
export const listChoiceField = (
  path: DocumentPath,
  label: Label,
  choices: readonly Choice[],
): ValueField => ({
  ...severalField('choice', path, label, asText, ', '),
  choices,
});

/** Texts, one a line. */
export const listField = (path: DocumentPath, ...label: Label) =>
  severalField('list', path, label, asText, '\n');
/** Short words on one line, with commas. */
export const rowField = (path: DocumentPath, ...label: Label) =>
  severalField('line', path, label, asText, ', ');
export const durationsField = (path: DocumentPath, ...label: Label) =>
  severalField('line', path, label, asDuration, ', ');

function severalField(
  control: ValueField['control'],
  path: DocumentPath,
  [label, hint]: Label,
  { shown, written }: Notation,
  between: '\n' | ', ',
): ValueField {
  const mark = between.trim() || '\n';
  const items = (typed: string) =>
    typed
      .split(mark === ',' ? ',' : /\r\n?|\n/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return {
    name: fieldName(path),
    path,
    label,
    hint,
    control,
    shown: (data) => {
      const value = valueAt(data, path) ?? null;
      const list = value === null ? [] : Array.isArray(value) ? value : [value];
      const plain = list.every((item) => isPlain(item) && !String(item).includes(mark));
      return plain ? list.map((item) => shown(item)).join(between) : null;
    },
    edits: (data, typed) => listEdits(path, valueAt(data, path), items(typed), written),
  };
}
