import type { ColumnType } from 'kysely';

/** A jsonb column: read as the value, written as its JSON text. */
export type JsonColumn<T> = ColumnType<T, string, string>;

/** A timestamptz column: read as ISO 8601 in UTC with milliseconds, written as that text or a Date. */
export type InstantColumn = ColumnType<string, string | Date, string | Date>;
export type OptionalInstantColumn = ColumnType<
  string | null,
  string | Date | null | undefined,
  string | Date | null
>;
