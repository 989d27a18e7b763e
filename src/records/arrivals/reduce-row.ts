import { arrivalDay, monthEnd } from './arrival-day.ts';
import { type ArrivalColumn, type ArrivalShape, storedKeys } from './arrival-shape.ts';
import { type Pseudonymiser, saysNothing } from './pseudonymiser.ts';
import { writtenNumber } from './written-number.ts';

/** Why a row is not taken: never what it says. */
export interface RowFault {
  /** Null: the row as a whole. */
  readonly field: string | null;
  readonly what: string;
  readonly expected: string;
}

export type ReducedRow =
  | { readonly kind: 'kept'; readonly id: string | null; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly faults: readonly RowFault[] };

/** The key of a row that says it is the same row as one already sent. */
export const rowIdKey = '_id';
const longestValue = 2_000;
const longestId = 200;

/**
 * Keeps of a row what the plan names: pseudonyms instead of identifiers, days instead of times, values as text. All
 * that is wrong in it is told at once. `latest`: the last day that is not in the future, `YYYY-MM-DD`.
 */
export function reduceRow(
  shape: ArrivalShape,
  pseudonym: Pseudonymiser,
  row: unknown,
  latest: string,
): ReducedRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    const fault = {
      field: null,
      what: 'ce n’est pas un objet',
      expected: 'un objet JSON : {"champ": valeur}',
    };
    return { kind: 'refused', faults: [fault] };
  }
  const faults: RowFault[] = [];
  const fields: Record<string, string> = {};
  const text = (column: string, required: boolean): string | null => {
    const read = textOf(valueAt(row, column));
    if (read.fault !== null) faults.push({ field: column, ...read.fault });
    else if (required && saysNothing(read.text)) faults.push({ field: column, ...missing });
    return read.fault !== null || saysNothing(read.text) ? null : read.text;
  };
  for (const role of ['subject', 'target'] as const) {
    const column = shape[role];
    if (column === null) continue;
    const written = text(column, role === 'subject');
    const made = written === null ? null : pseudonym(role, written, shape.letterCase);
    if (made !== null) fields[storedKeys[role]] = String(made);
    else if (written !== null && role === 'subject') faults.push({ field: column, ...missing });
  }
  for (const known of shape.columns) {
    const written = text(known.column, known.required);
    if (written === null) continue;
    const read = typed(known, written, latest);
    if (typeof read === 'string') fields[known.column] = read;
    else faults.push({ field: known.column, ...read });
  }
  const id = textOf(Object.hasOwn(row, rowIdKey) ? (row as Record<string, unknown>)[rowIdKey] : null);
  if (id.fault !== null || id.text.length > longestId) faults.push(badId);
  return faults.length > 0 || id.fault !== null
    ? { kind: 'refused', faults }
    : { kind: 'kept', id: id.text === '' ? null : id.text, fields };
}

type Reason = Omit<RowFault, 'field'>;

const missing: Reason = { what: 'il manque', expected: 'une valeur' };
const badId: RowFault = {
  field: rowIdKey,
  what: 'cet identifiant de ligne ne convient pas',
  expected: `un texte d’au plus ${longestId} signes, différent pour chaque ligne`,
};

const unfinishedMonth: Reason = {
  what: 'ce mois n’est pas fini : son chiffre changera encore',
  expected: 'un mois passé ; il sera pris la première fois qu’il arrivera fini',
};

const twoReadings: Reason = {
  what: 'ce nombre se lit de deux façons : la virgule y sépare les milliers, ou les décimales',
  expected: 'un nombre sans séparateur de milliers, par exemple 1234 ou 1.234',
};

function typed({ type, past, months }: ArrivalColumn, written: string, latest: string): string | Reason {
  if (type === 'text') return written;
  if (type === 'number') {
    const number = writtenNumber(written);
    if (number === 'ambiguous') return twoReadings;
    return number ?? { what: 'ce n’est pas un nombre', expected: 'un nombre, par exemple 12 ou 12.5' };
  }
  if (type === 'whole') {
    const number = writtenNumber(written);
    const isWhole = number !== null && Number.isInteger(Number(number)) && Number(number) >= 0;
    return isWhole && Number(number) < 1e6
      ? number
      : {
          what: 'ce n’est pas un nombre entier positif ou nul',
          expected: 'une durée en unités entières, par exemple 12',
        };
  }
  const day = (months ? monthEnd(written) : null) ?? arrivalDay(written);
  if (day === null) {
    const expected = 'une date, par exemple 2026-11-27 ou 2026-11-27T10:30:00+01:00';
    return { what: 'ce n’est pas une date lisible, ou elle n’existe pas', expected };
  }
  if (past && months && monthEnd(written) !== null && dayAfter(day) >= latest) return unfinishedMonth;
  return past && day > latest
    ? { what: 'la date est dans le futur', expected: 'une date passée ; vérifiez l’horloge de qui envoie' }
    : day;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** `proprietes.siret` is the key of that very name, or `siret` of the object `proprietes`. */
function valueAt(row: object, column: string): unknown {
  if (Object.hasOwn(row, column)) return (row as Record<string, unknown>)[column];
  let value: unknown = row;
  for (const key of column.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function textOf(
  value: unknown,
): { readonly text: string; readonly fault: null } | { readonly fault: Reason } {
  if (value === null || value === undefined) return { text: '', fault: null };
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value), fault: null };
  const simple = 'un texte, un nombre, vrai ou faux';
  if (typeof value !== 'string') return { fault: { what: 'c’est un objet ou une liste', expected: simple } };
  if (value.length > longestValue)
    return { fault: { what: 'c’est trop long', expected: `au plus ${longestValue} signes` } };
  if (value.includes('\0')) return { fault: { what: 'il y a un octet nul', expected: simple } };
  return { text: value, fault: null };
}
