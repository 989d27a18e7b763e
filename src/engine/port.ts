import type { Sql, SqlValue } from './sql.ts';
import type { SubjectRange } from './subject-ranges.ts';

export type Row = Readonly<Record<string, SqlValue>>;

/** A table the engine can read: imported Parquet files under a plain name. */
export interface Relation {
  readonly name: string;
  readonly files: readonly string[];
  /** Only the rows of these people; default: all rows. */
  readonly subjects?: SubjectRange;
  /** Only the rows whose day in this column is `day` (`YYYY-MM-DD`) or later; default: all rows. */
  readonly since?: { readonly column: string; readonly day: string };
}

/**
 * Where people's records are reduced to counts. Implementation: duckdb/. Only counts come back: integers as
 * numbers, days as whole days since 1970-01-01 (the statements convert them), text as text.
 */
export interface Engine {
  /** `onProgress` receives the share done, from 0 to 1. A cancelled statement rejects with a `Refusal`. */
  query<R extends Row>(statement: Sql, onProgress?: (share: number) => void): Promise<readonly R[]>;
  /**
   * The same, for an answer of whole numbers that may have a row a person: one array a column, by name. A null is an
   * error of the statement.
   */
  integers(statement: Sql): Promise<Readonly<Record<string, Float64Array>>>;
  explain(statement: Sql): Promise<string>;
  /** Makes a relation readable under its name, in the place of the one that had it. */
  expose(relation: Relation): Promise<void>;
  /** Adds the rows of a statement to those gathered under this name, which is then a relation of its own. */
  gather(name: string, statement: Sql): Promise<void>;
  /** Writes the rows gathered under this name as one Parquet file, sorted by these columns. */
  write(name: string, path: string, order: readonly string[]): Promise<void>;
  /** Forgets the rows gathered under this name. */
  forget(name: string): Promise<void>;
  cancel(): void;
  close(): void;
}
