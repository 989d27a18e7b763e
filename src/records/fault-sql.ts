import type { Column, Source } from '../plan/plan.ts';
import type { Cell } from './cell-sql.ts';
import { looksLikeDay } from './day-sql.ts';
import { numberSql } from './filter-sql.ts';
import { isMissingSql } from './missing-sql.ts';
import { identifierSql } from './pseudonym-sql.ts';
import type { DayField, RecordShape, TableField } from './record-shape.ts';

/** Why a row is set aside. */
export interface Fault {
  readonly column: Column | null;
  readonly reason: string;
}

/** Fault code of a row that nothing can be matched to; not a mistake. Codes from 2 on are `faults[code - 2]`. */
export const withoutSubject = 1;

/** Fault code of a row that the source's filter leaves out, of which nothing else is kept; not a mistake either. */
export const leftOut = 255;

export interface FaultSql {
  /** First fault of a row, 0 when there is none, from its raw values and from `d_…`, `r_duration`. */
  readonly code: string;
  /** From `code`: a row without subject has no other fault that matters. */
  readonly fault: string;
  readonly faults: readonly Fault[];
}

export function faultSql(
  source: Source,
  shape: RecordShape,
  rows: { readonly nested: boolean; readonly nul: boolean },
  cells: (column: Column) => Cell,
  today: string,
): FaultSql {
  const faults: Fault[] = [];
  const codeFor: CodeFor = (column, reason) => faults.push({ column, reason }) + withoutSubject;
  const identifierChecks = (column: Column | null) =>
    column === null ? [] : identifierFaults(column, cells(column).raw, rows, codeFor);
  const malformed = rows.nested
    ? [`CASE WHEN malformed THEN ${codeFor(null, "n'est pas un objet JSON lisible")} END`]
    : [];
  const subject = identifierChecks(source.subject);
  const lastOfSubject = faults.length + withoutSubject;
  const checks = [
    ...malformed,
    ...subject,
    ...identifierChecks(shape.target),
    ...shape.days.map((day) => dayFault(day, cells(day.column).raw, today, codeFor)),
    ...(shape.lifetime ? lifetimeFaults(shape.lifetime, cells, codeFor) : []),
    ...shape.fields.flatMap((field) => fieldFaults(field, cells, codeFor)),
  ];
  const code = `coalesce(${[...checks, '0'].join(', ')})`;
  if (source.subject === null) return { code, fault: 'code', faults };
  const anonymous = `${identifierSql(cells(source.subject).raw, source.letterCase)} IS NULL`;
  const fault = `CASE WHEN code > ${lastOfSubject} THEN CASE WHEN ${anonymous} THEN ${withoutSubject} ELSE code END ELSE code END`;
  return { code, fault, faults };
}

type CodeFor = (column: Column | null, reason: string) => number;

function identifierFaults(
  column: Column,
  raw: string,
  { nested, nul }: { readonly nested: boolean; readonly nul: boolean },
  codeFor: CodeFor,
): string[] {
  const object = `starts_with(${raw}, '{') OR starts_with(${raw}, '[')`;
  return [
    ...(nested
      ? [`CASE WHEN ${object} THEN ${codeFor(column, 'objet ou liste au lieu d’une valeur simple')} END`]
      : []),
    ...(nul ? [`CASE WHEN contains(${raw}, chr(0)) THEN ${codeFor(column, 'octet nul')} END`] : []),
  ];
}

function dayFault(
  { name, column, required, past }: DayField,
  raw: string,
  today: string,
  codeFor: CodeFor,
): string {
  const missing = required ? codeFor(column, 'date manquante') : 'NULL';
  const impossible = codeFor(column, 'date impossible, ou hors des années 1900 à 2199');
  const unreadable = codeFor(column, 'date illisible');
  const ahead = past ? `WHEN d_${name} > DATE '${today}' THEN ${codeFor(column, 'date dans le futur')}` : '';
  return `CASE WHEN d_${name} IS NULL THEN CASE WHEN ${isMissingSql(raw)} THEN ${missing}
    WHEN ${looksLikeDay(raw)} THEN ${impossible} ELSE ${unreadable} END ${ahead} END`;
}

/** A required value that is missing, a number that is none. Without identifiers, a territory is a plain name. */
function fieldFaults(
  { column, type, required }: TableField,
  cells: (column: Column) => Cell,
  codeFor: CodeFor,
): string[] {
  const { raw } = cells(column);
  const unread = `NOT ${isMissingSql(raw)} AND (${numberSql(raw)}) IS NULL`;
  return [
    ...(required ? [`CASE WHEN ${isMissingSql(raw)} THEN ${codeFor(column, 'valeur manquante')} END`] : []),
    ...(type === 'number'
      ? [`CASE WHEN ${unread} THEN ${codeFor(column, 'ce n’est pas un nombre')} END`]
      : []),
  ];
}

/** A whole number of time units, zero included. */
export const wholeDuration =
  'CASE WHEN r_duration >= 0 AND r_duration < 1e6 AND r_duration = floor(r_duration) THEN r_duration END';

function lifetimeFaults(
  { duration, status }: NonNullable<RecordShape['lifetime']>,
  cells: (column: Column) => Cell,
  codeFor: CodeFor,
): string[] {
  const missing = codeFor(duration, 'durée manquante');
  const wrong = codeFor(duration, 'durée qui n’est pas un nombre entier positif ou nul');
  return [
    `CASE WHEN (${wholeDuration}) IS NULL
      THEN CASE WHEN ${isMissingSql(cells(duration).raw)} THEN ${missing} ELSE ${wrong} END END`,
    `CASE WHEN ${isMissingSql(cells(status).raw)} THEN ${codeFor(status, 'issue manquante')} END`,
  ];
}
