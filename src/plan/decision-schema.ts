import { expectation } from './expectation.ts';
import { keys, number, optional, text } from './schema-parts.ts';

/** A number above 0. */
export const positive = (expected: string) =>
  number(expected).refine((value) => value > 0, { error: expected });

export const decision = keys({
  threshold: optional(
    number(),
    "Plus petit effet qui compte pour le commanditaire, en part : 0.01 pour un effet d'un point.",
  ),
  value_per_outcome: optional(positive(expectation.euros), 'Ce que vaut un effet supplémentaire, en euros.'),
  cost: optional(
    positive(expectation.euros),
    'Coût total du service pour les personnes suivies qui y ont eu accès, en euros.',
  ),
  note: optional(text, "D'où viennent ces montants."),
});
