import type { z } from 'zod';
import type { comparison as comparisonSchema, decision as decisionSchema } from './comparison-schema.ts';
import type { Comparison, DecisionTerms, Linkage, LinkageError } from './plan.ts';

type ComparisonDocument = z.output<typeof comparisonSchema>;

/** The comparison a document stands for; null when there is none, or of a design that a plan cannot ask for yet. */
export function buildComparison(written: ComparisonDocument | null | undefined): Comparison | null {
  if (!written || (written.design !== 'randomised' && written.design !== 'adjusted')) return null;
  const treated = written.treated ?? '1';
  return {
    design: written.design,
    arm: written.arm ?? '',
    treated,
    control: written.control ?? null,
    takeUp: written.take_up ? { attribute: written.take_up, taken: written.taken ?? treated } : null,
    covariates: [...new Set(written.covariates ?? [])],
    estimand: written.estimand ?? 'ate',
    expectedShare: written.expected_share ?? 0.5,
    linkage: written.linkage ? linkageOf(written.linkage) : null,
  };
}

export const buildDecision = (written: z.output<typeof decisionSchema>): DecisionTerms => ({
  threshold: written.threshold ?? null,
  valuePerOutcome: written.value_per_outcome ?? null,
  cost: written.cost ?? null,
  note: written.note ?? null,
});

type LinkageDocument = NonNullable<ComparisonDocument['linkage']>;
type RatesDocument = Omit<LinkageDocument, 'treated' | 'control'>;

function linkageOf({ treated, control, ...shared }: LinkageDocument): Linkage {
  if (!treated && !control) return ratesOf(shared);
  return { treated: ratesOf({ ...shared, ...treated }), control: ratesOf({ ...shared, ...control }) };
}

const ratesOf = (rates: RatesDocument): LinkageError => ({
  missed: rates.missed ?? 0,
  false: rates.false ?? 0,
  missedSe: rates.missed_se ?? 0,
  falseSe: rates.false_se ?? 0,
});
