import { isRefused, type Refused } from '../../statistics/refused.ts';
import type { AnswerShare } from '../figure-measure.ts';
import type { SampleRow } from './sample-rows.ts';
import { surveyShare, type Weighting } from './survey-share.ts';

/** More kinds of answers than this are free text: they are not shown one by one. */
const mostAnswers = 12;
const others = 'autres réponses';

/** Every kind of answer with its share, the most frequent first; rare kinds beyond a dozen are put together. */
export function answerShares(
  answered: readonly SampleRow[],
  weighting: Weighting | Refused,
  yes: readonly string[],
): readonly AnswerShare[] {
  const counts = new Map<string, number>();
  for (const { value } of answered) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const kinds = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([answer]) => answer);
  const shown = kinds.filter((answer, rank) => yes.includes(answer) || rank < mostAnswers - 1);
  const named = new Set(shown);
  const of = (value: string | null) => (value !== null && named.has(value) ? value : others);
  return [...shown, ...(shown.length < kinds.length ? [others] : [])].map((answer) => {
    const said = answered.map(({ value }) => of(value) === answer);
    const read = isRefused(weighting)
      ? weighting
      : surveyShare(
          said,
          weighting,
          answered.map(() => true),
        );
    const { value, lower, upper } = isRefused(read) ? { value: null, lower: null, upper: null } : read;
    return {
      answer,
      count: said.filter(Boolean).length,
      counts: yes.includes(answer),
      share: value,
      lower,
      upper,
    };
  });
}
