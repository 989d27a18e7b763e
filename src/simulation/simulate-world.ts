import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFileSet } from './file-set.ts';
import { generate } from './generate.ts';
import { defaultOptions, type SimulationOptions } from './options.ts';
import { planText } from './plan-text.ts';
import { type Truth, truthDocument } from './truth.ts';
import { createWorld } from './world.ts';
import { createWriters } from './writers.ts';

export interface SimulatedWorld {
  readonly folder: string;
  /** Names of the files written in the folder. */
  readonly files: readonly string[];
  readonly truth: Truth;
}

/**
 * Writes a La-Bonne-Boite-like world whose truth is known: a usage log, a register of hires, a plan that measures
 * them (`impact.yaml`) and what the measure should find (`truth.json`). The same options give the same bytes; memory
 * does not grow with the number of people. How it is made: docs/simulation.md.
 *
 * `onProgress` receives the share done, 0 to 1. Rejects with the signal's reason when it is aborted, or the system's
 * error when a write fails; the files written so far are then removed.
 */
export async function simulateWorld(
  options: Pick<SimulationOptions, 'output'> & Partial<SimulationOptions>,
  onProgress?: (share: number) => void,
): Promise<SimulatedWorld> {
  const world = createWorld({ ...defaultOptions, ...options });
  const folder = world.options.output;
  const made = mkdirSync(folder, { recursive: true });
  const usageFiles = world.options.files === 'day' ? world.calendar.days : world.options.months;
  const files = createFileSet(folder, usageFiles + world.options.months + 1);
  const writers = createWriters(world, files);
  try {
    const known = await generate(world, writers, (share) => onProgress?.(share));
    const names = files.finish();
    const truth = truthDocument(world, writers.rows, known);
    writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
    writeFileSync(join(folder, 'impact.yaml'), planText(world));
    onProgress?.(1);
    return { folder, files: [...names, 'impact.yaml', 'truth.json'], truth };
  } catch (error) {
    files.abandon();
    for (const name of ['truth.json', 'impact.yaml']) rmSync(join(folder, name), { force: true });
    if (made !== undefined) removeEmptyFolders(folder, made);
    throw error;
  }
}

/** Removes the folders from `folder` up to `made`, the first one that did not exist, as far as they are empty. */
function removeEmptyFolders(folder: string, made: string): void {
  try {
    for (let path = folder; path.length >= made.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // Something else was put there meanwhile: it stays.
  }
}
