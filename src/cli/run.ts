import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Plan } from '../plan/plan.ts';
import { today as clock, instant } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import type { RunHistory } from '../weekly/history/weekly-run.ts';
import { validDay } from './valid-day.ts';

interface RunFlags {
  readonly service?: string;
  readonly today?: string;
  readonly json?: boolean;
}

interface Subject {
  readonly service: string;
  readonly plan: Plan;
  readonly planFolder: string;
  readonly history: RunHistory;
}

/** `foulee run`: the run of the week, on local files or on a service of the application database. */
export function addRun(program: Command): void {
  program
    .command('run')
    .description('Fait la foulée de la semaine : importe, mesure, compare à la dernière fois')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--service <id>', 'le plan et l’historique d’un service inscrit dans la base de Foulée')
    .option('--today <jour>', 'jour de la foulée, AAAA-MM-JJ')
    .option('--json', 'affiche la foulée complète en JSON')
    .addHelpText(
      'after',
      `
L’historique est gardé dans FOULEE_DATA/foulees, ou dans la base avec --service.
Refaite la même semaine, la foulée remplace la précédente.`,
    )
    .action(async (path: string, flags: RunFlags) => {
      const config = readConfig();
      if (flags.service === undefined) return run(await onFiles(path, config), config, flags);
      const { withDatabase } = await import('./with-database.ts');
      const { serviceToRun } = await import('../weekly/run/service-to-run.ts');
      const { service } = flags;
      await withDatabase(async (db) => {
        const found = await serviceToRun(db, service, config);
        if (found === null) throw noPlan(service);
        await run(found, config, flags);
      });
    });
}

async function onFiles(path: string, config: Config): Promise<Subject> {
  const { loadPlan } = await import('./plan-file.ts');
  const { fileHistory } = await import('../weekly/history/file-history.ts');
  const { plan } = loadPlan(path);
  const planFolder = dirname(resolve(path));
  return { service: plan.service.id, plan, planFolder, history: fileHistory(config.dataFolder) };
}

async function run(subject: Subject, config: Config, flags: RunFlags): Promise<void> {
  const { runWeek } = await import('../weekly/run/run-week.ts');
  const { progressOn } = await import('./progress.ts');
  const { software } = await import('./software.ts');
  const { weekText } = await import('./week-text.ts');
  const progress = progressOn(process.stderr);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const made = await runWeek({
      ...subject,
      config,
      today: flags.today === undefined ? clock() : validDay('--today', flags.today),
      now: instant(),
      software: software(),
      signal: stop.signal,
      onProgress: progress.update,
    });
    progress.end();
    const before = await subject.history.before(made.service, made.week);
    process.stdout.write(flags.json ? `${JSON.stringify(made, null, 1)}\n` : weekText(made, before));
    if (made.document === null) throw nothingMeasured();
  } finally {
    process.off('SIGINT', interrupt);
    progress.end();
  }
}

const nothingMeasured = () =>
  new Refusal(
    'data',
    'Rien n’a pu être mesuré cette semaine ; l’historique garde ce qui l’a empêché.',
    'Faites ce qui est dit ci-dessus, puis relancez « foulee run ».',
  );

const noPlan = (service: string) =>
  new Refusal(
    'data',
    `Le service « ${service} » n’est pas inscrit ici, ou n’a pas encore de plan.`,
    'Enregistrez son plan dans l’espace de l’équipe, ou donnez le chemin d’un fichier : foulee run impact.yaml.',
  );
