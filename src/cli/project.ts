import { describeProjection } from '../measure/before-starting/describe.ts';
import { project } from '../measure/before-starting/project.ts';
import type { AddCommand } from './main.ts';
import { type ProjectFlags, readProjectFlags } from './project-options.ts';
import { software } from './software.ts';
import { wrap } from './wrap.ts';

const width = 98;

/** `foulee project`: how many people, what could be seen, when a figure may honestly be given. */
export const addProject: AddCommand = (program) => {
  program
    .command('project')
    .description(
      'Avant de commencer : combien de personnes, quel effet visible, quand un premier chiffre honnête',
    )
    .argument('[plan]', 'plan dont on reprend la référence, la cible et l’horizon')
    .option('--indicator <id>', 'indicateur du plan ; le premier qui s’y prête par défaut')
    .option('--baseline <part>', 'part attendue sans le service : 0.12')
    .option('--effect <points>', 'plus petit effet qui compterait, en part : 0.02 pour deux points')
    .option('--take-up <part>', 'part de ceux à qui le service est proposé qui l’utilisent', '1')
    .option('--users-per-week <nombre>', 'personnes qui arrivent chaque semaine')
    .option('--start <date>', 'premier jour : 2026-09-01')
    .option('--last-entry <date>', 'dernier jour où quelqu’un arrive ; aucun par défaut')
    .option('--horizon <durée>', 'à combien de temps de l’usage le chiffre est lu : 180d')
    .option('--lag <durée>', 'retard du registre : 45d', '0d')
    .option('--lost <part>', 'part des personnes perdues de vue avant l’horizon', '0')
    .option('--power <part>', 'chances de voir l’effet s’il existe', '0.8')
    .option('--alpha <part>', 'risque accepté de voir un effet qui n’existe pas', '0.05')
    .option(
      '--precision <part>',
      'demi-largeur voulue sans comparaison ; un cinquième de la référence par défaut',
    )
    .option('--json', 'affiche la projection complète en JSON')
    .action((path: string | undefined, flags: ProjectFlags) => {
      const { question, notes } = readProjectFlags(path, flags);
      const projection = project(question);
      if (flags.json) {
        process.stdout.write(
          `${JSON.stringify({ foulee: 1, software: software(), ...projection, notes }, null, 1)}\n`,
        );
        return;
      }
      const paragraphs = [
        ...(notes.length > 0 ? [{ title: 'D’après le plan', sentences: notes }] : []),
        ...describeProjection(projection),
      ];
      const lines = paragraphs.flatMap(({ title, sentences }) => [
        title,
        ...sentences.flatMap((sentence) => wrap(sentence, width - 2).map((line) => `  ${line}`)),
        '',
      ]);
      process.stdout.write(`${lines.join('\n')}\n`);
    });
};
