import { join } from 'node:path';
import { openDuckDbEngine } from '../engine/duckdb/duckdb-engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { Config } from '../platform/config.ts';
import { openKeptUnits } from '../records/kept-units/kept-units.ts';
import { openRecords } from '../records/open-records.ts';
import type { MeasureDocument } from './measure.ts';
import { type MeasureOptions, measurePlan } from './measure-plan.ts';

/**
 * Measures a plan on what is imported under the data folder, with an engine of its own; `signal` stops it half-way.
 * `keepUnits`: what is counted is kept beside the records, so that the next time only what is new is.
 */
export async function measureImported(
  plan: Plan,
  config: Config,
  {
    signal,
    keepUnits = false,
    ...options
  }: Omit<MeasureOptions, 'keptUnits'> & {
    readonly signal?: AbortSignal | undefined;
    readonly keepUnits?: boolean;
  },
): Promise<MeasureDocument> {
  const records = await openRecords(plan, config);
  const engine = await openDuckDbEngine({
    threads: config.threads,
    memory: config.memory,
    temporaryFolder: config.temporaryFolder,
    folders: [join(config.dataFolder, 'records')],
  });
  const cancel = () => engine.cancel();
  signal?.addEventListener('abort', cancel);
  const keptUnits = keepUnits ? openKeptUnits(plan, config) : null;
  try {
    return await measurePlan(plan, records, engine, { ...options, keptUnits });
  } finally {
    keptUnits?.close();
    signal?.removeEventListener('abort', cancel);
    engine.close();
  }
}
