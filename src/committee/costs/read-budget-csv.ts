import { counted } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import { type CsvRow, csvRows } from '../../portfolio/figures/csv-table.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import { type NewBudgetLine, readLine, type WrittenLine } from './read-line.ts';

/** A budget file, row by row; or why nothing of it can be read. */
export type ReadBudget =
  | {
      readonly kind: 'rows';
      readonly rows: readonly BudgetRow[] /** Of other services: left aside. */;
      readonly others: number;
    }
  | { readonly kind: 'refused'; readonly sentence: string };

export interface BudgetRow {
  /** Line of the file, from 1. */
  readonly number: number;
  /** As the file names it; null: the file has no such column. */
  readonly service: string | null;
  readonly written: string;
  readonly read:
    | { readonly kind: 'line'; readonly line: NewBudgetLine }
    | { readonly kind: 'faults'; readonly faults: readonly string[] };
}

interface Terms {
  readonly source: string;
  readonly today: string;
  /** Whose rows are kept when the file holds several services; null: all are. */
  readonly isWanted: ((service: string) => boolean) | null;
}

const mostBudgetRows = 2_000;

/**
 * Reads budgets from a CSV whose columns people named: dates (or a period, a year), amount, and, if there are any,
 * nature, activity, state, reference, service. Each row gives a line or every fault of it; none stops the others.
 */
export function readBudgetCsv(text: string, { source, today, isWanted }: Terms): ReadBudget {
  const broken = notText(text);
  if (broken !== null) return { kind: 'refused', sentence: broken };
  const [header, ...rows] = csvRows(text);
  if (header === undefined) return { kind: 'refused', sentence: 'Le fichier est vide.' };
  const columns = columnsOf(header.cells);
  const missing = missingColumns(columns);
  if (missing !== null) return { kind: 'refused', sentence: missing };
  if (rows.length === 0)
    return { kind: 'refused', sentence: 'Il n’y a que la ligne de titres : aucun budget.' };
  if (rows.length > mostBudgetRows)
    return {
      kind: 'refused',
      sentence: `Il y a ${counted(rows.length, 'ligne', 'lignes')} ; ${mostBudgetRows} au plus à la fois. Coupez le fichier en deux.`,
    };
  const read = rows.map((row) => rowOf(row, header.cells.length, columns, { source, today }));
  const kept = read.filter(({ service }) => service === null || isWanted === null || isWanted(service));
  return { kind: 'rows', rows: kept, others: read.length - kept.length };
}

type Field = keyof WrittenLine | 'service';

const names: Readonly<Record<Field, RegExp>> = {
  from: /^(du|debut|from|premier jour|date (de )?debut)$/,
  until: /^(au|fin|to|until|dernier jour|date (de )?fin)$/,
  period: /^(periode|annee|exercice|mois|trimestre|semestre|an)$/,
  amount:
    /^((montant|depense|cout|total|budget)s?( (cp|ttc|paye|euros?|eur|en (euros?|credits? de paiement)))*|cp|credits? de paiement( cp)?)$/,
  committed: /^((montant )?ae|(montant )?(en )?autorisations? d engagement( ae)?)$/,
  state: /^(etat|statut|realise ou prevu|depense ou prevu)$/,
  nature: /^(nature|ressource|resource|poste|categorie)s?$/,
  activity: /^(activite|metier)s?$/,
  reference: /^(reference|bon de commande|commande|marche|libelle|objet|commentaire)s?$/,
  service: /^(service|produit|startup|start up|nom du (service|produit)|identifiant)$/,
};

type Columns = Readonly<Partial<Record<Field, number>>>;

function columnsOf(header: readonly string[]): Columns {
  const plain = header.map((cell) =>
    withoutAccents(cell)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  return Object.fromEntries(
    Object.entries(names).flatMap(([field, name]) => {
      const at = plain.findIndex((cell) => name.test(cell));
      return at === -1 ? [] : [[field, at]];
    }),
  );
}

const example =
  'La première ligne doit nommer les colonnes, par exemple : debut;fin;montant;nature;etat;reference.';

function missingColumns({ from, until, period, amount, committed }: Columns): string | null {
  const dates = period !== undefined || (from !== undefined && until !== undefined);
  const lacking = [
    ...(dates ? [] : ['les dates (« debut » et « fin », ou « annee »)']),
    ...(amount === undefined && committed === undefined ? ['le montant (« montant » ou « CP »)'] : []),
  ];
  return lacking.length === 0 ? null : `Il manque ${lacking.join(' et ')}. ${example}`;
}

function rowOf(
  { line, cells }: CsvRow,
  width: number,
  columns: Columns,
  terms: { readonly source: string; readonly today: string },
): BudgetRow {
  const cell = (field: Field) => cells[columns[field] ?? -1] ?? '';
  const service = columns.service === undefined ? null : cell('service');
  const row = { number: line, service, written: cells.join(' ; ') };
  if (cells.length !== width) {
    const sentence = `${counted(cells.length, 'case', 'cases')} au lieu de ${width} : un séparateur en trop ou en moins ? Un montant à virgule doit être entre guillemets si le séparateur est la virgule.`;
    return { ...row, read: { kind: 'faults', faults: [sentence] } };
  }
  const read = readLine(
    {
      from: cell('from'),
      until: cell('until'),
      period: cell('period'),
      amount: cell('amount'),
      committed: cell('committed'),
      state: cell('state'),
      nature: cell('nature'),
      activity: cell('activity'),
      reference: cell('reference'),
    },
    terms,
  );
  return {
    ...row,
    read:
      read.kind === 'line' ? read : { kind: 'faults', faults: read.faults.map(({ sentence }) => sentence) },
  };
}

function notText(text: string): string | null {
  if (text.includes('\0'))
    return 'Ce n’est pas un fichier CSV mais un classeur ou une image. Ouvrez-le, puis enregistrez-le au format CSV.';
  return text.includes('\uFFFD')
    ? `Ce fichier n’est pas en ${quoted('UTF-8')} : ses accents seraient perdus. Enregistrez-le de nouveau en choisissant cet encodage.`
    : null;
}
