import { z } from 'zod';
import type { ReviewKind, Verdict } from '../../platform/database/tables/reviews.ts';
import { formChecklist } from './form-checklist.ts';
import { substanceChecklist } from './substance-checklist.ts';

/** One thing a reviewer looks at. `id` is kept with the answer; once used, it keeps its meaning. */
export interface ChecklistItem {
  readonly id: string;
  /** What must be true, as a sentence. */
  readonly statement: string;
  /** Where to look, and what deceives. */
  readonly hint: string;
  /** Whether « sans objet » may be answered. */
  readonly mayNotApply?: boolean;
}

/** Changes when an item is added, removed or means something else: kept with each review. */
export const checklistVersion = 1;

export const checklists: Readonly<Record<ReviewKind, readonly ChecklistItem[]>> = {
  form: formChecklist,
  substance: substanceChecklist,
};

export const answerNames = { yes: 'Oui', no: 'Non', 'not-applicable': 'Sans objet' } as const;

export type Answer = keyof typeof answerNames;

/** How often the data are right, as a coach grades them: about one time in ten, one in two, nine in ten. */
export const dataQualities = ['10', '50', '90'] as const;

export type DataQuality = (typeof dataQualities)[number];

/** What one reviewer answered. */
export interface ReviewAnswers {
  /** By item. */
  readonly items: Readonly<Record<string, Answer>>;
  /** Of the substance; null for the form. */
  readonly dataQuality: DataQuality | null;
}

/** The answers as they are kept, whatever version of the checklist they answer. */
export const keptAnswers = z.object({
  items: z.record(z.string(), z.enum(['yes', 'no', 'not-applicable'])),
  dataQuality: z.enum(dataQualities).nullable(),
});

/** Items that have no answer, or one they do not accept; `data-quality` too when it is missing. */
export function unanswered(kind: ReviewKind, { items, dataQuality }: ReviewAnswers): readonly string[] {
  const missing = checklists[kind]
    .filter(({ id, mayNotApply = false }) => {
      const answer = items[id];
      return answer === undefined || (answer === 'not-applicable' && !mayNotApply);
    })
    .map(({ id }) => id);
  return kind === 'substance' && dataQuality === null ? [...missing, 'data-quality'] : missing;
}

/** What in these answers forbids to approve: every item answered no, and data wrong nine times out of ten. */
export function againstApproval(kind: ReviewKind, { items, dataQuality }: ReviewAnswers): readonly string[] {
  const refused = checklists[kind].filter(({ id }) => items[id] === 'no').map(({ id }) => id);
  return dataQuality === '10' ? [...refused, 'data-quality'] : refused;
}

export const verdictNames: Readonly<Record<Verdict, string>> = {
  approved: 'Approuvé',
  changes: 'Changements demandés',
};
