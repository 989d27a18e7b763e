import { tied } from './number.ts';

/**
 * Ties French punctuation to its word, so that no line starts with `;` or ends with `«`, and curves the apostrophes typed
 * straight. Words are unchanged.
 */
export function typeset(text: string): string {
  return text
    .replace(/ (?=[;:?!»%])/g, tied)
    .replace(/« /g, `«${tied}`)
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’');
}

/** `« mot »`. */
export function quoted(text: string): string {
  return `«${tied}${text}${tied}»`;
}
