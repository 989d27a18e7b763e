import { Command, CommanderError } from 'commander';
import { exitCodes, Refusal } from '../platform/refusal.ts';
import { addCheck } from './check.ts';
import { addDemo } from './demo.ts';
import { commandLineRefusal, speakFrench } from './french-help.ts';
import { addImport } from './import.ts';
import { addMeasure, addReport } from './measure.ts';
import { addSchema } from './schema.ts';
import { addSimulate } from './simulate.ts';
import { software } from './software.ts';
import { addStats } from './stats.ts';

/** A command adds itself to the program; its action throws a `Refusal` for anything the user can mend. */
export type AddCommand = (program: Command) => void;

const commands: readonly AddCommand[] = [
  addDemo,
  addCheck,
  addImport,
  addMeasure,
  addReport,
  addSimulate,
  addStats,
  addSchema,
];

/** Runs the command line and sets the process's exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('foulee')
    .description("Mesure ce qu'un service public numérique change dans le monde réel.")
    .version(software(), '-v, --version', 'affiche la version');
  speakFrench(program);
  for (const add of commands) add(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
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
  if (process.env.FOULEE_DEBUG === '1') console.error(error);
  return exitCodes.unexpected;
}
