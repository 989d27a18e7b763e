import type { EditedValue } from '../../../plan/edit/edit-text.ts';
import type { DocumentPath } from '../../../plan/problem.ts';

/** A value of the plan that the form shows: `list` one a line, `row` on one line with commas. */
export interface PlanField {
  readonly path: DocumentPath;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'long' | 'list' | 'row' | 'number' | 'choice';
  /** For a choice: what is written, and how it is said. */
  readonly choices?: readonly (readonly [value: string, text: string])[];
}

/** The value as the form shows it; null: it is written in a way that the form cannot change. */
export function shownValue({ kind }: PlanField, value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (kind === 'list' || kind === 'row') {
    if (isPlain(value)) return String(value);
    if (!Array.isArray(value) || !value.every(isPlain)) return null;
    return value.join(kind === 'list' ? '\n' : ', ');
  }
  return isPlain(value)
    ? String(value)
        .replace(/\s*\n\s*/g, ' ')
        .trim()
    : null;
}

/** What was typed, as the plan writes it. A number may be typed the French way. */
export function typedValue({ kind }: PlanField, typed: string): EditedValue {
  const text = typed.trim();
  if (kind === 'list' || kind === 'row') {
    const items = text.split(kind === 'list' ? /\r\n?|\n/ : ',').map((item) => item.trim());
    const kept = items.filter((item) => item !== '');
    return kept.length === 0 ? null : kept;
  }
  if (text === '') return null;
  if (kind === 'number') {
    const number = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
    return Number.isFinite(number) ? number : text;
  }
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
