import type { Command } from 'commander';
import { addPortfolioFigures } from './portfolio-figures.ts';
import { addPortfolioImport } from './portfolio-import.ts';

/** `foulee portfolio`: the services of a portfolio and the figures they declare, brought in from elsewhere. */
export function addPortfolio(program: Command): void {
  const portfolio = program
    .command('portfolio')
    .description('Remplit le portefeuille : services, organisations, chiffres que les services déclarent');
  addPortfolioImport(portfolio);
  addPortfolioFigures(portfolio);
}
