import { z } from 'zod';
import { caseOf } from '../cases/library.ts';

const text = z.string().min(1).max(1_000);

const effect = z.object({
  organisation: z.string().max(1_000),
  mission: text,
  statement: text,
  domain: z.enum(['social', 'environmental', 'economic']),
  beneficiaries: text,
});

const numbers = z.object({
  /** Of 100 people like the users, how many know the effect without the service. */
  without: z.number().gt(0).lt(100),
  /** The smallest change that would count, of 100; negative for a fall. */
  change: z.number(),
  usersPerWeek: z.number().positive(),
  /** `YYYY-MM-DD`. */
  start: z.string(),
  /** Days. */
  horizon: z.number().int().positive(),
  /** Days by which whoever knows the outcome is late. */
  late: z.number().int().nonnegative(),
  prepareDays: z.number().nonnegative(),
  calls: z.number().int().nonnegative(),
  callMinutes: z.number().nonnegative(),
  /** Euros. */
  dayCost: z.number().nonnegative(),
});

/** What was answered so far; a step not reached yet is absent. */
export const projectAnswers = z.object({
  effect: effect.optional(),
  /** Three ways to check the first successes at three months. */
  checks: z.array(text).length(3).optional(),
  /** Three measures that would justify a team of ten at two years. */
  measures: z.array(text).length(3).optional(),
  example: z
    .string()
    .refine((id) => caseOf(id) !== null)
    .optional(),
  numbers: numbers.optional(),
});

export type ProjectAnswers = z.infer<typeof projectAnswers>;
export type EffectAnswer = z.infer<typeof effect>;
export type NumbersAnswer = z.infer<typeof numbers>;

/** A project every step of which is answered. */
export type WholeProject = { readonly [Key in keyof ProjectAnswers]-?: NonNullable<ProjectAnswers[Key]> };

/** The steps in order, as addresses name them. */
export const projectSteps = ['effet', 'premiers-succes', 'mesures', 'cas', 'calcul'] as const;

export type ProjectStep = (typeof projectSteps)[number];

const answered: Readonly<Record<ProjectStep, keyof ProjectAnswers>> = {
  effet: 'effect',
  'premiers-succes': 'checks',
  mesures: 'measures',
  cas: 'example',
  calcul: 'numbers',
};

/** The first step that waits for an answer; null: none does. */
export const nextStep = (answers: ProjectAnswers): ProjectStep | null =>
  projectSteps.find((step) => answers[answered[step]] === undefined) ?? null;

/** The project, once every step is answered. */
export function wholeProject({
  effect,
  checks,
  measures,
  example,
  numbers,
}: ProjectAnswers): WholeProject | null {
  return effect && checks && measures && example !== undefined && numbers
    ? { effect, checks, measures, example, numbers }
    : null;
}
