import type { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { importSources } from '../records/import-sources.ts';
import { describeImport } from './describe-import.ts';
import { loadPlan } from './plan-file.ts';
import { progressOn } from './progress.ts';
import { validDay } from './valid-day.ts';

interface ImportFlags {
  readonly today?: string;
  readonly json?: boolean;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Importe les sources d’un plan : pseudonymise, vérifie, ajoute ce qui est nouveau')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--today <jour>', 'jour de l’import, AAAA-MM-JJ : une date d’usage postérieure est écartée')
    .option('--json', 'affiche le bilan en JSON')
    .action(async (path: string, flags: ImportFlags) => {
      const { plan, folder } = loadPlan(path);
      const today = flags.today === undefined ? undefined : validDay('--today', flags.today);
      const progress = progressOn(process.stderr);
      const stop = new AbortController();
      const interrupt = () => stop.abort();
      process.once('SIGINT', interrupt);
      try {
        const summary = await importSources(plan, {
          planFolder: folder,
          config: readConfig(),
          ...(today === undefined ? {} : { today }),
          signal: stop.signal,
          onProgress: progress.update,
        });
        progress.end();
        process.stdout.write(flags.json ? `${JSON.stringify(summary, null, 1)}\n` : describeImport(summary));
      } finally {
        process.off('SIGINT', interrupt);
        progress.end();
      }
    });
}
