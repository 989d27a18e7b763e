import { frenchNumber } from './number.ts';

/** A share of people and its interval, each between 0 and 1. */
export interface Share {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

const bases = [100, 1_000, 10_000, 100_000, 1_000_000];

/** Out of how many people a share is said. */
export type Base = number;

/**
 * The smallest round number of people out of which the share and both ends of its interval are distinct whole
 * numbers, so that nobody has to read a decimal of a person: 14 of 100 (13 to 15), 3 of 1 000 (2 to 4).
 */
export function baseFor(share: Share): Base {
  return bases.find((base) => isLegible(share, base)) ?? 1_000_000;
}

/**
 * One base for all the figures shown together, so that they compare: legible for the main share, and in which
 * every other share that is not zero still counts at least one person.
 */
export function commonBase(main: Share, others: readonly Share[]): Base {
  const counts = (base: Base) => others.every(({ value }) => value === 0 || Math.round(value * base) >= 1);
  return bases.find((base) => isLegible(main, base) && counts(base)) ?? 1_000_000;
}

function isLegible({ value, lower, upper }: Share, base: Base): boolean {
  const whole = (share: number) => Math.round(share * base);
  return (
    (value === 0 || whole(value) >= 1) &&
    (lower === value || whole(lower) < whole(value)) &&
    (upper === value || whole(value) < whole(upper))
  );
}

/** `14`: the number of people out of `base`; decimals only below ten in a million, where no larger base is left. */
export function people(share: number, base: Base): string {
  const number = share * base;
  return frenchNumber(number, base === 1_000_000 && number > 0 && number < 10 ? 2 : 0);
}

/** `14 sur 100`. */
export function outOf(share: number, base: Base): string {
  return `${people(share, base)} sur ${frenchNumber(base)}`;
}

/** `entre 13 et 15`, or a plain statement that no interval can be given. */
export function between({ value, lower, upper }: Share, base: Base): string {
  if (lower === upper && (value === 0 || value === 1)) return 'intervalle non calculable';
  return `entre ${people(lower, base)} et ${people(upper, base)}`;
}
