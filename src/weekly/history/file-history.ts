import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { serviceFolder } from '../../records/records-folder.ts';
import type { Week } from '../week.ts';
import type { RunHistory, WeeklyRun } from './weekly-run.ts';

/** Where the runs of a service are, and what goes with them. */
export const historyFolder = (dataFolder: string, service: string): string =>
  join(dataFolder, 'foulees', basename(serviceFolder(dataFolder, service)));

/** Runs as files of the data folder, `foulees/<service>/<week>.json`, each put in place whole. */
export function fileHistory(dataFolder: string): RunHistory {
  const folderOf = (service: string) => historyFolder(dataFolder, service);
  const read = (service: string, week: Week): WeeklyRun | null => {
    try {
      return JSON.parse(readFileSync(join(folderOf(service), `${week}.json`), 'utf8')) as WeeklyRun;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  return {
    async before(service, week) {
      const weeks = weeksIn(folderOf(service)).filter((other) => other < week);
      for (const other of weeks.toReversed()) {
        const run = read(service, other);
        if (run !== null && run.document !== null) return run;
      }
      return null;
    },
    of: async (service, week) => read(service, week),
    async save(run) {
      const folder = folderOf(run.service);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `${run.week}.${process.pid}.draft`);
      writeFileSync(draft, JSON.stringify(run), { mode: 0o600, flush: true });
      renameSync(draft, join(folder, `${run.week}.json`));
    },
  };
}

function weeksIn(folder: string): readonly Week[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => /^(\d{4}-W\d{2})\.json$/.exec(name)?.[1] ?? [])
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
