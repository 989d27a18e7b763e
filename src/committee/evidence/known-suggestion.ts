import type { Publication } from '../../publish/bundle/bundle.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import { inputOfPublication } from '../suggestion/input-of-publication.ts';
import { suggest } from '../suggestion/suggest.ts';
import type { SuggestionInput } from '../suggestion/suggestion.ts';
import { type SponsorTerms, standingTerms } from '../terms/sponsor-terms.ts';
import { termsSentence } from '../terms/terms-sentence.ts';
import type { CommitteeEvidence } from './evidence.ts';

interface Aside {
  readonly day: string;
  readonly costs: CommitteeEvidence['costs'];
  readonly hasPlan: boolean;
  /** What the sponsor said counts by then, the last word first. */
  readonly terms: readonly SponsorTerms[];
}

/** What the rule suggests from the publication that stood on a day (null: none) and the budget known then. */
export function knownSuggestion(
  standing: Publication | null,
  { day, costs, hasPlan, terms }: Aside,
): CommitteeEvidence['suggestion'] {
  const { budget } = costs;
  const costPerYear = budget.kind === 'costs' ? budget.perYear / 100 : null;
  const input = inputOfPublication(standing?.bundle ?? null, {
    ...{ costPerYear, hasPlan, terms },
    today: day,
    usersPerYear: null,
  });
  const {
    rule,
    answer,
    because,
    words,
    short,
    reasons,
    whatWouldChange,
    nextStep,
    probability,
    valueOfKnowing,
  } = suggest(input);
  return {
    ...{ rule, answer, because, words, short, nextStep, probability },
    // Within what the front page of a dossier shows: a threshold chosen afterwards is not a detail.
    reasons: [...reasons.slice(0, 2), ...setBy(standing, terms, input), ...reasons.slice(2)],
    whatWouldChange: [...whatWouldChange],
    valueOfKnowing: [...valueOfKnowing.sentences],
    isKnowingPriced: valueOfKnowing.perfect !== null,
  };
}

/** Who set what the answer rests on; nothing when the plan did, or when there is no effect to judge. */
function setBy(
  standing: Publication | null,
  terms: readonly SponsorTerms[],
  { figure }: SuggestionInput,
): readonly string[] {
  const measure = standing === null ? null : mainMeasure(standing.bundle.measures);
  if (measure === null || figure.kind === 'nothing') return [];
  const set = standingTerms(terms, { indicator: measure.indicator, unit: figure.unit });
  const said = set === null ? null : termsSentence(set, figure, figure.measuredOn);
  return said === null ? [] : [said];
}
