import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { splitRecords } from './csv-records.ts';
import { leftOut } from './fault-sql.ts';
import type { InputFormat } from './input-format.ts';
import { faultOf, type Reject, structuralReason } from './rejects.ts';
import type { TypedRows } from './typed-rows-sql.ts';

/** Records DuckDB could not split, as it reports them: `line` is a rank among records, header included. */
export interface StructuralReject {
  readonly record: number;
  readonly reason: string;
}

export async function structuralRejects(
  connection: DuckDBConnection,
  table: string,
): Promise<readonly StructuralReject[]> {
  const found = await connection.runAndReadAll(
    `SELECT line, min(CAST(error_type AS VARCHAR)) FROM ${table} GROUP BY line ORDER BY line`,
  );
  return found
    .getRows()
    .map(([line, type]) => ({ record: Number(line), reason: structuralReason(String(type)) }));
}

/**
 * Finds the lines of a file whose rows were set aside. `typed` must carry `ordinal`, the rank of each row, and
 * `connection` keep the order of the file. Rows come one by one, so that a file may have any number of faults.
 */
export async function locateRejects(
  connection: DuckDBConnection,
  typed: TypedRows,
  path: string,
  format: InputFormat,
  structural: readonly StructuralReject[],
  longestLine: number,
  add: (reject: Reject) => void,
): Promise<void> {
  const result = await connection.stream(
    `SELECT ordinal, fault FROM (${typed.sql}) WHERE fault > 1 AND fault < ${leftOut}`,
  );
  const faulty = (async function* () {
    for await (const rows of result.yieldRows()) yield* rows;
  })();
  const records = recordLines(path, format, longestLine);
  let broken = 0;
  let ordinal = 0;
  let next = await faulty.next();
  for await (const { record, line, blank } of records) {
    const unsplit = structural[broken];
    if (unsplit?.record === record) {
      add({ line, column: null, reason: unsplit.reason });
      broken++;
    } else if (!blank) {
      ordinal++;
      if (!next.done && Number(next.value[0]) === ordinal) {
        add({ line, ...faultOf(typed.faults, Number(next.value[1])) });
        next = await faulty.next();
      }
    }
    if (next.done && broken === structural.length) return;
  }
  for (const { record, reason } of structural.slice(broken)) add({ line: record, column: null, reason });
}

interface RecordLine {
  /** Rank among all records, header and blank lines included, from 1. */
  readonly record: number;
  readonly line: number;
  /** Not a row: the header or an empty line. */
  readonly blank: boolean;
}

async function* recordLines(
  path: string,
  format: InputFormat,
  longestLine: number,
): AsyncGenerator<RecordLine> {
  const ranked = format.type === 'parquet' || format.type === 'json-array' || format.compression === 'zstd';
  if (ranked) {
    const header = format.type === 'csv' ? 1 : 0;
    for (let record = 1; ; record++) yield { record, line: record, blank: record <= header };
  }
  const csv = format.type === 'csv';
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const bytes = format.compression === 'gzip' ? file.pipe(createGunzip()) : file;
  const splitter = splitRecords({ quoted: csv, longest: longestLine });
  let record = 0;
  try {
    for await (const chunk of bytes) {
      for (const { text, line, broken } of splitter.push((chunk as Buffer).toString('latin1'))) {
        record++;
        yield { record, line, blank: !broken && csv && (record === 1 || text === '') };
      }
    }
    for (const { text, line, broken } of splitter.end()) {
      yield { record: ++record, line, blank: !broken && csv && (record === 1 || text === '') };
    }
  } finally {
    file.destroy();
  }
}
