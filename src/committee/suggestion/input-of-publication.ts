import type { Bundle } from '../../publish/bundle/bundle.ts';
import { type PublicationSummary, publicationSummary } from '../../publish/summary/publication-summary.ts';
import { type SponsorTerms, standingTerms } from '../terms/sponsor-terms.ts';
import type { EffectToJudge, NothingToJudge, SuggestionInput } from './suggestion.ts';

/** What a publication does not say. */
export interface AsideFacts {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Of the service, in euros; null: not entered, so that the cost of the plan is taken when it gives one. */
  readonly costPerYear: number | null;
  /** Of the service; null: those of the comparison, at the pace they entered. */
  readonly usersPerYear: number | null;
  /** Whether a plan is written, for a service that published nothing. */
  readonly hasPlan: boolean;
  /** What the sponsor said counts, the last word first; preferred to what the plan says. */
  readonly terms: readonly Pick<SponsorTerms, 'indicator' | 'unit' | 'threshold' | 'valuePerOutcome'>[];
}

/** What the rule looks at, from the last publication that stands (null: none); the same bundle gives the same input. */
export const inputOfPublication = (bundle: Bundle | null, aside: AsideFacts): SuggestionInput =>
  inputOfSummary(bundle === null ? null : publicationSummary(bundle), aside);

/** The same from the summary kept of a publication, for a list of many services. */
export function inputOfSummary(summary: PublicationSummary | null, aside: AsideFacts): SuggestionInput {
  const { today, costPerYear, hasPlan } = aside;
  if (summary === null) {
    const figure = nothing(hasPlan ? 'no-measure' : 'no-plan', null, null);
    return { ...unasked, today, costPerYear, figure };
  }
  const { users, usersPerYear: followed, decision, effect } = summary;
  const { unit } = effect.kind === 'estimate' ? effect : { unit: 'share' as const };
  const set = standingTerms(aside.terms, { indicator: summary.indicator, unit });
  const planCost =
    decision.cost === null || users === null || users === 0 || followed === null
      ? null
      : (decision.cost * followed) / users;
  return {
    today,
    figure: figureOf(summary),
    level: summary.level,
    failedChecks: summary.failedChecks,
    threshold: set?.threshold ?? decision.threshold,
    valuePerOutcome: set?.valuePerOutcome ?? decision.valuePerOutcome,
    costPerYear: costPerYear ?? planCost,
    usersPerYear: aside.usersPerYear ?? followed,
  };
}

const unasked = {
  level: 0,
  failedChecks: [],
  threshold: null,
  valuePerOutcome: null,
  usersPerYear: null,
} as const;

function figureOf({ effect, freshness, users }: PublicationSummary): EffectToJudge | NothingToJudge {
  switch (effect.kind) {
    case 'none':
      return nothing('no-comparison', null, freshness.nextDue);
    case 'insufficient':
      return nothing(effect.reason, effect.sentence, freshness.nextDue);
    case 'estimate': {
      const { laterHorizon, kind: _kind, ...read } = effect;
      const pending = laterHorizon === null ? null : { horizon: laterHorizon, day: null };
      return { kind: 'effect', ...read, measuredOn: freshness.measuredOn, users, pending };
    }
  }
}

const nothing = (
  reason: NothingToJudge['reason'],
  sentence: string | null,
  nextFigure: string | null,
): NothingToJudge => ({ kind: 'nothing', reason, sentence, nextFigure });
