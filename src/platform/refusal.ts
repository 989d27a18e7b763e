/** Exit codes of the command line, documented in the README. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  plan: 3,
  data: 4,
  matchingRight: 5,
  interrupted: 130,
} as const;

export type RefusalKind = Exclude<keyof typeof exitCodes, 'ok' | 'unexpected'>;

/**
 * Something Foulée will not do, said to the user: what happened and where, then what to do about it.
 * Never carries a value read from a person's record.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly advice: string;

  constructor(kind: RefusalKind, what: string, advice: string) {
    super(what);
    this.name = 'Refusal';
    this.kind = kind;
    this.advice = advice;
  }
}
