import { typeset } from '../../platform/french/typography.ts';
import type { Case } from './case.ts';
import { economy } from './economy.ts';
import { environment } from './environment.ts';
import { justiceAndSafety } from './justice-and-safety.ts';
import { rights } from './rights.ts';
import { work } from './work.ts';

/** Ties punctuation to its word, and thousands together. */
const told = (text: string): string => typeset(text).replace(/(?<=\d) (?=\d{3}\b)/g, '\u202f');

/** Real services and how each looks at its effect; what they teach, not their figures of today. */
export const caseLibrary: readonly Case[] = [
  ...work,
  ...rights,
  ...justiceAndSafety,
  ...environment,
  ...economy,
].map((example) => ({
  ...example,
  mission: told(example.mission),
  effect: {
    ...example.effect,
    statement: told(example.effect.statement),
    beneficiaries: told(example.effect.beneficiaries),
  },
  measured: told(example.measured),
  outcomeSource: told(example.outcomeSource),
  how: told(example.how),
  wentWrong: told(example.wentWrong),
  lesson: told(example.lesson),
}));

/** The case of that identifier; null when the library has none. */
export const caseOf = (id: string): Case | null => caseLibrary.find((example) => example.id === id) ?? null;
