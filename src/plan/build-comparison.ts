import type { z } from 'zod';
import type { comparison as comparisonSchema } from './comparison-schema.ts';
import type { decision as decisionSchema } from './decision-schema.ts';
import type { Assignment, Comparison, DecisionTerms, Linkage, LinkageError } from './plan.ts';

type ComparisonDocument = z.output<typeof comparisonSchema>;

/** The comparison a document stands for; null when there is none, or of a design that a plan cannot ask for yet. */
export function buildComparison(written: ComparisonDocument | null | undefined): Comparison | null {
  if (!written || (written.design !== 'randomised' && written.design !== 'adjusted')) return null;
  const assignment = assignmentOf(written.assignment);
  const arms = assignment?.from === 'seed' ? assignment.arms : [];
  const treated = written.treated ?? arms[0]?.name ?? '1';
  const adjustment = written.adjustment ?? (written.design === 'adjusted' ? 'doubly-robust' : 'none');
  return {
    design: written.design,
    arm: written.arm ?? (assignment === null ? '' : 'tirage'),
    treated,
    control: written.control ?? null,
    takeUp: written.take_up ? { attribute: written.take_up, taken: written.taken ?? treated } : null,
    covariates: [...new Set(written.covariates ?? [])],
    adjustment,
    replacement: written.replacement ?? true,
    caliper: written.caliper ?? null,
    prePeriod: written.pre_period ?? null,
    strata: [...new Set(written.strata ?? [])],
    assignment,
    estimand: written.estimand ?? (adjustment.startsWith('matching') ? 'att' : 'ate'),
    expectedShare: written.expected_share ?? drawnShare(arms, treated, written.control ?? null),
    linkage: written.linkage ? linkageOf(written.linkage) : null,
  };
}

function assignmentOf(written: ComparisonDocument['assignment']): Assignment | null {
  if (!written) return null;
  if (typeof written === 'string') return { from: 'source', source: written };
  const arms = Object.entries(written.shares).map(([name, share]) => ({ name, share }));
  return { from: 'seed', seed: written.seed, arms };
}

/** Share of the treated among those compared; one half when the draw is not Foulée's. */
function drawnShare(
  arms: readonly { readonly name: string; readonly share: number }[],
  treated: string,
  control: string | null,
): number {
  const share = (keep: (name: string) => boolean) =>
    arms.reduce((sum, arm) => (keep(arm.name) ? sum + arm.share : sum), 0);
  const own = share((name) => name === treated);
  const others = share((name) => name !== treated && (control === null || name === control));
  return own > 0 && others > 0 ? own / (own + others) : 0.5;
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
