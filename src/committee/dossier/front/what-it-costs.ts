import { yearSentence } from '../../costs/year-sentence.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { note, type Section, text } from '../dossier.ts';

/** The budget of the year, what one more effect costs, and how it moved. */
export function whatItCosts({ costs }: CommitteeEvidence): Section {
  const { perAdditionalOutcome, perObservedOutcome, moves } = costs;
  const observed = perAdditionalOutcome.kind === 'insufficient' && perObservedOutcome.kind === 'cost';
  return {
    id: 'cout',
    heading: 'Ce que cela coûte',
    blocks: [
      text(budgetSentence(costs.budget)),
      ...(costs.budget.kind === 'unknown' ? [] : [text(perAdditionalOutcome.sentence)]),
      ...(observed ? [text(perObservedOutcome.sentence)] : []),
      ...(moves === null || costs.budget.kind === 'unknown'
        ? []
        : [note(observed ? moves.perObservedOutcome : moves.perAdditionalOutcome)]),
    ],
  };
}

/** What the year up to that day cost, and how much of it nobody wrote down. */
export function budgetSentence(budget: CommitteeEvidence['costs']['budget']): string {
  if (budget.kind === 'unknown') return budget.sentence;
  const { from, until, ...costs } = budget;
  return yearSentence({ ...costs, period: { from, until } });
}
