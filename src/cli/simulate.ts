import { join } from 'node:path';
import type { Command } from 'commander';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { Refusal } from '../platform/refusal.ts';
import { defaultOptions, type SimulationOptions } from '../simulation/options.ts';
import { clearOutput } from '../simulation/output-folder.ts';
import { type SimulatedWorld, simulateWorld } from '../simulation/simulate-world.ts';
import type { AddCommand } from './main.ts';
import { progressOn } from './progress.ts';
import { readSimulateFlags, type SimulateFlags } from './simulate-options.ts';

/** `foulee simulate`: a world of any size whose truth is known. */
export const addSimulate: AddCommand = (program: Command) => {
  program
    .command('simulate')
    .description(
      "Fabrique un monde simulé à la manière de La Bonne Boite, dont la vérité est connue : un journal d'usage, un registre d'embauches, un plan de mesure (impact.yaml) et ce que la mesure doit trouver (truth.json).",
    )
    .requiredOption('-o, --output <dossier>', 'dossier où écrire, créé au besoin')
    .option('--size <personnes>', "nombre de demandeurs d'emploi suivis (50 000 sans autre précision)")
    .option('--uses <lignes>', "nombre de lignes du journal d'usage (avec --hires, au lieu de --size)")
    .option('--hires <lignes>', "nombre de lignes du registre d'embauches")
    .option('--start <mois>', 'premier mois, AAAA-MM (2018-09, ou le premier de --funnel)')
    .option('--months <nombre>', 'nombre de mois, de 3 à 120 (18, ou ceux de --funnel)')
    .option('--seed <entier>', 'graine : la même redonne les mêmes fichiers', String(defaultOptions.seed))
    .option('--format <format>', "format du journal d'usage : json ou csv", defaultOptions.format)
    .option(
      '--files <période>',
      "un fichier d'usage par jour (day) ou par mois (month)",
      defaultOptions.files,
    )
    .option('--gz', "comprime le journal d'usage")
    .option('--people', 'écrit aussi people.csv, la table des personnes suivies')
    .option('--funnel <csv>', 'chiffres mensuels réels à imiter (periode, utilisateurs, nb_embauche)')
    .option(
      '--effect <rapport>',
      "ce par quoi l'usage multiplie le risque d'embauche par une entreprise consultée",
      String(defaultOptions.hazardRatio),
    )
    .option(
      '--missed-links <part>',
      "part des embauches dont l'identifiant manque ou est altéré, de 0 à 0,9",
      String(defaultOptions.missedLinks),
    )
    .option(
      '--hidden-motivation <force>',
      "force d'une motivation cachée qui pousse à la fois à l'usage et à l'embauche (0 : aucune)",
      String(defaultOptions.hiddenMotivation),
    )
    .option('--force', 'écrit dans un dossier qui contient déjà quelque chose')
    .addHelpText(
      'after',
      '\nExemples :\n  foulee simulate --output monde\n  foulee simulate --output monde --uses 10M --hires 30M --months 24 --format csv',
    )
    .action(async (flags: SimulateFlags) => {
      const options = readSimulateFlags(flags);
      prepare(options.output, flags.force === true);
      process.stdout.write(summary(await run(options)));
    });
};

function prepare(folder: string, force: boolean): void {
  const state = clearOutput(folder, force);
  if (state === 'ready') return;
  if (state === 'occupied') {
    throw new Refusal(
      'usage',
      `Le dossier ${folder} contient déjà des fichiers.`,
      'Choisissez un autre dossier, ou ajoutez --force : un monde simulé qui s’y trouve sera remplacé.',
    );
  }
  throw new Refusal(
    'usage',
    state === 'foreign'
      ? `Le dossier ${folder} contient un journal, un registre ou un plan qui ne viennent pas d'une simulation : ils ne seront pas remplacés.`
      : `${folder} est un fichier, pas un dossier.`,
    'Choisissez un autre dossier.',
  );
}

async function run(options: SimulationOptions): Promise<SimulatedWorld> {
  const abort = new AbortController();
  const interrupt = () => abort.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const progress = progressOn(process.stderr);
  try {
    return await simulateWorld({ ...options, signal: abort.signal }, (share) =>
      progress.update('Simulation', share),
    );
  } catch (error) {
    if (abort.signal.aborted) {
      throw new Refusal(
        'interrupted',
        'Simulation interrompue : les fichiers commencés ont été retirés.',
        'Relancez la commande : la même graine redonne le même monde.',
      );
    }
    throw writeRefusal(error, options.output);
  } finally {
    progress.end();
    process.removeListener('SIGINT', interrupt);
    process.removeListener('SIGTERM', interrupt);
  }
}

const writeProblems: Readonly<Record<string, string>> = {
  ENOSPC: "il n'y a plus de place sur le disque",
  EDQUOT: "il n'y a plus de place sur le disque",
  EACCES: "l'écriture n'y est pas permise",
  EPERM: "l'écriture n'y est pas permise",
  EROFS: "l'écriture n'y est pas permise",
  ENOTDIR: 'une partie du chemin est un fichier',
};

function writeRefusal(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = writeProblems[code];
  if (problem === undefined) return error;
  return new Refusal(
    'data',
    `Rien n'a été écrit dans ${folder} : ${problem}.`,
    'Choisissez un autre dossier.',
  );
}

function summary({ folder, files, truth }: SimulatedWorld): string {
  const { usage, register, peopleFollowed } = truth.rows;
  return [
    `Monde simulé écrit dans ${folder} (${counted(files.length, 'fichier', 'fichiers')}).`,
    `  Demandeurs d'emploi suivis : ${frenchNumber(peopleFollowed)}, dont usagers : ${frenchNumber(truth['back-to-work'].users)}`,
    `  Lignes d'usage : ${frenchNumber(usage.total)}, dont anonymes : ${frenchNumber(usage.anonymous)}`,
    `  Déclarations d'embauche : ${frenchNumber(register.total)}, complètes jusqu'au ${truth.calendar.completeThrough}`,
    `→ Mesurez-le : foulee measure ${join(folder, 'impact.yaml')}`,
    `→ Ce que la mesure doit trouver : ${join(folder, 'truth.json')}`,
    '',
  ].join('\n');
}
