import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { remotePlan } from '../portfolio/plans/remote-plan.ts';
import { loadPlan } from './plan-file.ts';

interface SendFlags {
  readonly to: string;
  readonly after: string;
  readonly note: string;
}

/** `foulee plan`: sends a plan to a site, where it is dated and kept, and reads it back. */
export function addPlan(program: Command): void {
  const plan = program
    .command('plan')
    .description('Envoie un plan à un site, où il est daté et gardé, et le relit');
  plan
    .command('send')
    .description('Enregistre le plan sur un site, avec la clé d’API donnée dans FOULEE_API_KEY')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .requiredOption('--to <adresse>', 'le site')
    .option('--after <version>', 'la version d’où part ce texte ; 0 : il n’y en avait pas', '0')
    .option('--note <phrase>', 'pourquoi ce changement', '')
    .action(async (path: string, { to, after, note }: SendFlags) => {
      const { plan: read, text } = loadPlan(path);
      const site = remotePlan(to, keyOfSettings(), read.service.id);
      const { version, saved } = await site.send({ text, after: versionNumber(after), note });
      process.stdout.write(
        saved
          ? `Le plan est enregistré : version ${version}. Elle est datée et ne changera plus.\n`
          : `Ce texte est déjà la version ${version} : rien n’a changé.\n`,
      );
    });
  plan
    .command('read')
    .description('Écrit le plan enregistré sur un site, avec la clé d’API donnée dans FOULEE_API_KEY')
    .argument('<service>', 'identifiant du service')
    .requiredOption('--from <adresse>', 'le site')
    .option('-o, --output <fichier>', 'l’écrit dans ce fichier')
    .action(
      async (service: string, { from, output }: { readonly from: string; readonly output?: string }) => {
        const { version, text } = await remotePlan(from, keyOfSettings(), service).read();
        if (output === undefined) process.stdout.write(text);
        else writeFileSync(output, text);
        process.stderr.write(
          `Version ${version}. Pour envoyer la suivante : foulee plan send --after ${version}\n`,
        );
      },
    );
}

function keyOfSettings(): string {
  const { publishingKey } = readConfig();
  if (publishingKey !== null) return publishingKey;
  throw new Refusal(
    'usage',
    'Pour lire ou envoyer un plan, il faut une clé d’API.',
    'Créez-la dans l’espace des équipes du site, page de l’équipe du service, puis donnez-la dans FOULEE_API_KEY.',
  );
}

function versionNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new Refusal(
    'usage',
    `--after vaut « ${text} », pas un numéro de version.`,
    'Écrivez par exemple --after 3.',
  );
}
