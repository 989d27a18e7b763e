/**
 * Random numbers that are a function of (seed, stream, index, rank): nothing is stored, and one person's numbers do
 * not depend on who came before. Two keys are derived from the index and each draw mixes them with its rank, in the
 * manner of the counter-based generators of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 * The mixer is the 32-bit finaliser of MurmurHash3 (Appleby, public domain), a bijection of 32-bit integers.
 */
export interface Draws {
  /** Goes to the first number of one index (an integer under 2^32) of one stream. */
  start(stream: number, index: number): void;
  /** An integer from 0 to 2^32 − 1. */
  word(): number;
  /** Strictly between 0 and 1. */
  uniform(): number;
  /** An integer from 0 to n − 1. */
  below(n: number): number;
  chance(probability: number): boolean;
  /** Exponential of mean 1. */
  exponential(): number;
}

export function mix(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Streams keep apart the numbers of the different things drawn in one world. */
export const streams = { person: 1, anonymous: 2, background: 3, company: 4, pilot: 5 } as const;

export function createDraws(seed: number): Draws {
  let first = 0;
  let second = 0;
  let rank = 0;

  const word = (): number => {
    rank = (rank + 0x9e3779b9) | 0;
    return mix(mix((first + rank) | 0) ^ (second + Math.imul(rank, 0x7feb352d)));
  };
  const uniform = (): number => (word() + 0.5) / 4294967296;

  return {
    start(stream, index) {
      const key = mix(seed ^ Math.imul(stream, 0x9e3779b1));
      first = mix(index ^ key);
      second = mix(first ^ mix(key + stream));
      rank = 0;
    },
    word,
    uniform,
    below: (n) => Math.floor(uniform() * n),
    chance: (probability) => uniform() < probability,
    exponential: () => -Math.log(uniform()),
  };
}
