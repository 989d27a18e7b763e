import { frenchDay } from '../../platform/french/date.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import type { Decision } from './decision.ts';

/** `120 000 € jusqu’au 30 juin 2027.`; null: nothing was said of money. */
export function moneySentence({
  amount,
  moneyUntil,
}: Pick<Decision, 'amount' | 'moneyUntil'>): string | null {
  if (amount === null) return moneyUntil === null ? null : `De quoi tenir jusqu’au ${frenchDay(moneyUntil)}.`;
  const until = moneyUntil === null ? '' : ` jusqu’au ${frenchDay(moneyUntil)}`;
  return `${frenchNumber(amount)}${tied}€${until}.`;
}
