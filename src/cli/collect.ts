import type { Command } from 'commander';
import { instant } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { loadPlan } from './plan-file.ts';

interface CollectFlags {
  readonly source?: string;
  readonly name: string;
  readonly origins?: string;
}

/** `foulee collect`: saves the plan of a service on this site and makes a key that sends rows to one of its sources. */
export function addCollect(program: Command): void {
  program
    .command('collect')
    .description('Reçoit par le réseau les lignes d’une source du plan : crée la clé qui les envoie')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--source <source>', 'source à recevoir (arrivals: true) ; inutile quand le plan n’en a qu’une')
    .option('--name <nom>', 'qui enverra, pour reconnaître la clé', 'ligne de commande')
    .option(
      '--origins <adresses>',
      'sites dont les pages enverront, séparés par des virgules ; sinon, un serveur',
    )
    .addHelpText(
      'after',
      `
À lancer là où est la base du site, qui doit être arrêté s’il tient sa base lui-même. La clé n’est affichée qu’une fois.`,
    )
    .action(async (path: string, flags: CollectFlags) => {
      const { plan, text } = loadPlan(path);
      const { withDatabase } = await import('./with-database.ts');
      const { openForCollection } = await import('../web/collect/open-for-collection.ts');
      const { readOrigins } = await import('../web/collect/origins.ts');
      const origins = readOrigins(flags.origins ?? '');
      const source = chosen(plan, flags.source);
      const key = await withDatabase((db) =>
        openForCollection({ db, now: instant }, { plan, text, source, origins, name: flags.name }),
      );
      const { collectAddress } = await import('../web/collect/example-row.ts');
      const { address } = readConfig();
      process.stdout.write(`${collectAddress(address, plan.service.id, source)}\n${key}\n`);
    });
}

function chosen({ sources }: ReturnType<typeof loadPlan>['plan'], name: string | undefined): string {
  const received = Object.values(sources).filter(({ arrivals, pull }) => arrivals && !pull);
  const names = received.map((source) => source.name);
  const source = name ?? (names.length === 1 ? names[0] : undefined);
  if (source !== undefined && names.includes(source)) return source;
  throw new Refusal(
    'usage',
    names.length === 0
      ? 'Aucune source de ce plan ne se reçoit par le réseau.'
      : `Il faut choisir la source à recevoir parmi : ${names.join(', ')}.`,
    names.length === 0
      ? 'Écrivez « arrivals: true » à la place de « files » dans la source à recevoir.'
      : `Ajoutez par exemple --source ${names[0]}.`,
  );
}
