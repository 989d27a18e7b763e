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

/** `de logements`, `d’allocataires`: h is silent but in a few words. */
export function ofMany(noun: string): string {
  const silent = /^(?:[aeiouâàäéèêëîïôöûùüœæ]|h(?!andicap|aut|ors|uit|ameau|alte|éros|angar))/iu;
  return silent.test(noun) ? `d’${noun}` : `de ${noun}`;
}

/** `« mot »`. */
export function quoted(text: string): string {
  return `«${tied}${text}${tied}»`;
}
