import { z } from 'zod';
import { expectation } from './expectation.ts';
import type { FilterAlternative, RowFilter, ValueTest } from './plan.ts';
import { code, column, keys, number, oneOfValues, oneOrMany, optional } from './schema-parts.ts';

const bound = z.union([number(expectation.bound), z.iso.date({ error: expectation.bound })], {
  error: expectation.bound,
});
const values = oneOrMany(code, 'une valeur');

const conditions = keys(
  {
    in: optional(values, 'Valeurs acceptées : une seule ou une liste.'),
    not: optional(values, 'Valeurs refusées : une seule ou une liste.'),
    min: optional(bound, 'Plus petite valeur acceptée, comprise : un nombre ou une date.'),
    max: optional(bound, 'Plus grande valeur acceptée, comprise : un nombre ou une date.'),
    missing: optional(
      oneOfValues(['drop', 'keep']),
      'Ce que devient une ligne dont la case est vide : écartée (drop, par défaut) ou gardée (keep).',
    ),
  },
  expectation.filterValue,
).refine((test) => Object.values(test).some((value) => value !== null && value !== undefined), {
  error: expectation.someFilterTest,
  when: (payload) => payload.issues.length === 0,
});

const test = z
  .union([values, conditions], { error: expectation.filterValue })
  .describe('Une valeur, une liste de valeurs acceptées, ou des conditions : in, not, min, max, missing.')
  .transform((written): ValueTest => {
    if (Array.isArray(written)) return { in: written, missing: 'drop' };
    return {
      ...(written.in ? { in: written.in } : {}),
      ...(written.not ? { not: written.not } : {}),
      ...(typeof (written.min ?? null) === 'object' ? {} : { min: written.min as number | string }),
      ...(typeof (written.max ?? null) === 'object' ? {} : { max: written.max as number | string }),
      missing: written.missing ?? 'drop',
    };
  });

const alternative = z
  .record(column, test, { error: expectation.filter })
  .describe('Colonnes et valeurs à réunir toutes (et).');

/** `where`: an object whose tests must all pass, or a list of such objects of which one is enough. */
export const rowFilter = z
  .union(
    [alternative, z.array(alternative, { error: expectation.filter }).min(1, { error: expectation.filter })],
    {
      error: expectation.filter,
    },
  )
  .transform((written): RowFilter => {
    const alternatives: readonly FilterAlternative[] = Array.isArray(written) ? written : [written];
    return alternatives.some((tests) => Object.keys(tests).length === 0) ? [] : alternatives;
  });
