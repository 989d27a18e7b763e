import { tied } from './number.ts';

/** Ties French punctuation to its word, so that no line starts with `;` or ends with `«`. Words are unchanged. */
export function typeset(text: string): string {
  return text.replace(/ (?=[;:?!»%])/g, tied).replace(/« /g, `«${tied}`);
}

/** `« mot »`. */
export function quoted(text: string): string {
  return `«${tied}${text}${tied}»`;
}
