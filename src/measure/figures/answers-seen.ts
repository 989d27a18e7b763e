import { quoted } from '../../platform/french/typography.ts';
import type { Warning } from '../measure.ts';
import type { SampleRow } from './sample-rows.ts';

/** More kinds of answers than this are free text, not to be repeated. */
const mostShown = 8;

/** None of the answers that count was ever given: a true zero, or a word written otherwise in the file. */
export function neverGiven(
  source: string,
  answered: readonly SampleRow[],
  yes: readonly string[],
): readonly Warning[] {
  const seen = [...new Set(answered.flatMap(({ value }) => (value === null ? [] : [value])))].sort();
  if (seen.length === 0 || seen.some((value) => yes.includes(value))) return [];
  const given =
    seen.length > mostShown
      ? `${seen.length} réponses différentes ont été données`
      : `les réponses données sont ${seen.map(quoted).join(', ')}`;
  return [
    {
      code: 'answer-never-given',
      sentence: `« ${source} » : personne n’a répondu ${yes.map(quoted).join(' ni ')} ; ${given}. Si ce n’est pas un vrai zéro, corrigez yes dans le plan (majuscules et accents comptent).`,
    },
  ];
}
