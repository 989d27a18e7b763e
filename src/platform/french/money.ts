import { frenchNumber, tied } from './number.ts';

/** An amount in euros as people say it: to the cent under ten euros (`0,90 €`), in whole euros above (`1 233 €`). */
export function euros(amount: number): string {
  return `${frenchNumber(amount, Math.abs(amount) < 9.995 ? 2 : 0)}${tied}€`;
}

/** A sum kept in cents, said exactly: `12 345,60 €`, without cents when there are none. */
export function centsAsEuros(cents: number): string {
  return `${frenchNumber(cents / 100, cents % 100 === 0 ? 0 : 2)}${tied}€`;
}

/** The same without cents: `12 346 €`. */
export const wholeEuros = (cents: number): string => centsAsEuros(Math.round(cents / 100) * 100);
