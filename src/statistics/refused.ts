/** Why a computation gives no figure: a code for machines, a French sentence for readers. A value, never thrown. */
export interface Refused {
  readonly error: RefusedCode;
  readonly sentence: string;
}

export type RefusedCode =
  | 'invalid-time'
  | 'unknown-column'
  | 'empty-group'
  | 'not-identified'
  | 'invalid-input'
  | 'unknown-method';

export const refused = (error: RefusedCode, sentence: string): Refused => ({ error, sentence });

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'error' in value && 'sentence' in value;
