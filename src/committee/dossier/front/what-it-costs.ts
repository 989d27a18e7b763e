import { frenchDay } from '../../../platform/french/date.ts';
import { centsAsEuros } from '../../../platform/french/money.ts';
import { frenchNumber } from '../../../platform/french/number.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { note, type Section, text } from '../dossier.ts';

type Costs = CommitteeEvidence['costs'];

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

/** What a year of the service cost, and how much of it nobody wrote down. */
export function budgetSentence(budget: Costs['budget']): string {
  if (budget.kind === 'unknown') return budget.sentence;
  const { from, until, total, forecast, days, coveredDays, perYear } = budget;
  const planned = forecast === 0 ? '' : `, dont ${whole(forecast)} prévus et non encore constatés`;
  const partly =
    coveredDays === days
      ? ''
      : ` Les budgets écrits ici ne couvrent que ${frenchNumber(coveredDays)} jours sur ${frenchNumber(days)} : à ce rythme, une année coûte ${whole(perYear)}.`;
  return typeset(
    `${whole(total)} sur un an, du ${frenchDay(from)} au ${frenchDay(until)}${planned}.${partly}`,
  );
}

const whole = (cents: number): string => centsAsEuros(Math.round(cents / 100) * 100);
