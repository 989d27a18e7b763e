import type { Column, Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import { daySql, looksLikeDay, possibleDay, type SlashOrder } from './day-sql.ts';
import { filterSql, numberSql } from './filter-sql.ts';
import { identifierSql } from './pseudonym-sql.ts';
import { type DayField, durationOf, fileColumns, type RecordShape, recordShape } from './record-shape.ts';

/** Rows as they come from a file: a relation with `v0, v1…` (text, in the order of `fileColumns`) and `malformed`. */
export interface RawRows {
  readonly sql: string;
  /** Whether a value may be a whole JSON object or list. */
  readonly nested: boolean;
  /** Whether the file may hold NUL bytes. */
  readonly nul: boolean;
}

export interface Fault {
  readonly column: Column | null;
  readonly reason: string;
}

/**
 * Rows kept by the source's filter, typed: `fault` (0 none, 1 without subject, then `faults[fault - 2]`),
 * `subject_text`, `target_text`, the day fields, `duration`, `status`, `grp`, `a_…`, and the columns `carried`.
 */
export interface TypedRows {
  readonly sql: string;
  readonly faults: readonly Fault[];
}

export const withoutSubject = 1;
const firstFault = 2;

export function typedRowsSql(
  source: Source,
  rows: RawRows,
  options: {
    readonly today: string;
    readonly slashOrder: (column: Column) => SlashOrder;
    readonly carried?: string;
  },
): TypedRows {
  const shape = recordShape(source);
  const cells = cellsOf(source, options.slashOrder);
  const { expression, faults } = faultSql(source, shape, rows, cells, options.today);
  const readings = [
    ...shape.days.map((day) => `${cells(day.column).day} AS r_${day.name}`),
    ...(shape.lifetime ? [`${numberSql(cells(shape.lifetime.duration).raw)} AS r_duration`] : []),
  ];
  const identified = source.subject !== null ? `${cells(source.subject).raw} AS subject_text` : null;
  const fields = [
    `CAST(${expression} AS UTINYINT) AS fault`,
    identified,
    shape.target && `${cells(shape.target).raw} AS target_text`,
    ...shape.days.map(({ name }) => `${possibleDay(`r_${name}`)} AS ${name}`),
    ...(shape.lifetime
      ? [
          `CAST(${wholeDuration} AS BIGINT) AS duration`,
          `${statusSql(cells(shape.lifetime.status).text, shape.lifetime.codes)} AS status`,
        ]
      : []),
    shape.group && `${cells(shape.group).text} AS grp`,
    ...shape.attributes.map(({ name, column }) => `${cells(column).text} AS ${attributeName(name)}`),
    options.carried ?? null,
  ].filter((field) => field !== null);
  const kept = `SELECT * FROM (${rows.sql}) WHERE ${keptSql(source, options.slashOrder)}`;
  const read = `SELECT ${['*', ...readings].join(', ')} FROM (${kept})`;
  return { sql: `SELECT ${fields.join(', ')} FROM (${read})`, faults };
}

/** Condition under which a raw row is worth reading: the source's filter, or a line that cannot even be read. */
export function keptSql(source: Source, slashOrder: (column: Column) => SlashOrder): string {
  return `malformed OR (${filterSql(source.where, cellsOf(source, slashOrder))})`;
}

export const attributeName = (name: string) => `"a_${name.replaceAll('"', '""')}"`;

interface Cell {
  readonly raw: string;
  /** Without spaces around; NULL when empty. */
  readonly text: string;
  readonly day: string;
}

function cellsOf(source: Source, slashOrder: (column: Column) => SlashOrder): (column: Column) => Cell {
  const columns = fileColumns(source);
  const fileCell = (column: Column): Cell => {
    const raw = `v${columns.indexOf(column)}`;
    const trimmed = `CASE WHEN starts_with(${raw}, ' ') OR ends_with(${raw}, ' ') THEN trim(${raw}) ELSE ${raw} END`;
    return { raw, text: `nullif(${trimmed}, '')`, day: daySql(raw, slashOrder(column)) };
  };
  return (column) => {
    const duration = durationOf(source, column);
    if (!duration) return fileCell(column);
    const days = `date_diff('day', ${fileCell(duration.from).day}, ${fileCell(duration.to).day})`;
    const text = `CAST(${days} AS VARCHAR)`;
    return { raw: text, text, day: 'CAST(NULL AS DATE)' };
  };
}

const wholeDuration =
  'CASE WHEN r_duration >= 0 AND r_duration < 1e6 AND r_duration = floor(r_duration) THEN r_duration END';

/** 0 censored, 1 the event, 1 + i the i-th competing way out; `1` and `1.0` are the same code. */
function statusSql(text: string, codes: readonly string[]): string {
  const arms = codes.map((code, i) => {
    const number = /^-?\d+(\.\d+)?$/.test(code) ? ` OR ${numberSql(text)} = ${Number(code)}` : '';
    return `WHEN ${text} = ${textLiteral(code)}${number} THEN ${i + 1}`;
  });
  return `CAST(CASE ${arms.join(' ')} ELSE 0 END AS BIGINT)`;
}

function faultSql(
  source: Source,
  shape: RecordShape,
  rows: RawRows,
  cells: (column: Column) => Cell,
  today: string,
): { readonly expression: string; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (column: Column | null, reason: string) => faults.push({ column, reason }) + firstFault - 1;
  const checks: string[] = [];
  if (rows.nested)
    checks.push(`CASE WHEN malformed THEN ${fault(null, "n'est pas un objet JSON lisible")} END`);
  const identifierFaults = (column: Column) => {
    const { raw } = cells(column);
    if (rows.nested) {
      const code = fault(column, 'contient un objet ou une liste au lieu d’une valeur simple');
      checks.push(`CASE WHEN ${raw}[1] IN ('{', '[') THEN ${code} END`);
    }
    if (rows.nul)
      checks.push(`CASE WHEN contains(${raw}, chr(0)) THEN ${fault(column, 'contient un octet nul')} END`);
  };
  if (source.subject !== null) identifierFaults(source.subject);
  const lastSubjectFault = faults.length + firstFault - 1;
  if (shape.target !== null) identifierFaults(shape.target);
  for (const day of shape.days) checks.push(dayFaultSql(day, cells(day.column).raw, today, fault));
  if (shape.lifetime) {
    const { duration, status } = shape.lifetime;
    const missing = fault(duration, 'durée manquante');
    const wrong = fault(duration, 'durée qui n’est pas un nombre entier positif ou nul');
    checks.push(
      `CASE WHEN (${wholeDuration}) IS NULL THEN CASE WHEN ${isMissing(cells(duration).raw)} THEN ${missing} ELSE ${wrong} END END`,
      `CASE WHEN ${isMissing(cells(status).raw)} THEN ${fault(status, 'issue manquante')} END`,
    );
  }
  const first = `coalesce(${[...checks, '0'].join(', ')})`;
  if (source.subject === null) return { expression: first, faults };
  const anonymous = `${identifierSql(cells(source.subject).raw, source.letterCase)} IS NULL`;
  const expression = `CASE WHEN (${first}) > ${lastSubjectFault} THEN CASE WHEN ${anonymous} THEN ${withoutSubject} ELSE ${first} END ELSE ${first} END`;
  return { expression, faults };
}

function dayFaultSql(
  { name, column, required, past }: DayField,
  raw: string,
  today: string,
  fault: (column: Column, reason: string) => number,
): string {
  const missing = required ? fault(column, 'date manquante') : 'NULL';
  const impossible = fault(column, "date qui n'existe pas");
  const unreadable = fault(column, 'date illisible');
  const ahead = past ? `WHEN r_${name} > DATE '${today}' THEN ${fault(column, 'date dans le futur')}` : '';
  return `CASE WHEN (${possibleDay(`r_${name}`)}) IS NULL THEN CASE WHEN ${isMissing(raw)} THEN ${missing}
    WHEN ${looksLikeDay(raw)} THEN ${impossible} ELSE ${unreadable} END ${ahead} END`;
}

const isMissing = (raw: string) =>
  `(${raw} IS NULL OR lower(trim(${raw})) IN ('', 'null', 'nan', 'none', 'nat'))`;
