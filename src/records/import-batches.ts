import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ContentEnd } from './content-end.ts';
import type { SourceFile } from './discover-files.ts';
import { type Fault, leftOut } from './fault-sql.ts';
import type { ImportContext } from './import-context.ts';
import type { Staged } from './import-file.ts';
import type { TextFormat } from './input-format.ts';
import { pseudonymiseRows } from './pseudonymise-rows.ts';
import { jsonValuesSql } from './raw-rows-sql.ts';
import { countReasons, faultOf, type Reject } from './rejects.ts';
import { type TextBatch, textBatches } from './text-batches.ts';
import { type RawRows, type TypingOptions, typedRowsSql } from './typed-rows-sql.ts';

/** Rows set aside that are remembered with their line; the others are still counted. */
const mostLocated = 1_000_000;

/** Reads a file, or its end, through batches of rows in the reader's memory. */
export async function importBatches(
  context: ImportContext,
  file: SourceFile,
  format: TextFormat,
  options: TypingOptions,
  start: ContentEnd | null,
  onShare: (share: number) => void,
): Promise<Staged> {
  const { connection } = context.reader;
  const rows = batchRows(context, format);
  const located: Reject[] = [];
  const broken: { column: null; reason: string; rows: number }[] = [];
  let faults: readonly Fault[] = [];
  let number = 0;
  const size = file.size - (start?.byte ?? 0);
  const batches = textBatches(file.path, format, context.columns, {
    longestLine: context.longestLine,
    ...(start ? { start } : {}),
    size: file.size,
    onRead: (bytes) => onShare(Math.min(1, bytes / size)),
  });
  for await (const batch of batches) {
    await fillBatch(connection, format.type === 'csv' ? context.columns.length : 1, batch);
    faults = await pseudonymiseRows(connection, context.source, rows, {
      ...options,
      path: join(context.staging, `batch-${number++}.parquet`),
      learn: true,
    });
    for (const { line, reason } of batch.broken) {
      broken.push({ column: null, reason, rows: 1 });
      located.push({ line, column: null, reason });
    }
    const typed = typedRowsSql(context.source, rows, { ...options, carried: 'line_number' });
    const faulty = await connection.runAndReadAll(
      `SELECT line_number, fault FROM (${typed.sql}) WHERE fault > 1 AND fault < ${leftOut} ORDER BY line_number`,
    );
    for (const [line, fault] of faulty.getRows()) {
      if (located.length < mostLocated)
        located.push({ line: Number(line), ...faultOf(faults, Number(fault)) });
    }
  }
  await connection.run('DROP TABLE IF EXISTS batch');
  return {
    faults,
    broken: countReasons(broken).map((part) => ({ ...part, column: null })),
    async locate(add) {
      for (const reject of located.sort((a, b) => a.line - b.line)) add(reject);
    },
  };
}

function batchRows(context: ImportContext, format: TextFormat): RawRows {
  if (format.type === 'csv') {
    return { sql: 'SELECT *, false AS malformed FROM batch', nested: false, nul: true };
  }
  const lines = '(SELECT v0 AS line, line_number FROM batch)';
  return {
    sql: jsonValuesSql(lines, context.columns, format.dottedKeys, 'line_number'),
    nested: true,
    nul: true,
  };
}

async function fillBatch(connection: DuckDBConnection, width: number, batch: TextBatch): Promise<void> {
  const columns = Array.from({ length: width }, (_, i) => `v${i} VARCHAR`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE batch (line_number BIGINT, ${columns.join(', ')})`);
  const appender = await connection.createAppender('batch', 'main', 'temp');
  for (const { line, values } of batch.rows) {
    appender.appendBigInt(BigInt(line));
    for (let i = 0; i < width; i++) {
      const value = values[i];
      if (value == null) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}
