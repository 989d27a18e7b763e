import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { TableFlags } from './run-table.ts';
import { software } from './software.ts';
import { wrap } from './wrap.ts';

const width = 98;

/** `foulee table`: a table of counts to hand over, small counts protected. */
export function addTable(program: Command): void {
  program
    .command('table')
    .description(
      'Compte les personnes suivies dans un tableau à remettre, sans que personne y soit reconnaissable',
    )
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--indicator <id>', 'indicateur du plan ; le premier suivi par défaut')
    .option('--rows <découpages...>', 'lignes : cohort, arm, ou un détail du plan ; plusieurs sont croisés', [
      'cohort',
    ])
    .option(
      '--columns <découpage>',
      'colonnes : outcome (l’effet au délai lu), ou un autre découpage',
      'outcome',
    )
    .option(
      '--horizon <durée>',
      'délai auquel l’effet est lu, l’un de ceux du plan ; le plus long par défaut',
    )
    .option('--protect <façon>', 'suppress masque les petits effectifs, round arrondit tout', 'suppress')
    .option('--base <nombre>', 'à quoi arrondir ; 10 pour des personnes par défaut')
    .option('--threshold <nombre>', 'effectif en dessous duquel rien n’est montré', '11')
    .option('--firms', 'les unités sont des entreprises : seuil de 3')
    .option('-o, --output <fichier>', 'écrit le tableau dans un fichier CSV')
    .option('--json', 'affiche le tableau en JSON')
    .option('--no-import', 'compte ce qui est déjà importé, sans relire les fichiers')
    .addHelpText(
      'after',
      `
Le tableau est écrit en CSV sur la sortie, ou dans le fichier ; ce qui lui a été fait est dit à côté.
Un seul tableau des mêmes personnes doit être remis.`,
    )
    .action(async (path: string, flags: TableFlags) => {
      const { tableFromPlan } = await import('./run-table.ts');
      const { tableCsv } = await import('../publish/table/table-csv.ts');
      const table = await tableFromPlan(path, flags);
      const said = `${table.sentences.flatMap((sentence) => wrap(sentence, width)).join('\n')}\n`;
      const text = flags.json
        ? `${JSON.stringify({ foulee: 1, software: software(), ...table }, null, 1)}\n`
        : tableCsv(table);
      if (flags.output !== undefined) {
        writeFileSync(flags.output, text);
        process.stdout.write(`Tableau écrit : ${flags.output}\n${said}`);
        return;
      }
      process.stdout.write(text);
      process.stderr.write(said);
    });
}
