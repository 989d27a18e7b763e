import { type Command, Option } from 'commander';
import { instant, today } from '../platform/clock.ts';
import { counted } from '../platform/french/number.ts';
import { typeset } from '../platform/french/typography.ts';
import { Refusal } from '../platform/refusal.ts';
import { readFiguresCsv } from '../portfolio/figures/read-figures-csv.ts';
import {
  type Periodicity,
  periodicities,
  readStatsApi,
  statsAddress,
} from '../portfolio/figures/read-stats-api.ts';
import { saveFigures } from '../portfolio/figures/save-figures.ts';
import { knownService } from '../portfolio/queries/known-service.ts';
import { readSource } from '../portfolio/source/read-source.ts';
import { withDatabase } from './with-database.ts';

interface FiguresFlags {
  readonly csv?: string;
  readonly statsApi?: string;
  readonly periodicity: Periodicity;
  readonly indicator: string;
  readonly unit: string;
  readonly json?: boolean;
}

export function addPortfolioFigures(portfolio: Command): void {
  portfolio
    .command('figures')
    .description('Enregistre les chiffres qu’un service déclare (niveau de preuve 0)')
    .argument('<service>', 'identifiant du service dans le portefeuille')
    .option('--csv <fichier>', 'chiffres au format schema-impact-service-public-numerique 0.5.0')
    .option('--stats-api <adresse>', 'interface de statistiques du service')
    .addOption(
      new Option('--periodicity <pas>', 'pas de la série de l’interface')
        .choices(Object.keys(periodicities))
        .default('month'),
    )
    .option('--indicator <nom>', 'nom de la série de l’interface', 'Indicateur principal')
    .option('--unit <unité>', 'unité de la série de l’interface', 'unité')
    .option('--json', 'affiche le bilan en JSON')
    .action(async (id: string, flags: FiguresFlags) => {
      const { csv, statsApi } = flags;
      if ((csv === undefined) === (statsApi === undefined)) throw oneSource();
      const address = csv ?? statsAddress(statsApi ?? '', flags.periodicity);
      const { text, name } = await readSource(address);
      const summary = await withDatabase(async (db) => {
        const service = await knownService(db, id);
        const { figures, notUnderstood } =
          csv === undefined
            ? readStatsApi(text, name, flags)
            : {
                figures: readFiguresCsv(text, name, { service: service.name, today: today() }),
                notUnderstood: [],
              };
        return { ...(await saveFigures(db, id, figures, { source: name, now: instant() })), notUnderstood };
      });
      process.stdout.write(flags.json ? `${JSON.stringify(summary, null, 1)}\n` : described(summary));
    });
}

function described(summary: {
  readonly figures: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly notUnderstood: readonly { readonly where: string; readonly sentence: string }[];
}): string {
  const { figures, created, updated, unchanged, notUnderstood } = summary;
  const lines = [
    `${counted(figures, 'chiffre déclaré lu', 'chiffres déclarés lus')} : ${counted(created, 'nouveau', 'nouveaux')}, ${counted(updated, 'corrigé', 'corrigés')} (l’ancienne valeur est gardée), ${counted(unchanged, 'inchangé', 'inchangés')}.`,
    ...notUnderstood.map(({ where, sentence }) => `  ${where} : ${sentence}`),
  ];
  return typeset(`${lines.join('\n')}\n`);
}

const oneSource = () =>
  new Refusal(
    'usage',
    'Il faut une source, et une seule.',
    'Donnez --csv <fichier> ou --stats-api <adresse>.',
  );
