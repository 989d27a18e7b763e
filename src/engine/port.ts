import type { Sql } from './sql.ts';

export type SqlValue = string | number | bigint | boolean | null;
export type Row = Readonly<Record<string, SqlValue>>;

/** A table the engine can read: imported Parquet files under a plain name. */
export interface Relation {
  readonly name: string;
  readonly files: readonly string[];
}

/**
 * Where people's records are reduced to counts. Implementations: duckdb/. Only counts come back.
 * Dates come back as `YYYY-MM-DD` text, integers as numbers when safe.
 */
export interface Engine {
  query<R extends Row>(sql: Sql, onProgress?: (share: number) => void): Promise<R[]>;
  explain(sql: Sql): Promise<string>;
  expose(relation: Relation): Promise<void>;
  cancel(): void;
  close(): Promise<void>;
}
