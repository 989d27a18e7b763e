import type { Condition } from './decision.ts';

export type ConditionState = 'met' | 'not-met' | 'awaited' | 'late';

/** Where a condition stands on a day: what the team said last, else whether its day has passed. */
export function conditionState(
  { answer, dueOn }: Pick<Condition, 'answer' | 'dueOn'>,
  today: string,
): ConditionState {
  if (answer !== null) return answer.isMet ? 'met' : 'not-met';
  return dueOn < today ? 'late' : 'awaited';
}
