import type { DocumentPath } from '../../../plan/problem.ts';
import type { Field } from './field.ts';

/** A part of the plan in the form. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Where the part is in the document. */
  readonly path: DocumentPath;
  readonly groups: readonly Group[];
  /** Whether the part can be taken out of the plan. */
  readonly removable: boolean;
}

export interface Group {
  /** Null: the first fields of the part, always in view. */
  readonly title: string | null;
  readonly hint?: string;
  readonly fields: readonly Field[];
  /** What can be taken out as a whole. */
  readonly removable?: DocumentPath;
}
