/** Where a service stands on the way to a figure that is public and fresh. */
export interface Progress {
  readonly hasPlan: boolean;
  /** Sources of the plan that wait for their first row; empty: none does, or the plan reads files. */
  readonly waiting: readonly string[];
  /** Whether a run ever measured something. */
  readonly measured: boolean;
  readonly published: boolean;
  /** Whether this week was looked at: something was written. */
  readonly lookedAt: boolean;
}

export const nextToDoSteps = ['plan', 'data', 'run', 'publish', 'week', 'rest'] as const;

export type NextToDo = (typeof nextToDoSteps)[number];

/** The one thing to do next; `rest`: nothing, until next week. */
export function nextToDo({ hasPlan, waiting, measured, published, lookedAt }: Progress): NextToDo {
  if (!hasPlan && !published) return 'plan';
  if (hasPlan && !measured && waiting.length > 0) return 'data';
  if (hasPlan && !measured) return 'run';
  if (!published) return 'publish';
  return lookedAt ? 'rest' : 'week';
}
