import type { Column, FilterAlternative, RowFilter, ValueTest } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';

/** What a filter needs of a column: its text, NULL when empty, and how to read it as a day. */
export interface FilterCell {
  readonly text: string;
  readonly day: string;
}

/** SQL condition of a row filter; never NULL. */
export function filterSql(filter: RowFilter, cell: (column: Column) => FilterCell): string {
  if (filter.length === 0) return 'true';
  return filter.map((tests) => alternativeSql(tests, cell)).join(' OR ');
}

function alternativeSql(tests: FilterAlternative, cell: (column: Column) => FilterCell): string {
  const conditions = Object.entries(tests).map(([column, test]) => testSql(cell(column), test));
  return conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
}

function testSql({ text, day }: FilterCell, test: ValueTest): string {
  const conditions = [
    ...(test.in ? [among(text, test.in)] : []),
    ...(test.not ? [`NOT ${among(text, test.not)}`] : []),
    ...(test.min === undefined ? [] : [boundSql(text, day, '>=', test.min)]),
    ...(test.max === undefined ? [] : [boundSql(text, day, '<=', test.max)]),
  ];
  const passes = `coalesce(${conditions.join(' AND ') || 'true'}, false)`;
  return test.missing === 'keep' ? `(${text} IS NULL OR ${passes})` : `(${text} IS NOT NULL AND ${passes})`;
}

function boundSql(text: string, day: string, comparison: '<=' | '>=', bound: number | string): string {
  if (typeof bound === 'string') return `${day} ${comparison} CAST(${textLiteral(bound)} AS DATE)`;
  return `(${numberSql(text)}) ${comparison} ${bound}`;
}

/**
 * SQL expression reading a text as a number, with a point or a decimal comma; NULL when it is none. For DuckDB `nan` is
 * a number above all others and `inf` is one too: neither can be counted with, nor what their squares would become.
 */
export function numberSql(text: string): string {
  const number = `TRY_CAST(replace(trim(${text}), ',', '.') AS DOUBLE)`;
  return `CASE WHEN abs(${number}) <= 1e30 THEN ${number} END`;
}

/** An empty list accepts nothing. Not `IN`, which DuckDB turns into a join when it is long. */
const among = (text: string, values: readonly string[]) =>
  values.length === 0
    ? 'false'
    : `(${values.map((value) => `${text} = ${textLiteral(value)}`).join(' OR ')})`;
