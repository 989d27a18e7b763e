import { type Refused, type RefusedCode, refused } from '../refused.ts';
import type { Cell, Handler, StatisticsRequest, StatisticsResult, Table } from './request.ts';

/** Stops the reading of a request; `reading` turns it back into the answer. Never leaves this folder. */
class Unreadable extends Error {
  readonly refusal: Refused;

  constructor(refusal: Refused) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

/** Stops here: the request is answered by this refusal. Only inside `reading`. */
export function refuse(code: RefusedCode, sentence: string): never {
  throw new Unreadable(refused(code, sentence));
}

/**
 * A handler that may read its inputs with the functions of this file: the first one that cannot be read becomes
 * the answer (`unknown-column`, `invalid-time`, `empty-group`, `invalid-input`).
 * `reading((request) => ({ mean: mean(numericColumn(request, 'value')) }))`
 */
export const reading =
  (compute: (request: StatisticsRequest) => StatisticsResult): Handler =>
  (request) => {
    try {
      return compute(request);
    } catch (error) {
      if (error instanceof Unreadable) return error.refusal;
      throw error;
    }
  };

const given = (request: StatisticsRequest, key: string): unknown => request.inputs[key] ?? undefined;

/** Whether the input was given at all (null counts as not given). */
export const has = (request: StatisticsRequest, key: string): boolean => given(request, key) !== undefined;

/** The rows `inputs.data` names; an empty table is refused as `empty-group`. */
export function table(request: StatisticsRequest): Table {
  const name = textInput(request, 'data');
  const rows = Object.hasOwn(request.tables, name) ? request.tables[name] : undefined;
  if (rows === undefined) return refuse('invalid-input', `La table « ${name} » n'est pas fournie.`);
  if (rows.length === 0) return refuse('empty-group', `La table « ${name} » est vide.`);
  return rows;
}

function list(request: StatisticsRequest, key: string): readonly unknown[] {
  const value = given(request, key);
  if (value === undefined) return refuse('invalid-input', `Il manque l'entrée « ${key} ».`);
  return Array.isArray(value) ? value : [value];
}

function one(request: StatisticsRequest, key: string): unknown {
  const values = list(request, key);
  if (values.length !== 1) return refuse('invalid-input', `L'entrée « ${key} » attend une seule valeur.`);
  return values[0];
}

/** Squares and products of numbers within these bounds neither overflow nor vanish: beyond, a figure would be noise. */
const isCountable = (value: number): boolean =>
  value === 0 || (Math.abs(value) <= 1e30 && Math.abs(value) >= 1e-30);

/** Stops on a number too large or too small to compute with; `where` begins the sentence. */
export function countable(value: number, where: string): number {
  if (isCountable(value)) return value;
  const how = Math.abs(value) > 1 ? 'grand' : 'petit';
  return refuse('invalid-input', `${where} : le nombre ${value} est trop ${how} pour être calculé.`);
}

const asNumber = (value: unknown, key: string): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? countable(value, `Entrée « ${key} »`)
    : refuse('invalid-input', `L'entrée « ${key} » attend un nombre.`);

const asText = (value: unknown, key: string): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : typeof value === 'boolean'
      ? String(Number(value))
      : refuse('invalid-input', `L'entrée « ${key} » attend un texte.`);

/** A finite number. */
export function numberInput(request: StatisticsRequest, key: string, fallback?: number): number {
  return fallback !== undefined && !has(request, key) ? fallback : asNumber(one(request, key), key);
}

/** One or several finite numbers; a lone number is a list of one. */
export function numberList(
  request: StatisticsRequest,
  key: string,
  fallback?: readonly number[],
): readonly number[] {
  if (fallback !== undefined && !has(request, key)) return fallback;
  return list(request, key).map((value) => asNumber(value, key));
}

/** A text, or a number as text: values of a column are compared as text. */
export function textInput(request: StatisticsRequest, key: string, fallback?: string): string {
  return fallback !== undefined && !has(request, key) ? fallback : asText(one(request, key), key);
}

/** One or several texts; a lone text is a list of one. */
export function textList(
  request: StatisticsRequest,
  key: string,
  fallback?: readonly string[],
): readonly string[] {
  if (fallback !== undefined && !has(request, key)) return fallback;
  return list(request, key).map((value) => asText(value, key));
}

const bare = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** One of the words listed, whatever its case, hyphens or spaces: `nevertreated` is `never-treated`. */
export function choiceInput<T extends string>(
  request: StatisticsRequest,
  key: string,
  choices: readonly T[],
  fallback: T,
): T {
  const text = textInput(request, key, fallback);
  const choice = choices.find((candidate) => bare(candidate) === bare(text));
  if (choice !== undefined) return choice;
  return refuse('invalid-input', `L'entrée « ${key} » vaut « ${text} » ; attendu : ${choices.join(', ')}.`);
}

/** A proportion strictly between 0 and 1, by more than rounding. */
export function proportionInput(request: StatisticsRequest, key: string, fallback?: number): number {
  const value = numberInput(request, key, fallback);
  if (value >= 1e-12 && value <= 1 - 1e-12) return value;
  return refuse('invalid-input', `L'entrée « ${key} » doit être strictement comprise entre 0 et 1.`);
}

/** A confidence level: below one in two, or within a millionth of 1, an interval would say nothing. */
export function levelInput(request: StatisticsRequest): number {
  const value = numberInput(request, 'level', 0.95);
  if (value >= 0.5 && value <= 0.999999) return value;
  return refuse('invalid-input', "L'entrée « level » doit être comprise entre 0,5 et 0,999999.");
}

/** The cells of a column given by its own name, row by row. */
export function namedCells(request: StatisticsRequest, column: string): readonly Cell[] {
  const rows = table(request);
  if (rows.every((row) => !Object.hasOwn(row, column))) {
    const known = Object.keys(rows[0] ?? {}).join(', ');
    return refuse(
      'unknown-column',
      `La colonne « ${column} » n'existe pas dans la table ; colonnes connues : ${known}.`,
    );
  }
  return rows.map((row) => row[column] ?? null);
}

/** A cell as a finite number, null when it is empty; text that is not a number is refused. */
function cellNumber(cell: Cell, column: string, row: number): number | null {
  if (cell === null || cell === '') return null;
  const value = typeof cell === 'number' ? cell : Number(cell);
  const where = `Colonne « ${column} », ligne ${row + 1}`;
  if (Number.isFinite(value)) return countable(value, where);
  return refuse('invalid-input', `${where} : un nombre est attendu.`);
}

/** Numbers of a column given by its own name; empty cells are null. */
export const namedNumbersOrNull = (request: StatisticsRequest, column: string): readonly (number | null)[] =>
  namedCells(request, column).map((cell, row) => cellNumber(cell, column, row));

/** Numbers of a column given by its own name; an empty cell is refused. */
export const namedNumbers = (request: StatisticsRequest, column: string): readonly number[] =>
  namedNumbersOrNull(request, column).map((value, row) =>
    value === null
      ? refuse('invalid-input', `Colonne « ${column} », ligne ${row + 1} : la valeur manque.`)
      : value,
  );

/** Values of a column given by its own name, as text; an empty cell is refused. */
export const namedTexts = (request: StatisticsRequest, column: string): readonly string[] =>
  namedCells(request, column).map((cell, row) =>
    cell === null || cell === ''
      ? refuse('invalid-input', `Colonne « ${column} », ligne ${row + 1} : la valeur manque.`)
      : String(cell),
  );

/** Numbers of the column that the input `key` names: `numericColumn(request, 'outcome')`. */
export const numericColumn = (request: StatisticsRequest, key: string): readonly number[] =>
  namedNumbers(request, textInput(request, key));

/** Values, as text, of the column that the input `key` names. */
export const textColumn = (request: StatisticsRequest, key: string): readonly string[] =>
  namedTexts(request, textInput(request, key));

/** Durations of the column that the input `key` names: finite, not negative, else `invalid-time`. */
export function timeColumn(request: StatisticsRequest, key: string): readonly number[] {
  const column = textInput(request, key);
  return namedCells(request, column).map((cell, row) => {
    const value = cell === null || cell === '' ? Number.NaN : Number(cell);
    if (Number.isFinite(value) && value >= 0 && isCountable(value)) return value;
    const what =
      value < 0
        ? 'la durée est négative'
        : Number.isFinite(value)
          ? 'la durée ne peut pas être calculée'
          : "la durée manque ou n'est pas un nombre";
    return refuse('invalid-time', `Colonne « ${column} », ligne ${row + 1} : ${what}.`);
  });
}

/** Row numbers of each value of a grouping column, in increasing order of value (numbers as numbers). */
export function rowsByGroup(groups: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  groups.forEach((group, row) => {
    const members = rows.get(group);
    if (members === undefined) rows.set(group, [row]);
    else members.push(row);
  });
  return new Map([...rows].sort(([a], [b]) => byValue(a, b)));
}

const byValue = (a: string, b: string): number => {
  const difference = Number(a) - Number(b);
  if (Number.isFinite(difference) && difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
};
