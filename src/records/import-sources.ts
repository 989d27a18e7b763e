import { mkdirSync } from 'node:fs';
import type { Plan } from '../plan/plan.ts';
import { today as clock, instant } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { readKey } from '../platform/key.ts';
import { arrivalsFolder } from './arrivals/arrivals-folder.ts';
import { lockImport } from './import-lock.ts';
import { importSource, type SourceImport } from './import-source.ts';
import type { ImportSummary } from './import-summary.ts';
import { writeManifest } from './manifest.ts';
import { longestLine } from './raw-rows-sql.ts';
import { serviceFolder, sourceFolder } from './records-folder.ts';
import { sweep } from './sweep.ts';

export interface ImportOptions {
  readonly planFolder: string;
  readonly config: Config;
  /** Days after this one are in the future; default: the day of the computer. */
  readonly today?: string;
  /** The present instant, ISO 8601; default: the one of the computer. */
  readonly now?: string;
  /** `share` from 0 to 1; null: no telling. */
  readonly onProgress?: (label: string, share: number | null) => void;
  readonly signal?: AbortSignal;
  /** Longer lines are set aside, in bytes. */
  readonly longestLine?: number;
}

/**
 * Imports what is new in the files of a plan's sources into pseudonymised Parquet files. Idempotent. All sources
 * are read before any is committed, and each is committed at once: a refusal, Ctrl-C or a kill leaves the
 * previous state. Refusals: a file, a column or a key missing, too many rows set aside, another import running.
 */
export async function importSources(plan: Plan, options: ImportOptions): Promise<ImportSummary> {
  const { config } = options;
  const key = readKey(config);
  const folder = serviceFolder(config.dataFolder, plan.service.id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockImport(folder);
  try {
    const imports: SourceImport[] = [];
    for (const source of Object.values(plan.sources)) {
      const place = sourceFolder(config.dataFolder, plan.service.id, source, key.fingerprint);
      sweep(place);
      imports.push(
        await importSource(source, {
          planFolder: options.planFolder,
          folder: place,
          arrivals: arrivalsFolder(config.dataFolder, plan.service.id, source, key.fingerprint),
          config,
          key,
          today: options.today ?? clock(),
          now: options.now ?? instant(),
          longestLine: options.longestLine ?? longestLine,
          signal: options.signal,
          onProgress: options.onProgress ?? (() => {}),
        }),
      );
    }
    for (const { folder: place, manifest } of imports) if (manifest) writeManifest(place, manifest);
    return {
      sources: imports.map(({ summary }) => summary),
      changed: imports.some(({ manifest }) => manifest !== null),
      keyCreatedAt: key.createdAt,
    };
  } finally {
    unlock();
  }
}
