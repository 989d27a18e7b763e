import { counted } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import { Refusal } from '../../platform/refusal.ts';
import { withoutAccents } from '../search-text.ts';
import { type CsvRow, csvRows } from './csv-table.ts';
import { type DeclaredFigure, figureKey } from './declared-figure.ts';
import { type FigureField, fields, isFieldName } from './schema-fields.ts';

/** The service the figures must be of, and the day after which nothing can have been observed. */
export interface FigureContext {
  readonly service: string;
  readonly today: string;
}

type Values = Readonly<Partial<Record<FigureField, string>>>;

const mostShown = 20;

/**
 * Reads figures in the open format `schema-impact-service-public-numerique` v0.5.0. All or nothing: refuses with every
 * fault, each with its line.
 */
export function readFiguresCsv(
  text: string,
  from: string,
  context: FigureContext,
): readonly DeclaredFigure[] {
  if (text.includes('\0'))
    throw refused(from, ['Ce fichier n’est pas du texte : il contient des octets nuls.']);
  const [header, ...rows] = csvRows(text);
  if (header === undefined) throw refused(from, ['Le fichier est vide.']);
  const headerFaults = checkHeader(header.cells);
  if (headerFaults.length > 0) throw refused(from, headerFaults);
  if (rows.length === 0) throw refused(from, ['Il n’y a que la ligne de titres : aucun chiffre.']);
  const faults: string[] = [];
  const figures = new Map<string, { figure: DeclaredFigure; line: number }>();
  for (const row of rows) {
    const values = valuesOf(header.cells, row);
    const own = rowFaults(values, row, header.cells.length, context);
    faults.push(...own.map((fault) => `ligne ${row.line} : ${fault}`));
    if (own.length > 0) continue;
    const figure = figureOf(values);
    const earlier = figures.get(figureKey(figure));
    if (earlier === undefined) figures.set(figureKey(figure), { figure, line: row.line });
    else if (earlier.figure.value !== figure.value) {
      faults.push(
        `ligne ${row.line} : le même chiffre est donné ligne ${earlier.line}, avec une autre valeur.`,
      );
    }
  }
  if (faults.length > 0) throw refused(from, faults);
  return [...figures.values()].map(({ figure }) => figure);
}

function refused(from: string, faults: readonly string[]): Refusal {
  const more = faults.length - mostShown;
  const lines = faults.slice(0, mostShown).map((fault) => `  ${fault}`);
  if (more > 0) lines.push(`  … et ${counted(more, 'autre', 'autres')}.`);
  return new Refusal(
    'data',
    [`${from} ne suit pas le format des chiffres d’impact. Rien n’a été enregistré.`, ...lines].join('\n'),
    'Corrigez ces lignes, puis relancez. Le format : schema-impact-service-public-numerique, version 0.5.0.',
  );
}

function checkHeader(cells: readonly string[]): string[] {
  const missing = Object.entries(fields).filter(([name, field]) => field.required && !cells.includes(name));
  const repeated = cells.filter((name, index) => isFieldName(name) && cells.indexOf(name) !== index);
  return [
    ...missing.map(([name]) => `ligne 1 : la colonne ${quoted(name)} manque.`),
    ...repeated.map((name) => `ligne 1 : la colonne ${quoted(name)} est là deux fois.`),
  ];
}

function valuesOf(header: readonly string[], { cells }: CsvRow): Values {
  return Object.fromEntries(
    header.flatMap((name, index) => (isFieldName(name) && cells[index] ? [[name, cells[index]]] : [])),
  );
}

function rowFaults(values: Values, row: CsvRow, width: number, context: FigureContext): string[] {
  if (row.cells.length !== width) {
    return [
      `${counted(row.cells.length, 'case', 'cases')} au lieu de ${width} : une virgule en trop ou en moins ?`,
    ];
  }
  const faults = Object.entries(fields).flatMap(([name, field]) => {
    const value = isFieldName(name) ? values[name] : undefined;
    if (value === undefined) return field.required ? [`${quoted(name)} est vide.`] : [];
    const fault = field.fault(value);
    return fault === null ? [] : [`${quoted(name)} vaut ${quoted(value.slice(0, 60))} ; ${fault}`];
  });
  return faults.length > 0 ? faults : coherenceFaults(values, context);
}

function coherenceFaults(values: Values, { service, today }: FigureContext): string[] {
  const faults: string[] = [];
  const { date = '', date_debut: start } = values;
  const name = values.nom_service_public_numerique ?? '';
  if (withoutAccents(name) !== withoutAccents(service)) {
    faults.push(`ce chiffre est celui de ${quoted(name)}, pas de ${quoted(service)}.`);
  }
  if (isTrue(values.est_periode) && start === undefined) {
    faults.push('« est_periode » est vrai : « date_debut » doit dire quand la période commence.');
  }
  if (start !== undefined && start > date) faults.push('« date_debut » vient après « date ».');
  if (!isTrue(values.est_cible) && date > today) {
    faults.push(
      '« date » est dans l’avenir : un chiffre constaté ne peut pas l’être (est_cible vaut-il « true » ?).',
    );
  }
  return faults;
}

function figureOf(values: Values): DeclaredFigure {
  return {
    indicator: values.indicateur ?? '',
    kind: values.type_indicateur === 'impact' ? 'impact' : 'usage',
    value: Number(values.valeur),
    unit: values.unite_mesure ?? '',
    isTarget: isTrue(values.est_cible),
    measuredOn: values.date ?? '',
    periodStart: isTrue(values.est_periode) ? (values.date_debut ?? null) : null,
    placeLevel: values.denom_insee ?? null,
    placeCode: values.code_insee ?? null,
    frequency: values.frequence_monitoring ?? null,
    automated: isTrue(values.est_automatise),
    collected: values.source_collecte ?? null,
    comment: values.commentaires ?? null,
  };
}

const isTrue = (text: string | undefined) => /^(true|1)$/i.test(text ?? '');
