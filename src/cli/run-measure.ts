import type { MeasureDocument } from '../measure/measure.ts';
import { measureImported } from '../measure/measure-imported.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { importSources } from '../records/import-sources.ts';
import { loadPlan } from './plan-file.ts';
import { progressOn } from './progress.ts';
import { software } from './software.ts';

export interface RunOptions {
  /** Look for new rows in the plan's files first; unchanged files are not read again. */
  readonly refresh: boolean;
  readonly only?: readonly string[];
  /** Keep the counts the figures rest on, to publish them. */
  readonly keepCounts?: boolean;
  /** From the environment when left out. */
  readonly config?: Config;
}

/** Imports what is new, then measures; Ctrl-C stops between two states, never in the middle of one. */
export async function measureFromPlan(path: string, options: RunOptions): Promise<MeasureDocument> {
  const { plan, folder } = loadPlan(path);
  const unknown =
    options.only?.filter((id) => !plan.indicators.some((indicator) => indicator.id === id)) ?? [];
  if (unknown.length > 0) {
    throw new Refusal(
      'usage',
      `Indicateur inconnu : ${unknown.join(', ')}.`,
      `Ce plan a : ${plan.indicators.map((indicator) => indicator.id).join(', ')}.`,
    );
  }
  const config = options.config ?? readConfig();
  const progress = progressOn(process.stderr);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    if (options.refresh) {
      await importSources(plan, {
        planFolder: folder,
        config,
        signal: stop.signal,
        onProgress: progress.update,
      });
    }
    return await measureImported(plan, config, {
      software: software(),
      signal: stop.signal,
      ...(options.only && { only: options.only }),
      ...(options.keepCounts && { keepCounts: true }),
      onProgress: (indicator, share) => progress.update(`Mesure de ${indicator}`, share),
    });
  } finally {
    process.off('SIGINT', interrupt);
    progress.end();
  }
}
