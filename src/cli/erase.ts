import { text } from 'node:stream/consumers';
import { readConfig } from '../platform/config.ts';
import { frenchDay } from '../platform/french/date.ts';
import { counted } from '../platform/french/number.ts';
import { typeset } from '../platform/french/typography.ts';
import { Refusal } from '../platform/refusal.ts';
import { type ErasedSource, type Erasing, eraseRecords } from '../records/erase.ts';
import type { AddCommand } from './main.ts';
import { loadPlan } from './plan-file.ts';
import { validDay } from './valid-day.ts';

interface EraseFlags {
  readonly people?: boolean;
  readonly before?: string;
  readonly source?: string;
}

/** `foulee erase`: people, old rows or a whole source leave the records, and do not come back. */
export const addErase: AddCommand = (program) => {
  program
    .command('erase')
    .description('Efface des enregistrements : des personnes, ce qui est trop ancien, ou toute une source')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--people', "les personnes dont les identifiants sont donnés sur l'entrée standard, un par ligne")
    .option('--before <jour>', 'ce qui date d’avant ce jour, AAAA-MM-JJ')
    .option('--source <nom>', 'tout ce qui est importé d’une source du plan')
    .addHelpText(
      'after',
      `
Une personne effacée, ou une ligne trop ancienne, ne revient pas au prochain import. Une source effacée revient,
si l'on relance « foulee import » : retirez-la d'abord du plan. Vos fichiers de départ ne sont pas touchés.

Exemples :
  foulee erase --people < identifiants.txt
  foulee erase --before 2024-01-01`,
    )
    .action(async (path: string, flags: EraseFlags) => {
      const { plan } = loadPlan(path);
      const erasing = await wanted(flags);
      process.stdout.write(typeset(told(await eraseRecords(plan, readConfig(), erasing), erasing)));
    });
};

async function wanted({ people, before, source }: EraseFlags): Promise<Erasing> {
  if ([people, before, source].filter((flag) => flag !== undefined).length !== 1) {
    throw new Refusal(
      'usage',
      'Il faut dire quoi effacer : des personnes, ce qui est trop ancien, ou une source.',
      'Donnez une seule de ces options : --people, --before <jour>, --source <nom>.',
    );
  }
  if (before !== undefined) return { what: 'before', day: validDay('--before', before) };
  if (source !== undefined) return { what: 'source', source };
  if (process.stdin.isTTY)
    process.stderr.write('Écrivez les identifiants, un par ligne, puis Ctrl-D sur une ligne vide.\n');
  const identifiers = (await text(process.stdin)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (identifiers.length > 0) return { what: 'people', identifiers };
  throw new Refusal(
    'usage',
    "Aucun identifiant n'est arrivé sur l'entrée standard : rien n'a été effacé.",
    'Donnez un identifiant par ligne, par exemple « foulee erase --people < identifiants.txt ».',
  );
}

function told(sources: readonly ErasedSource[], erasing: Erasing): string {
  const rows = sources.map(
    ({ source, rows }) => `${source} : ${counted(rows, 'ligne effacée', 'lignes effacées')}.`,
  );
  return `${[...rows, afterwards(erasing)].join('\n')}\n`;
}

function afterwards(erasing: Erasing): string {
  if (erasing.what === 'source')
    return 'Un nouvel import relirait cette source : retirez-la du plan si elle ne doit pas revenir.';
  const what =
    erasing.what === 'people'
      ? counted(new Set(erasing.identifiers).size, 'identifiant donné', 'identifiants donnés')
      : `Tout ce qui date d'avant le ${frenchDay(erasing.day)}`;
  return `${what} : rien n'en reste ici, et un nouvel import ne le fera pas revenir. Vos fichiers de départ, eux, sont inchangés ; les mesures déjà faites ne contiennent que des comptes.`;
}
