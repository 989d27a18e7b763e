import { Command, CommanderError } from 'commander';
import { debugAsked } from '../platform/config.ts';
import { exitCodes, Refusal } from '../platform/refusal.ts';
import { commandLineRefusal, speakFrench } from './french-help.ts';
import { software } from './software.ts';

/** A command adds itself to the program; its action throws a `Refusal` for anything the user can mend. */
export type AddCommand = (program: Command) => void;

/** In the order of the help. Each is loaded when it is called: loading all of them takes longer than most take to run. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  serve: async () => (await import('./serve.ts')).addServe,
  demo: async () => (await import('./demo.ts')).addDemo,
  cases: async () => (await import('./cases.ts')).addCases,
  plan: async () => (await import('./plan.ts')).addPlan,
  check: async () => (await import('./check.ts')).addCheck,
  import: async () => (await import('./import.ts')).addImport,
  pull: async () => (await import('./pull.ts')).addPull,
  project: async () => (await import('./project.ts')).addProject,
  measure: async () => (await import('./measure.ts')).addMeasure,
  run: async () => (await import('./run.ts')).addRun,
  remind: async () => (await import('./remind.ts')).addRemind,
  report: async () => (await import('./measure.ts')).addReport,
  erase: async () => (await import('./erase.ts')).addErase,
  assign: async () => (await import('./assign.ts')).addAssign,
  collect: async () => (await import('./collect.ts')).addCollect,
  publish: async () => (await import('./publish.ts')).addPublish,
  table: async () => (await import('./table.ts')).addTable,
  correct: async () => (await import('./correct.ts')).addCorrect,
  withdraw: async () => (await import('./correct.ts')).addWithdraw,
  dossier: async () => (await import('./dossier.ts')).addDossier,
  verify: async () => (await import('./verify.ts')).addVerify,
  simulate: async () => (await import('./simulate.ts')).addSimulate,
  stats: async () => (await import('./stats.ts')).addStats,
  portfolio: async () => (await import('./portfolio.ts')).addPortfolio,
  costs: async () => (await import('./costs.ts')).addCosts,
  schema: async () => (await import('./schema.ts')).addSchema,
};

/** Runs the command line and sets the process's exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveQuietly);
  const program = new Command('foulee')
    .description("Mesure ce qu'un service public numérique change dans le monde réel.")
    .version(software(), '-v, --version', 'affiche la version');
  speakFrench(program);
  for (const add of await loaded(argv[2])) add(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Whoever read what is printed has enough of it, as in `foulee schema | head`. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.ok);
}

/** The command called, or all of them when help or something unknown is asked. */
function loaded(name: string | undefined): Promise<readonly AddCommand[]> {
  const called = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  return Promise.all((called ? [called] : Object.values(commands)).map((load) => load()));
}

function report(error: unknown): number {
  const refusal = error instanceof CommanderError ? commandLineRefusal(error) : error;
  if (refusal === null) return exitCodes.ok;
  if (refusal instanceof Refusal) {
    process.stderr.write(`${refusal.message}\n→ ${refusal.advice}\n`);
    return exitCodes[refusal.kind];
  }
  process.stderr.write(
    "Erreur inattendue : c'est un défaut de Foulée, pas de vos données.\n→ Relancez avec FOULEE_DEBUG=1 pour obtenir le détail technique à joindre à un signalement.\n",
  );
  if (debugAsked()) console.error(error);
  return exitCodes.unexpected;
}
