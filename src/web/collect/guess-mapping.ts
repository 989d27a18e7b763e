import { nearestName } from '../../plan/nearest-name.ts';
import type { Source } from '../../plan/plan.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import { writtenDay } from '../../records/arrivals/arrival-day.ts';
import { arrivalShape } from '../../records/arrivals/arrival-shape.ts';
import type { ColumnMapping } from '../../records/arrivals/deliver.ts';

/** A column of the source that a column of the file is asked for. */
export interface AskedColumn {
  readonly column: string;
  /** « Qui », « Quand »… */
  readonly role: string;
  readonly required: boolean;
  readonly identifier: boolean;
}

/** The columns of a source in the order people are asked for them: who, on what, when, then the rest. */
export function askedColumns(source: Source): readonly AskedColumn[] {
  const { subject, target, columns } = arrivalShape(source);
  const identifier = (column: string | null, role: string, required: boolean): AskedColumn[] =>
    column === null ? [] : [{ column, role, required, identifier: true }];
  const roles = { day: 'Quand', number: 'Combien', whole: 'Combien', text: 'Quoi' } as const;
  return [
    ...identifier(subject, 'Qui', true),
    ...identifier(target, 'Sur quoi', false),
    ...columns.map(({ column, type, required }) => ({
      column,
      role: roles[type],
      required,
      identifier: false,
    })),
  ];
}

/** For each asked column, that of the file with the same name, or nearly; none when nothing is near. */
export function guessMapping(asked: readonly AskedColumn[], found: readonly string[]): ColumnMapping {
  const guess = (column: string): string | null => {
    const called = (wanted: string) =>
      found.find((name) => name.trim().toLowerCase() === wanted.toLowerCase());
    return called(column) ?? called(column.split('.').at(-1) ?? column) ?? nearestName(column, found);
  };
  return Object.fromEntries(
    asked.flatMap(({ column }) => {
      const near = guess(column);
      return near === null ? [] : [[column, near]];
    }),
  );
}

const usual = /^(id|identifiants?|uuid|pseudonyme|(id )?(usager|utilisateur|user|beneficiaire)( id)?)$/;

/**
 * Of the columns nobody was guessed for, the only one named as identifiers usually are; null: none, or several. A guess to
 * be confirmed, not enough to show the other columns.
 */
export function usualIdentifier(guess: ColumnMapping, found: readonly string[]): string | null {
  const known = Object.values(guess);
  const named = found.filter(
    (name) =>
      !known.includes(name) &&
      usual.test(
        withoutAccents(name)
          .replace(/[\W_]+/g, ' ')
          .trim(),
      ),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Whether a value could tell who someone is: an address, a long number that is no date. */
export const couldIdentify = (value: string): boolean =>
  /@/.test(value) || (value.replace(/\D/g, '').length >= 8 && writtenDay(value) === null);
