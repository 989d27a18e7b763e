import { writeFileSync } from 'node:fs';
import { planJsonSchema } from '../plan/plan-json-schema.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AddCommand } from './main.ts';

/** `foulee schema`: the JSON Schema of the plan, for editors to complete and explain `impact.yaml`. */
export const addSchema: AddCommand = (program) => {
  program
    .command('schema')
    .description('Donne le schéma JSON du plan, pour que votre éditeur complète et explique impact.yaml.')
    .option('-o, --output <fichier>', "écrit le schéma dans un fichier plutôt qu'à l'écran")
    .addHelpText(
      'after',
      `
Dans VS Code ou un éditeur semblable : foulee schema --output impact.schema.json, puis en tête du plan :
# yaml-language-server: $schema=impact.schema.json`,
    )
    .action(({ output }: { output?: string }) => {
      const text = `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
      if (output === undefined) {
        process.stdout.write(text);
        return;
      }
      try {
        writeFileSync(output, text);
      } catch {
        throw new Refusal(
          'usage',
          `Le schéma ne peut pas être écrit dans ${output}.`,
          'Donnez un fichier dans un dossier qui existe et où vous pouvez écrire.',
        );
      }
      process.stdout.write(`Schéma écrit : ${output}\n`);
    });
};
