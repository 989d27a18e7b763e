import { typeset } from '../../platform/french/typography.ts';
import type { Case } from './case.ts';
import { economy } from './economy.ts';
import { environment } from './environment.ts';
import { justiceAndSafety } from './justice-and-safety.ts';
import { rights } from './rights.ts';
import { work } from './work.ts';

/** Real services and how each looks at its effect; what they teach, not their figures of today. */
export const caseLibrary: readonly Case[] = [
  ...work,
  ...rights,
  ...justiceAndSafety,
  ...environment,
  ...economy,
].map((example) => ({
  ...example,
  mission: typeset(example.mission),
  effect: {
    ...example.effect,
    statement: typeset(example.effect.statement),
    beneficiaries: typeset(example.effect.beneficiaries),
  },
  measured: typeset(example.measured),
  outcomeSource: typeset(example.outcomeSource),
  how: typeset(example.how),
  wentWrong: typeset(example.wentWrong),
  lesson: typeset(example.lesson),
}));

/** The case of that identifier; null when the library has none. */
export const caseOf = (id: string): Case | null => caseLibrary.find((example) => example.id === id) ?? null;
