import type { Dossier } from '../dossier.ts';

/** Whether a character can be drawn. */
export type Draws = (codePoint: number) => boolean;

const missing = '▯';
/** Characters that have no shape of their own, or that turn the text around: a line keeps only its ends. */
const shapeless = /(?!\n)[\p{Cc}\p{Cs}\p{Variation_Selector}\p{Bidi_Control}\ufeff]/gu;
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });
/** A word longer than a column may be cut there. */
const cut = '\u200b';
const longestWord = 24;

/** Each string of a dossier as it can be printed; says so when something of it could not be drawn. */
export function printableDossier(dossier: Dossier, draws: Draws): Dossier {
  const printable = mapTexts(dossier, (text) => printableText(text, draws));
  if (!JSON.stringify(printable).includes(missing)) return printable;
  const said = `Le signe ${missing} remplace un caractère que l’impression ne sait pas dessiner ; la page du dossier le montre.`;
  return { ...printable, notices: [...printable.notices, said] };
}

/** What cannot be drawn becomes a sign that says so; words without end may be cut. */
export function printableText(text: string, draws: Draws): string {
  const drawn = [...graphemes.segment(text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' '))]
    .map(({ segment }) => segment.replaceAll(shapeless, ''))
    .map((segment) => ([...segment].every((char) => isDrawn(char, draws)) ? segment : missing));
  return withCuts(drawn).join('');
}

const isDrawn = (char: string, draws: Draws): boolean => char === '\n' || draws(char.codePointAt(0) ?? 0);

function withCuts(letters: readonly string[]): string[] {
  let length = 0;
  return letters.flatMap((letter) => {
    length = /\s|[-\u2010]/u.test(letter) ? 0 : length + 1;
    return length > 0 && length % longestWord === 0 ? [letter, cut] : [letter];
  });
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)])) as T;
}
