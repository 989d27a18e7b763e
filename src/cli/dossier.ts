import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';

interface DossierFlags {
  readonly day?: string;
  readonly output?: string;
}

/** `foulee dossier`: what was known of a service on a day, as a PDF for print. */
export function addDossier(program: Command): void {
  program
    .command('dossier')
    .description('Écrit en PDF ce que l’on sait d’un service, tel qu’un comité le lit')
    .argument('<service>', 'identifiant du service')
    .option('--day <jour>', 'ce qui était connu ce jour-là, 2026-11-23 ; aujourd’hui par défaut')
    .option('-o, --output <fichier>', 'où l’écrire ; dossier-<service>-<jour>.pdf par défaut')
    .action(async (service: string, { day, output }: DossierFlags) => {
      const { dossierOn } = await import('./run-dossier.ts');
      const { pdf, name, said } = await dossierOn(service, day);
      const file = output ?? name;
      writeFileSync(file, pdf);
      process.stdout.write(`${said}\nÉcrit dans ${file}.\n`);
    });
}
