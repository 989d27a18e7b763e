import { Command, CommanderError } from 'commander';
import { exitCodes, Refusal } from '../platform/refusal.ts';
import { addCheck } from './check.ts';
import { addDemo } from './demo.ts';
import { addImport } from './import.ts';
import { addMeasure, addReport } from './measure.ts';
import { addSchema } from './schema.ts';
import { addSimulate } from './simulate.ts';
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
    .exitOverride();
  for (const add of commands) add(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof Refusal) {
    process.stderr.write(`${error.message}\n→ ${error.advice}\n`);
    return exitCodes[error.kind];
  }
  process.stderr.write(
    "Erreur inattendue : c'est un défaut de Foulée, pas de vos données.\n→ Relancez avec FOULEE_DEBUG=1 pour obtenir le détail technique à joindre à un signalement.\n",
  );
  if (process.env['FOULEE_DEBUG'] === '1') console.error(error);
  return exitCodes.unexpected;
}
