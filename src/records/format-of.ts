import { textLiteral } from '../platform/duckdb.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Content } from './content-digest.ts';
import type { SourceFile } from './discover-files.ts';
import { fileRefusal } from './duckdb-failure.ts';
import type { ImportContext } from './import-context.ts';
import type { InputFormat } from './input-format.ts';
import { readHead } from './read-head.ts';
import { recordShape } from './record-shape.ts';
import { missingColumns, sniffText } from './sniff-format.ts';
import { refuseCutArchive } from './whole-archive.ts';

/** How a file is written. */
export interface FileFormat {
  readonly format: InputFormat;
  readonly notes: readonly string[];
  /** Whether its start has dates such as `03/04/2019`, whose order has to be found out; null: not looked at. */
  readonly slashes: boolean | null;
}

/** How a file is written, once sure that it has the plan's columns; null: it is empty. */
export async function formatOf(
  context: ImportContext,
  file: SourceFile,
  content: Content,
): Promise<FileFormat | null> {
  if (content.size === 0) return null;
  const { source, columns } = context;
  const head = await readHead(file, async () => (await context.ordered()).connection);
  await refuseCutArchive(file, head.compression, context.signal);
  if (head.parquet || source.format.type === 'parquet') {
    const found = await parquetColumns(context, file);
    refuseMissing(file.name, columns, found);
    return { format: { type: 'parquet', columns: found }, notes: [], slashes: null };
  }
  const known = head.compression === 'none';
  const sniffed = sniffText(
    {
      name: file.name,
      bytes: head.bytes,
      whole: head.whole,
      compression: head.compression,
      utf8: known ? content.utf8 : null,
      controls: known ? content.controls : null,
    },
    source.format,
    columns,
  );
  if (sniffed.kind === 'empty') return null;
  if (sniffed.kind === 'problem') throw new Refusal('data', sniffed.what, sniffed.advice);
  const { format, notes } = sniffed;
  const slashes = slashDate.test(head.bytes.toString('latin1'));
  if (format.type === 'csv') {
    refuseMissing(file.name, columns, format.columns);
    return { format, notes, slashes };
  }
  // A key of a JSON object may be absent from any number of lines: only those every row needs are required.
  const shape = recordShape(source);
  const needed = [
    shape.subject,
    ...[...shape.days, ...shape.fields].filter(({ required }) => required).map(({ column }) => column),
  ];
  refuseMissing(
    file.name,
    columns.filter((column) => needed.includes(column)),
    format.columns,
  );
  const absent = columns.filter((column) => !format.columns.includes(column));
  const typed = absent.find((column) =>
    missingColumns(file.name, [column], format.columns)?.advice.startsWith('Le nom'),
  );
  if (typed !== undefined) refuseMissing(file.name, [typed], format.columns);
  return {
    format,
    notes: [...notes, ...absent.map((column) => `« ${column} » n'apparaît pas dans les premières lignes`)],
    slashes,
  };
}

/** A day of the month or month, twice, then a year; JSON may write `/` as `\\/`. */
const slashDate = /[0-9]{1,2}\\?[/.-][0-9]{1,2}\\?[/.-][0-9]{4}/;

function refuseMissing(name: string, wanted: readonly string[], found: readonly string[]): void {
  const problem = missingColumns(name, wanted, found);
  if (problem) throw new Refusal('data', problem.what, problem.advice);
}

/** Columns of a Parquet file, with the fields of structures as dotted paths. */
async function parquetColumns(context: ImportContext, file: SourceFile): Promise<readonly string[]> {
  try {
    const reader = await context.reader.connection.runAndReadAll(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${textLiteral(file.path)}))`,
    );
    return reader.getRows().flatMap(([name, type]) => fieldPaths(String(name), String(type)));
  } catch (error) {
    throw fileRefusal(error, file.name);
  }
}

function fieldPaths(name: string, type: string): string[] {
  const inner = /^STRUCT\((.*)\)$/.exec(type)?.[1];
  if (inner === undefined) return [name];
  const fields: string[] = [];
  let depth = 0;
  let field = '';
  for (const sign of `${inner},`) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ',' && depth === 0) {
      const [, quoted, bare, kind] = /^\s*(?:"((?:[^"]|"")*)"|(\S+))\s+(.*)$/.exec(field) ?? [];
      const key = quoted?.replaceAll('""', '"') ?? bare ?? '';
      fields.push(...fieldPaths(`${name}.${key}`, kind ?? ''));
      field = '';
    } else field += sign;
  }
  return [name, ...fields];
}
