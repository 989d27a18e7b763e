import { isRefused } from '../src/statistics/refused.ts';
import { seededRandom } from '../src/statistics/seeded-random.ts';

/** What one replication gives: a figure with its 95 % interval, or nothing (a refusal). */
export type Reading = { readonly value: number; readonly lower: number; readonly upper: number } | null;

/** A world whose truth is known, and the estimator under trial. */
export interface World {
  readonly name: string;
  /** In French, what is drawn: for the reader of the table. */
  readonly said: string;
  readonly truth: number;
  readonly replications?: number;
  /** False: the estimate's law has no mean, so that a bias has no meaning. */
  readonly hasMean?: boolean;
  /** Draws one data set and reads it. */
  readonly draw: (random: () => number) => Reading;
}

export interface Coverage {
  readonly name: string;
  readonly said: string;
  readonly truth: number;
  readonly replications: number;
  readonly refused: number;
  /** Share of the intervals that hold the truth. */
  readonly covered: number;
  /** Mean estimate minus truth (null without a mean), and the standard error of that mean over the replications. */
  readonly bias: number | null;
  readonly biasError: number;
}

/** Reads `world` over and over from one seed; refused replications are counted apart, never as covering. */
export function replicate(world: World, seed: number): Coverage {
  const replications = world.replications ?? 1_000;
  const random = seededRandom(seed);
  let [refused, covered, sum, squares] = [0, 0, 0, 0];
  for (let k = 0; k < replications; k++) {
    const reading = world.draw(random);
    if (reading === null) {
      refused++;
      continue;
    }
    if (reading.lower <= world.truth && world.truth <= reading.upper) covered++;
    sum += reading.value;
    squares += reading.value ** 2;
  }
  const read = replications - refused;
  const mean = sum / read;
  return {
    name: world.name,
    said: world.said,
    truth: world.truth,
    replications,
    refused,
    covered: covered / read,
    bias: world.hasMean === false ? null : mean - world.truth,
    biasError: Math.sqrt((squares / read - mean ** 2) / read),
  };
}

/** An answer that may be a refusal, an `insufficient` or without bounds, as a reading. */
export function reading(
  answer: object | null | undefined,
  value: 'value' | 'estimate' | 'att' | 'adjusted' = 'estimate',
): Reading {
  if (answer == null || isRefused(answer)) return null;
  const found = answer as Readonly<Record<string, unknown>>;
  const [figure, lower, upper] = [found[value], found.lower, found.upper];
  if (typeof figure !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return null;
  return { value: figure, lower, upper };
}
