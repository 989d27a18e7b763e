import { csvText } from '../../publish/formats/csv.ts';
import { type BudgetLine, budgetNatures, budgetStates } from './budget-line.ts';

const columns = [
  'service',
  'debut',
  'fin',
  'montant',
  'etat',
  'nature',
  'activite',
  'reference',
  'source',
  'ecrite_le',
] as const;

/** Budget lines as a CSV that `readBudgetCsv` reads back: amounts in euros with a decimal point. */
export function budgetCsv(service: string, lines: readonly BudgetLine[]): string {
  return csvText(
    columns,
    lines.map((line) => [
      service,
      line.from,
      line.until,
      (line.cents / 100).toFixed(2),
      budgetStates[line.state],
      budgetNatures[line.nature],
      line.activity,
      line.reference,
      line.source,
      line.recordedAt.slice(0, 10),
    ]),
  );
}
