import type { Indicator } from '../../../plan/plan.ts';

/** The words of a plan for a sentence said of people; none: general ones are used. */
export const phrases = (
  indicator: Indicator,
): { readonly subjectPhrase?: string; readonly outcomePhrase?: string } =>
  'sentence' in indicator && indicator.sentence !== undefined && 'who' in indicator.sentence
    ? { subjectPhrase: indicator.sentence.who, outcomePhrase: indicator.sentence.what }
    : {};
