import type { Publication } from '../../publish/bundle/bundle.ts';
import { inputOfPublication } from '../suggestion/input-of-publication.ts';
import { suggest } from '../suggestion/suggest.ts';
import type { CommitteeEvidence } from './evidence.ts';

interface Aside {
  readonly day: string;
  readonly costs: CommitteeEvidence['costs'];
  readonly hasPlan: boolean;
}

/** What the rule suggests from the publication that stood on a day (null: none) and the budget known then. */
export function knownSuggestion(
  standing: Publication | null,
  { day, costs, hasPlan }: Aside,
): CommitteeEvidence['suggestion'] {
  const { budget } = costs;
  const costPerYear = budget.kind === 'costs' ? budget.perYear / 100 : null;
  const aside = { today: day, costPerYear, usersPerYear: null, hasPlan };
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
  } = suggest(inputOfPublication(standing?.bundle ?? null, aside));
  return {
    ...{ rule, answer, because, words, short, nextStep, probability },
    reasons: [...reasons],
    whatWouldChange: [...whatWouldChange],
    valueOfKnowing: [...valueOfKnowing.sentences],
    isKnowingPriced: valueOfKnowing.perfect !== null,
  };
}
