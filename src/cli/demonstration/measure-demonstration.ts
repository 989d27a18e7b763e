import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDbEngine } from '../../engine/duckdb/duckdb-engine.ts';
import type { Engine } from '../../engine/port.ts';
import type { MeasureDocument } from '../../measure/measure.ts';
import { measurePlan } from '../../measure/measure-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Config, readConfig } from '../../platform/config.ts';
import { newId } from '../../platform/ids.ts';
import { ownFolder, sweepDead } from '../../platform/own-folder.ts';
import type { MeasuredExample } from '../../portfolio/demonstration/plans/measured-example.ts';
import { importSources } from '../../records/import-sources.ts';
import { openRecords } from '../../records/open-records.ts';
import { loadPlan } from '../plan-file.ts';
import { software } from '../software.ts';
import { knownThrough, monthsBefore } from './publication-day.ts';
import { type JobSeekers, simulateJobSeekers, stageFiles } from './stage-files.ts';

export interface MeasuredDemonstration {
  readonly example: MeasuredExample;
  readonly planText: string;
  readonly plan: Plan;
  readonly document: MeasureDocument;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string;
}

const historyMonths = 18;
const folderKind = 'foulee-demonstration';

/** Removes the simulated data of demonstrations that were killed while they were made. */
export const sweepDemonstrations = (): void => sweepDead(tmpdir(), folderKind);

/**
 * Measures services of the demonstration as their teams would have on each day they publish: files known by then,
 * the same import and the same methods as real ones. One by one, so that each can be shown at once; nothing is left
 * on disk.
 */
export async function* measureDemonstration(
  examples: readonly MeasuredExample[],
  today: string,
): AsyncGenerator<MeasuredDemonstration> {
  const folder = ownFolder(tmpdir(), folderKind);
  const config = ownConfig(join(folder, 'data'));
  const engine = await openDuckDbEngine({
    threads: config.threads,
    memory: config.memory,
    temporaryFolder: config.temporaryFolder,
    folders: [join(config.dataFolder, 'records')],
  });
  try {
    const since = `${monthsBefore(today, historyMonths).slice(0, 7)}-01`;
    let jobSeekers: JobSeekers | null = null;
    for (const example of examples) {
      if (example.jobSeekers) jobSeekers ??= await simulateJobSeekers(join(folder, 'world'), today);
      let before: string | null = null;
      for (const months of example.monthsAgo) {
        const publishedOn = monthsBefore(today, months);
        const known = { since, through: knownThrough(publishedOn) };
        const path = stageFiles(join(folder, example.service), example, { before, known }, jobSeekers);
        before = known.through;
        yield { ...(await measured(path, { config, engine, today: publishedOn })), example, publishedOn };
      }
    }
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(
  path: string,
  { config, engine, today }: { readonly config: Config; readonly engine: Engine; readonly today: string },
) {
  const { plan, folder, text } = loadPlan(path);
  await importSources(plan, { planFolder: folder, config, today });
  const records = await openRecords(plan, config);
  const document = await measurePlan(plan, records, engine, { software: software(), keepCounts: true });
  return { planText: text, plan, document };
}

/** Simulated people need no lasting secret: a key for this run, and records apart. */
function ownConfig(dataFolder: string): Config {
  return {
    ...readConfig(),
    dataFolder,
    threads: 1,
    temporaryFolder: join(dataFolder, 'tmp'),
    key: { from: 'environment', text: newId() + newId() },
  };
}
