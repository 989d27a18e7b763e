import type { Column } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import type { CsvFormat, InputFormat, JsonFormat } from './input-format.ts';

/** Lines longer than this many bytes are set aside. */
export const longestLine = 2_000_000;

/** Bytes of a file each buffer of the reader holds; DuckDB's own 32 MB, several at once, are most of a small import. */
const bufferSize = 8_000_000;

/** A character that a JSON text cannot hold: read as CSV with this delimiter, a line is one value. */
const noDelimiter = "E'\\x1f'";

export interface ReadingOptions {
  readonly path: string;
  readonly columns: readonly Column[];
  readonly longestLine: number;
  /** Table that receives the lines DuckDB could not split; null: they are skipped. */
  readonly rejectsTable: string | null;
  /** Adds `ordinal`, the rank of the row in the file from 1; only true in a session that keeps the order. */
  readonly ordinal?: boolean;
}

/** SQL giving the rows of a file as text: `v0, v1…` in the order of `columns`, and `malformed`. */
export function rawRowsSql(format: InputFormat, options: ReadingOptions): string {
  const ordinal = options.ordinal ? ', row_number() OVER () AS ordinal' : '';
  if (format.type === 'csv') return csvRows(format, options, ordinal);
  if (format.type === 'parquet') return parquetRows(options, ordinal);
  return jsonRows(format, options, ordinal);
}

function csvRows(format: CsvFormat, options: ReadingOptions, ordinal: string): string {
  const values = options.columns.map((column, i) => `c${format.columns.indexOf(column)} AS v${i}`);
  const names = format.columns.map((_, i) => `'c${i}': 'VARCHAR'`);
  const reader = readCsv(options, format, [
    `columns = {${names.join(', ')}}`,
    `delim = ${textLiteral(format.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    'header = false',
    'skip = 1',
  ]);
  return `SELECT ${[...values, 'false AS malformed'].join(', ')}${ordinal} FROM ${reader}`;
}

function readCsv(
  options: ReadingOptions,
  format: CsvFormat | JsonFormat,
  dialect: readonly string[],
): string {
  const settings = [
    textLiteral(options.path),
    'auto_detect = false',
    ...dialect,
    `max_line_size = ${options.longestLine}`,
    `buffer_size = ${Math.max(bufferSize, options.longestLine)}`,
    'ignore_errors = true',
    `encoding = '${format.encoding === 'utf-8' ? 'utf-8' : 'latin-1'}'`,
    ...(format.mixedLineEnds ? ['strict_mode = false'] : []),
    ...(format.compression === 'none' ? ["compression = 'none'"] : [`compression = '${format.compression}'`]),
    ...(options.rejectsTable
      ? ['store_rejects = true', `rejects_table = '${options.rejectsTable}'`, "rejects_scan = 'reject_scans'"]
      : []),
  ];
  return `read_csv(${settings.join(', ')})`;
}

function jsonRows(format: JsonFormat, options: ReadingOptions, ordinal: string): string {
  const lines =
    format.type === 'json-array'
      ? `(SELECT CAST(json AS VARCHAR) AS line FROM read_json_objects(${textLiteral(options.path)}, format = 'array', compression = '${format.compression}', maximum_object_size = ${options.longestLine}))`
      : readCsv(options, format, [
          "columns = {'line': 'VARCHAR'}",
          `delim = ${noDelimiter}`,
          "quote = ''",
          "escape = ''",
          'header = false',
        ]);
  const numbered = `(SELECT line${ordinal} FROM ${lines})`;
  return jsonValuesSql(numbered, options.columns, format.dottedKeys, options.ordinal ? 'ordinal' : null);
}

/** Values of JSON texts in a column `line`; blank lines are no rows, anything but an object is malformed. */
export function jsonValuesSql(
  lines: string,
  columns: readonly Column[],
  dottedKeys: readonly string[],
  carried: string | null,
): string {
  const paths = columns.map((column) => textLiteral(jsonPath(column, dottedKeys)));
  const values = columns.map((_, i) => `x[${i + 1}] AS v${i}`);
  const kept = carried ? `, ${carried}` : '';
  return `SELECT ${[...values, 'x IS NULL AS malformed'].join(', ')}${kept} FROM (
    SELECT CASE WHEN starts_with(ltrim(line), '{') THEN TRY(json_extract_string(line, [${paths.join(', ')}])) END AS x${kept}
    FROM ${lines} WHERE line IS NOT NULL AND trim(line) <> '')`;
}

/** `proprietes.siret` is the key `siret` of the object `proprietes`, unless a key has that very name. */
function jsonPath(column: Column, dottedKeys: readonly string[]): string {
  const keys = dottedKeys.includes(column) ? [column] : column.split('.');
  return `$.${keys.map((key) => `"${key.replaceAll('"', '')}"`).join('.')}`;
}

function parquetRows(options: ReadingOptions, ordinal: string): string {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const values = options.columns.map((column, i) => {
    return `CAST(${column.split('.').map(quoted).join('.')} AS VARCHAR) AS v${i}`;
  });
  const rank = ordinal ? ', file_row_number + 1 AS ordinal' : '';
  return `SELECT ${[...values, 'false AS malformed'].join(', ')}${rank}
    FROM read_parquet(${textLiteral(options.path)}${rank ? ', file_row_number = true' : ''})`;
}
