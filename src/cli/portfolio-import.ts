import type { Command } from 'commander';
import { instant } from '../platform/clock.ts';
import { counted } from '../platform/french/number.ts';
import { typeset } from '../platform/french/typography.ts';
import { readPortfolio } from '../portfolio/beta-gouv/read-portfolio.ts';
import { type ImportSummary, importPortfolio } from '../portfolio/import/import-portfolio.ts';
import { readSource } from '../portfolio/source/read-source.ts';
import { withDatabase } from './with-database.ts';

export function addPortfolioImport(portfolio: Command): void {
  portfolio
    .command('import')
    .description('Importe une liste de services au format de beta.gouv.fr (version 2.7)')
    .argument('<source>', 'fichier ou adresse : startups.json, startups_details.json ou organisations.json')
    .option('--json', 'affiche le bilan en JSON')
    .action(async (where: string, { json }: { readonly json?: boolean }) => {
      const { text, name } = await readSource(where);
      const document = readPortfolio(text, name);
      const summary = await withDatabase((db) =>
        importPortfolio(db, document, { source: name, now: instant() }),
      );
      process.stdout.write(json ? `${JSON.stringify(summary, null, 1)}\n` : describe(summary));
    });
}

const mostShown = 20;

function describe(summary: ImportSummary): string {
  const { services, created, updated, unchanged, removed, organisations, notUnderstood } = summary;
  const lines = [
    `${counted(services, 'service lu', 'services lus')} : ${counted(created, 'nouveau', 'nouveaux')}, ${counted(updated, 'modifié', 'modifiés')}, ${counted(unchanged, 'inchangé', 'inchangés')}.`,
    `${counted(organisations, 'organisation ou incubateur nommé', 'organisations ou incubateurs nommés')}.`,
  ];
  if (removed > 0) {
    lines.push(
      `${counted(removed, 'service n’est', 'services ne sont')} plus dans la liste : gardés ici, et marqués comme retirés.`,
    );
  }
  if (notUnderstood.length === 0) lines.push('Tout a été compris.');
  else {
    lines.push(`À vérifier à la source (${notUnderstood.length}) :`);
    const shown = notUnderstood.slice(0, mostShown);
    lines.push(
      ...shown.map(({ service, where, sentence }) => `  ${service ?? '—'}, ${where}\n    ${sentence}`),
    );
    if (notUnderstood.length > mostShown) lines.push(`  … la liste entière : --json`);
  }
  return typeset(`${lines.join('\n')}\n`);
}
