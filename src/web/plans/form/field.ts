import type { Edit } from '../../../plan/edit/edit.ts';
import { type DocumentPath, pathText } from '../../../plan/problem.ts';

interface AnyField {
  /** Name in the form: the path of the value in the document. */
  readonly name: string;
  /** Where the value is in the document; a remark about this place is said beside the field. */
  readonly path: DocumentPath;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One value, typed or chosen. */
export interface ValueField extends AnyField {
  readonly control: 'line' | 'long' | 'list' | 'choice' | 'date';
  readonly choices?: readonly Choice[];
  /** Whether other fields depend on what is chosen. */
  readonly reshapes?: boolean;
  /** As the form shows it; null: it is written in a way that the form cannot change. */
  readonly shown: (data: unknown) => string | null;
  /** What changes in a document whose values are `data`, when this is typed. */
  readonly edits: (data: unknown, typed: string) => readonly Edit[];
}

/** Values written by rows of a few cells; an empty row is nothing. */
export interface TableField extends AnyField {
  readonly control: 'table';
  readonly columns: readonly { readonly label: string; readonly choices?: readonly Choice[] }[];
  readonly shown: (data: unknown) => readonly Row[] | null;
  readonly edits: (data: unknown, typed: readonly Row[]) => readonly Edit[];
}

/** What is written, and how it is said; nothing written: what that stands for. */
export type Choice = readonly [value: string, text: string];
export type Row = readonly string[];
export type Field = ValueField | TableField;

export const fieldName = (path: DocumentPath): string => `plan:${pathText(path)}`;

/** Name of one cell of a table. */
export const cellName = (table: string, row: number, column: number): string => `${table}|${row}|${column}`;

/** A place of a part of the plan: `at('window', 'until')`. */
export type At = (...keys: readonly string[]) => DocumentPath;

export const placesIn =
  (part: DocumentPath): At =>
  (...keys) => [...part, ...keys];
