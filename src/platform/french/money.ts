import { frenchNumber, tied } from './number.ts';

/** An amount in euros as people say it: to the cent under ten euros (`0,90 €`), in whole euros above (`1 233 €`). */
export const euros = (amount: number): string => eurosTogether([amount])(amount);

/**
 * How to say amounts that are read together, such as a figure and its interval: all to the cent when one is under ten
 * euros, or when whole euros would make two of them the same.
 */
export function eurosTogether(amounts: readonly number[]): (amount: number) => string {
  const distinct = (decimals: number) => new Set(amounts.map((amount) => amount.toFixed(decimals))).size;
  const inCents = amounts.some((amount) => Math.abs(amount) < 9.995) || distinct(0) < distinct(2);
  return (amount) => `${frenchNumber(amount, inCents ? 2 : 0)}${tied}€`;
}

/** `10,00 € (entre 9,69 € et 10,33 €)`; the amount alone without an interval. */
export function eurosWithRange(value: number, lower: number | null, upper: number | null): string {
  if (lower === null || upper === null) return euros(value);
  const say = eurosTogether([value, lower, upper]);
  return `${say(value)} (entre ${say(lower)} et ${say(upper)})`;
}

/** A sum kept in cents, said exactly: `12 345,60 €`, without cents when there are none. */
export function centsAsEuros(cents: number): string {
  return `${frenchNumber(cents / 100, cents % 100 === 0 ? 0 : 2)}${tied}€`;
}

/** The same without cents: `12 346 €`. */
export const wholeEuros = (cents: number): string => centsAsEuros(Math.round(cents / 100) * 100);
