import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';

interface MeasureFlags {
  readonly json?: boolean;
  readonly output?: string;
  readonly import: boolean;
  readonly only?: readonly string[];
}

export function addMeasure(program: Command): void {
  program
    .command('measure')
    .description('Mesure les indicateurs d’un plan et affiche le résultat')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--json', 'affiche la mesure complète en JSON')
    .option('-o, --output <fichier>', 'écrit le JSON dans un fichier')
    .option('--only <indicateurs...>', 'ne mesure que ces indicateurs')
    .option('--no-import', 'mesure ce qui est déjà importé, sans relire les fichiers')
    .action(async (plan: string, flags: MeasureFlags) => {
      const { measureFromPlan } = await import('./run-measure.ts');
      const document = await measureFromPlan(plan, {
        refresh: flags.import,
        ...(flags.only && { only: flags.only }),
      });
      const json = `${JSON.stringify(document, null, 1)}\n`;
      if (flags.output) writeFileSync(flags.output, json);
      if (flags.json) {
        process.stdout.write(json);
        return;
      }
      const { summarise } = await import('./summary.ts');
      process.stdout.write(summarise(document, { colour: process.stdout.isTTY === true }));
    });
}

export function addReport(program: Command): void {
  program
    .command('report')
    .description('Mesure, puis écrit un rapport HTML autonome')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('-o, --output <fichier>', 'fichier du rapport', 'rapport.html')
    .option('--no-import', 'mesure ce qui est déjà importé, sans relire les fichiers')
    .action(async (plan: string, flags: { readonly output: string; readonly import: boolean }) => {
      const { measureFromPlan } = await import('./run-measure.ts');
      const { renderReport } = await import('../web/report/report.tsx');
      const document = await measureFromPlan(plan, { refresh: flags.import });
      writeFileSync(flags.output, renderReport(document));
      process.stdout.write(`Rapport écrit : ${flags.output}\n`);
    });
}
