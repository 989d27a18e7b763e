import type { Command } from 'commander';
import { tomorrow } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { counted } from '../platform/french/number.ts';
import { typeset } from '../platform/french/typography.ts';
import { Refusal } from '../platform/refusal.ts';
import type { DeliveryReceipt } from '../records/arrivals/deliver.ts';
import { openDoor } from '../records/arrivals/door.ts';
import { pullSource } from '../records/arrivals/pull-source.ts';
import { loadPlan } from './plan-file.ts';

/** `foulee pull`: fetches the rows of the sources that say where to take them. */
export function addPull(program: Command): void {
  program
    .command('pull')
    .description('Prend ailleurs (site, base PostgreSQL) les lignes des sources « pull » d’un plan')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--source <source>', 'cette source seulement')
    .option('--json', 'affiche le bilan en JSON')
    .action(async (path: string, flags: { readonly source?: string; readonly json?: boolean }) => {
      const { plan } = loadPlan(path);
      const config = readConfig();
      const sources = Object.values(plan.sources).filter(
        ({ name, pull }) => pull && (flags.source === undefined || flags.source === name),
      );
      if (sources.length === 0) throw nothingToPull();
      const door = openDoor(config);
      try {
        for (const source of sources) {
          const { pullConnections: connections } = config;
          const options = { service: plan.service.id, connections, latest: tomorrow() };
          const receipt = await pullSource(door, source, options);
          process.stdout.write(
            flags.json
              ? `${JSON.stringify({ source: source.name, ...receipt })}\n`
              : describe(source.name, receipt),
          );
        }
      } finally {
        await door.close();
      }
    });
}

function describe(source: string, { received, known, refused, reasons }: DeliveryReceipt): string {
  const counts = [
    counted(received, 'ligne nouvelle', 'lignes nouvelles'),
    counted(known, 'déjà là', 'déjà là'),
    counted(refused, 'refusée', 'refusées'),
  ];
  const why = reasons
    .slice(0, 5)
    .map(
      ({ field, what, expected, lines }) =>
        `  ${field ?? 'ligne'} : ${what} (attendu : ${expected} ; ligne ${lines.join(', ')})`,
    );
  return `${[`${source} : ${counts.join(', ')}.`, ...why].map(typeset).join('\n')}\n`;
}

const nothingToPull = () =>
  new Refusal(
    'plan',
    'Aucune source de ce plan ne dit où prendre ses lignes.',
    'Ajoutez « pull » à une source, à la place de « files » (docs/collecte.md), ou vérifiez son nom.',
  );
