import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../platform/refusal.ts';
import type { AddCommand } from './main.ts';

const people = 30_000;
const months = 18;

/** `foulee demo`: from nothing to a figure on a small simulated world, and a report to look at. */
export const addDemo: AddCommand = (program) => {
  program
    .command('demo')
    .description('Démonstration : fabrique un petit monde simulé, le mesure et écrit un rapport à ouvrir')
    .option('-o, --output <dossier>', 'dossier de la démonstration', 'foulee-demo')
    .action(async ({ output }: { readonly output: string }) => {
      const folder = resolve(output);
      const world = join(folder, 'monde');
      const report = join(folder, 'rapport.html');
      const { clearOutput } = await import('../simulation/output-folder.ts');
      const { simulateWorld } = await import('../simulation/simulate-world.ts');
      const { measureFromPlan } = await import('./run-measure.ts');
      const { renderReport } = await import('../web/report/report.tsx');
      const { summarise } = await import('./summary.ts');
      const { environmentWith, readConfig } = await import('../platform/config.ts');

      process.stdout.write(`Monde simulé (aucune personne réelle) dans ${world}\n`);
      if (clearOutput(world, true) !== 'ready') throw occupied(world);
      await simulateWorld({ output: world, size: { persons: people }, months });

      // Simulated people need no lasting secret: a key for this run, and records of their own.
      const data = join(folder, 'donnees');
      rmSync(data, { recursive: true, force: true });
      const config = readConfig(
        environmentWith({
          FOULEE_DATA: data,
          FOULEE_KEY: randomBytes(32).toString('hex'),
          FOULEE_KEY_FILE: undefined,
        }),
      );
      const document = await measureFromPlan(join(world, 'impact.yaml'), { refresh: true, config });

      writeFileSync(report, renderReport(document));
      process.stdout.write(`\n${summarise(document, { colour: process.stdout.isTTY === true })}\n`);
      process.stdout.write(`Rapport à ouvrir dans un navigateur : ${pathToFileURL(report)}\n`);
      process.stdout.write(`Plan à regarder et à adapter : ${join(world, 'impact.yaml')}\n`);
    });
};

const occupied = (folder: string) =>
  new Refusal(
    'usage',
    `${folder} contient autre chose qu’un monde simulé : rien n’y sera remplacé.`,
    'Choisissez un autre dossier avec --output.',
  );
