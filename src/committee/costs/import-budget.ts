import type { Database } from '../../platform/database/database.ts';
import { counted } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import { Refusal } from '../../platform/refusal.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import { type BudgetRow, readBudgetCsv } from './read-budget-csv.ts';
import type { NewBudgetLine } from './read-line.ts';
import { type BudgetAuthor, recordBudget } from './record-budget.ts';

export interface ImportedBudget {
  readonly services: number;
  readonly recorded: number;
  /** Lines that stood already. */
  readonly already: number;
  /** Rows of other services than those asked for. */
  readonly others: number;
}

interface Question {
  readonly text: string;
  /** The file or address, as lines say where they come from. */
  readonly source: string;
  readonly today: string;
  /** Whose rows to take; null: each row names its service, by identifier or by name. */
  readonly service: { readonly id: string; readonly name: string } | null;
  /** Whether rows of services that are not listed are left aside, as in a file shared by many; else they are faults. */
  readonly isShared?: boolean;
}

/** Records a budget file of one service or of many. Refuses with every fault, each with its line; then records nothing. */
export async function importBudget(
  db: Database,
  { text, source, today, service, isShared = false }: Question,
  author: BudgetAuthor,
): Promise<ImportedBudget> {
  const own = service === null ? null : [service.id, service.name].map(withoutAccents);
  const read = readBudgetCsv(text, {
    source,
    today,
    isWanted: own === null ? null : (written) => own.includes(withoutAccents(written)),
  });
  if (read.kind === 'refused') throw refused(source, [read.sentence]);
  const known = service === null ? await servicesByName(db) : null;
  const byService = new Map<string, NewBudgetLine[]>();
  const faults: string[] = [];
  let { others } = read;
  for (const row of read.rows) {
    const id = service?.id ?? known?.get(withoutAccents(row.service ?? '')) ?? null;
    if (isShared && id === null && row.service !== null) {
      others++;
      continue;
    }
    const own = row.read.kind === 'faults' ? row.read.faults : [];
    faults.push(...[...unknown(row, id), ...own].map((fault) => `ligne ${row.number} : ${fault}`));
    if (id === null || row.read.kind === 'faults') continue;
    byService.set(id, [...(byService.get(id) ?? []), row.read.line]);
  }
  if (faults.length > 0) throw refused(source, faults);
  let recorded = 0;
  let already = 0;
  for (const [id, lines] of byService) {
    const done = await recordBudget(db, id, lines, author);
    recorded += done.recorded;
    already += done.already;
  }
  return { services: byService.size, recorded, already, others };
}

function unknown({ service }: BudgetRow, id: string | null): readonly string[] {
  if (id !== null) return [];
  return [
    service === null
      ? 'rien ne dit de quel service est cette ligne (colonne « service », ou option --service).'
      : `aucun service de ce portefeuille ne s’appelle ${quoted(service.slice(0, 60))}.`,
  ];
}

/** Services by identifier and by name, as they may be written; a name that two share names neither. */
async function servicesByName(db: Database): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.selectFrom('service').select(['id', 'name']).execute();
  const names = new Map<string, string | null>();
  for (const { id, name } of rows) {
    const written = withoutAccents(name);
    names.set(written, names.has(written) ? null : id);
  }
  for (const { id } of rows) names.set(withoutAccents(id), id);
  return names;
}

const mostShown = 20;

function refused(source: string, faults: readonly string[]): Refusal {
  const more = faults.length - mostShown;
  const lines = faults.slice(0, mostShown).map((fault) => `  ${fault}`);
  if (more > 0) lines.push(`  … et ${counted(more, 'autre', 'autres')}.`);
  return new Refusal(
    'data',
    [`${source} ne se lit pas comme un budget. Rien n’a été enregistré.`, ...lines].join('\n'),
    'Corrigez ces lignes, puis relancez.',
  );
}
