import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const count = z.number().int().nonnegative();
const names = z.array(z.string());

/** What is kept of the units of one indicator: names of Parquet files beside it, and what they were counted from. */
const keptState = z.object({
  version: z.literal(1),
  /** Digest of the question: another question has other units. */
  question: z.string(),
  /** Names of the segments of each source, by name of source, and their rows in all. */
  segments: z.record(z.string(), names),
  rows: count,
  /** Files of units; each count that follows adds some, which hold the units that changed. */
  units: names,
  /** Units of the first count, and of all those that follow. */
  first: count,
  added: count,
  generation: count,
  /** The counts of all these units. */
  counts: z.string(),
});

export type KeptState = Readonly<z.infer<typeof keptState>>;

export const stateName = 'units.json';

/** Null when nothing was kept, or not to its end. */
export function readState(folder: string): KeptState | null {
  try {
    return keptState.parse(JSON.parse(readFileSync(join(folder, stateName), 'utf8')));
  } catch {
    return null;
  }
}
