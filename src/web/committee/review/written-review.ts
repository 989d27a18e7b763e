import {
  type Answer,
  answerNames,
  checklists,
  dataQualities,
  type ReviewAnswers,
} from '../../../committee/review/checklist.ts';
import type { ReviewKind } from '../../../platform/database/tables/reviews.ts';

/** What was filled in the form of a review, kept on the page when it is refused. */
export interface FilledReview {
  readonly answers: ReviewAnswers;
  readonly summary: string;
}

export const emptyReview: FilledReview = { answers: { items: {}, dataQuality: null }, summary: '' };

/** The name of the field that answers an item. */
export const answerField = (item: string): string => `reponse-${item}`;

/** Reads the form; what is not an answer is left unanswered. */
export function filledReview(kind: ReviewKind, form: ReadonlyMap<string, string>): FilledReview {
  const items: Record<string, Answer> = {};
  for (const { id } of checklists[kind]) {
    const written = form.get(answerField(id)) ?? '';
    if (isAnswer(written)) items[id] = written;
  }
  const graded = form.get('donnees') ?? '';
  const dataQuality = dataQualities.find((quality) => quality === graded) ?? null;
  return {
    answers: { items, dataQuality: kind === 'substance' ? dataQuality : null },
    summary: form.get('synthese') ?? '',
  };
}

const isAnswer = (text: string): text is Answer => Object.hasOwn(answerNames, text);
