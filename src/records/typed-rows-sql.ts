import type { Column, Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import { cellsOf } from './cell-sql.ts';
import { possibleDay, type SlashOrder } from './day-sql.ts';
import { type Fault, faultSql, leftOut, wholeDuration } from './fault-sql.ts';
import { filterSql, numberSql } from './filter-sql.ts';
import { fileColumns, recordShape } from './record-shape.ts';

/** Rows as they come from a file: a relation with `v0, v1…` (text, in the order of `fileColumns`) and `malformed`. */
export interface RawRows {
  readonly sql: string;
  /** Whether a value may be a whole JSON object or list. */
  readonly nested: boolean;
  /** Whether the file may hold NUL bytes. */
  readonly nul: boolean;
}

export interface TypingOptions {
  readonly today: string;
  readonly slashOrder: (column: Column) => SlashOrder;
  /** A column of the raw rows to keep. */
  readonly carried?: string;
}

/**
 * Rows typed: `fault` (0 none, 1 without subject, then `faults[fault - 2]`, 255 left out by the source's filter),
 * `subject_text`, `target_text`, the day fields, `duration`, `status`, `grp`, the fields of a table, `a_…`, and the column `carried`.
 */
export interface TypedRows {
  readonly sql: string;
  readonly faults: readonly Fault[];
}

/** One layer of `SELECT` for each expression that later ones use, so that DuckDB computes it once. */
export function typedRowsSql(source: Source, rows: RawRows, options: TypingOptions): TypedRows {
  const shape = recordShape(source);
  const cells = cellsOf(source, options.slashOrder);
  const { code, fault, faults } = faultSql(source, shape, rows, cells, options.today);
  const told = layer(rows.sql, [`${keptSql(source, options.slashOrder)} AS kept`]);
  const carried = options.carried === undefined ? [] : [options.carried];
  const values = fileColumns(source).map((_, i) => `CASE WHEN kept THEN v${i} END AS v${i}`);
  const kept = `SELECT ${[...values, 'malformed', 'kept', ...carried].join(', ')} FROM (${told})`;
  const read = layer(kept, [
    ...shape.days.map((day) => `${cells(day.column).day} AS r_${day.name}`),
    ...(shape.lifetime ? [`${numberSql(cells(shape.lifetime.duration).raw)} AS r_duration`] : []),
  ]);
  const bounded = layer(
    read,
    shape.days.map(({ name }) => `${possibleDay(`r_${name}`)} AS d_${name}`),
  );
  const coded = layer(bounded, [`${code} AS code`]);
  const fields = [
    `CAST(CASE WHEN kept THEN ${fault} ELSE ${leftOut} END AS UTINYINT) AS fault`,
    source.subject && `${cells(source.subject).raw} AS subject_text`,
    shape.target && `${cells(shape.target).raw} AS target_text`,
    ...shape.days.map(({ name }) => `d_${name} AS "${name}"`),
    shape.lifetime && `CAST(${wholeDuration} AS BIGINT) AS duration`,
    shape.lifetime && `${statusSql(cells(shape.lifetime.status).text, shape.lifetime.codes)} AS status`,
    shape.group && `${cells(shape.group).text} AS grp`,
    ...shape.fields.map(
      ({ name, column, type }) =>
        `${type === 'number' ? numberSql(cells(column).raw) : cells(column).text} AS "${name}"`,
    ),
    ...shape.attributes.map(({ name, column }) => `${cells(column).text} AS ${attributeName(name)}`),
    ...carried,
  ].filter((field) => field !== null);
  return { sql: `SELECT ${fields.join(', ')} FROM (${coded})`, faults };
}

const layer = (rows: string, added: readonly string[]) =>
  `SELECT ${['*', ...added].join(', ')} FROM (${rows})`;

/** Condition under which a raw row is worth reading: the source's filter, or a line that cannot even be read. */
export function keptSql(source: Source, slashOrder: (column: Column) => SlashOrder): string {
  return `malformed OR (${filterSql(source.where, cellsOf(source, slashOrder))})`;
}

export const attributeName = (name: string) => `"a_${name.replaceAll('"', '""')}"`;

/** 0 censored, 1 the event, 1 + i the i-th competing way out; `1` and `1.0` are the same code. */
function statusSql(text: string, codes: readonly string[]): string {
  const arms = codes.map((code, i) => {
    const number = /^-?\d+(\.\d+)?$/.test(code) ? ` OR (${numberSql(text)}) = ${Number(code)}` : '';
    return `WHEN ${text} = ${textLiteral(code)}${number} THEN ${i + 1}`;
  });
  return `CAST(CASE ${arms.join(' ')} ELSE 0 END AS BIGINT)`;
}
