import { personalDataIn } from '../../weekly/space/personal-data.ts';
import { holdsPersonalData } from '../../weekly/space/refusals.ts';
import { textMissing } from './refusals.ts';

const longest = 2_000;

/** A text kept for ever beside a review; refuses one that is empty, too long, or names or reaches a person. */
export function reviewText(written: string): string {
  const text = written.trim();
  if (text === '' || text.length > longest) throw textMissing();
  const personal = personalDataIn(text);
  if (personal !== null) throw holdsPersonalData(personal);
  return text;
}
