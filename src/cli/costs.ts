import type { Command } from 'commander';
import { costMoves } from '../committee/costs/cost-move.ts';
import { costPerEffect } from '../committee/costs/cost-per-effect.ts';
import { yearUntil } from '../committee/costs/figure-days.ts';
import { importBudget } from '../committee/costs/import-budget.ts';
import { lastCommitteeDay } from '../committee/costs/last-committee.ts';
import { serviceCosts } from '../committee/costs/service-costs.ts';
import { instant, today } from '../platform/clock.ts';
import { counted } from '../platform/french/number.ts';
import { typeset } from '../platform/french/typography.ts';
import { knownService } from '../portfolio/queries/known-service.ts';
import { readSource } from '../portfolio/source/read-source.ts';
import { costsText } from './costs-text.ts';
import { validDay } from './valid-day.ts';
import { withDatabase } from './with-database.ts';

interface ShowFlags {
  readonly since?: string;
  readonly json?: boolean;
}

interface ImportFlags {
  readonly service?: string;
  readonly known?: boolean;
  readonly json?: boolean;
}

/** `foulee costs`: budgets brought in, and what a service, a use and an effect cost. */
export function addCosts(program: Command): void {
  const costs = program
    .command('costs')
    .description('Dit ce que coûtent un service, un usage, un effet, et enregistre des budgets');
  costs
    .command('show')
    .description('Dit ce que coûtent un service, un usage et un effet')
    .argument('<service>', 'identifiant du service dans le portefeuille')
    .option(
      '--since <jour>',
      'dit aussi comment ces coûts ont bougé depuis ce jour (le dernier comité, par défaut)',
    )
    .option('--json', 'affiche le résultat en JSON')
    .action(async (id: string, { since, json }: ShowFlags) => {
      const day = today();
      const asked = since === undefined ? null : validDay('--since', since);
      const found = await withDatabase(async (db) => {
        const service = await knownService(db, id);
        const from = asked ?? (await lastCommitteeDay(db, id, day));
        return {
          service,
          year: await serviceCosts(db, id, yearUntil(day)),
          costs: await costPerEffect(db, id, day),
          moves: from === null ? null : await costMoves(db, id, { since: from, day }),
        };
      });
      process.stdout.write(json ? `${JSON.stringify(found, null, 1)}\n` : costsText(found));
    });
  costs
    .command('import')
    .description('Enregistre un budget depuis un fichier CSV ou une adresse')
    .argument('<source>', 'fichier ou adresse : un CSV dont la première ligne nomme les colonnes')
    .option('--service <id>', 'ne prend que les lignes de ce service')
    .option('--known', 'laisse de côté les lignes des services qui ne sont pas dans le portefeuille')
    .option('--json', 'affiche le bilan en JSON')
    .action(async (where: string, { service, known = false, json }: ImportFlags) => {
      const { text, name } = await readSource(where);
      const summary = await withDatabase(async (db) =>
        importBudget(
          db,
          {
            text,
            source: name,
            today: today(),
            service: service === undefined ? null : await knownService(db, service),
            isShared: known,
          },
          { actor: 'foulee', at: instant() },
        ),
      );
      process.stdout.write(json ? `${JSON.stringify(summary, null, 1)}\n` : described(summary));
    });
}

function described({
  services,
  recorded,
  already,
  others,
}: Awaited<ReturnType<typeof importBudget>>): string {
  const lines = [
    `${counted(recorded, 'ligne de budget enregistrée', 'lignes de budget enregistrées')}, pour ${counted(services, 'service', 'services')}.`,
    ...(already > 0
      ? [
          `${counted(already, 'ligne était déjà là', 'lignes étaient déjà là')}, à l’identique : rien n’est compté deux fois.`,
        ]
      : []),
    ...(others > 0
      ? [
          `${counted(others, 'ligne d’un autre service laissée', 'lignes d’autres services laissées')} de côté.`,
        ]
      : []),
  ];
  return typeset(`${lines.join('\n')}\n`);
}
