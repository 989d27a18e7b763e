import { personalDataIn } from '../../weekly/space/personal-data.ts';
import { holdsPersonalData } from '../../weekly/space/refusals.ts';
import { textMissing, textTooLong } from './refusals.ts';

const longestText = 2_000;
export const longestWord = 500;

/** What someone wrote of a committee; refuses an empty or endless text, and what names or reaches a person. */
export function written(typed: string, missing: string, longest = longestText): string {
  const text = typed.trim();
  if (text === '') throw textMissing(missing, longest);
  if (text.length > longest) throw textTooLong(text.length, longest);
  const personal = personalDataIn(text);
  if (personal !== null) throw holdsPersonalData(personal);
  return text;
}

/** The same, when nothing may be written: null. */
export const writtenOrNothing = (typed: string, longest = longestText): string | null =>
  typed.trim() === '' ? null : written(typed, '', longest);
