import { z } from 'zod';
import { durationDays, durationPattern } from './duration.ts';
import { expectation, oneOf } from './expectation.ts';

/** An object whose unknown keys are errors; that error's message lists the known keys. */
export const keys = <S extends z.core.$ZodLooseShape>(shape: S, expected: string = expectation.keys) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : expected),
  });

/** A key that may be left out or left blank. */
export const optional = <S extends z.core.$ZodType>(schema: S, description: string) =>
  z.nullish(schema).describe(description);

/** One value where a list is expected is a list of one. */
export const oneOrMany = <S extends z.core.$ZodType>(item: S, expected: string) =>
  z
    .union(
      [
        item,
        z
          .array(item, { error: expected })
          .min(1, { error: `au moins un élément dans la liste : ${expected}` }),
      ],
      {
        error: `${expected}, ou une liste`,
      },
    )
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<S>[]);

/** A text with something in it; surrounding spaces are removed. */
export const text = z
  .string({ error: expectation.text })
  .trim()
  .min(1, { error: expectation.text })
  .max(5000, { error: 'un texte de moins de 5 000 caractères' });

/** Code, status or modality: numbers and booleans are compared as the text written in the plan. */
export const code = z
  .union([z.string(), z.number(), z.boolean()], { error: 'une valeur (texte, nombre ou date)' })
  .transform((value) => String(value));

export const column = z
  .string({ error: expectation.column })
  .min(1, { error: expectation.column })
  .max(300, { error: expectation.column });

export const plainName = z
  .string({ error: expectation.plainName })
  .regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, { error: expectation.plainName });

export const identifier = z
  .string({ error: expectation.identifier })
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, { error: expectation.identifier });

/** Whole days. */
export const duration = z
  .string({ error: expectation.duration })
  .regex(durationPattern, { error: expectation.duration })
  .transform(durationDays);

export const positiveDuration = z
  .string({ error: expectation.positiveDuration })
  .regex(durationPattern, { error: expectation.positiveDuration })
  .regex(/^0*[1-9]/, { error: expectation.positiveDuration })
  .transform(durationDays);

export const date = z.iso.date({ error: expectation.date });

export const oneOfValues = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values, { error: oneOf(values) });

/** Numbers written in an unusual way (`0.10`, `1.0`) come from the text as text. */
const readNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value) ? Number(value) : value;

export const number = (expected: string = expectation.number) =>
  z.preprocess(readNumber, z.number({ error: expected }));

export const share = z.preprocess(
  readNumber,
  z
    .number({ error: expectation.share })
    .min(0, { error: expectation.share })
    .max(1, { error: expectation.share }),
);

export const flag = z.preprocess(
  (value) =>
    value === 'True' || value === 'TRUE' ? true : value === 'False' || value === 'FALSE' ? false : value,
  z.boolean({ error: expectation.flag }),
);
