import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import type { ImportedFile, Manifest } from './manifest.ts';
import { recordShape } from './record-shape.ts';
import { type Erasure, wantedSql } from './wanted-sql.ts';
import { writeSegment } from './write-segment.ts';
import { segmentPrefix } from './write-segments.ts';

/** The state of a source without what `erasure` says, in new files beside the current ones, and how many rows went. */
export async function eraseRows(
  connection: DuckDBConnection,
  source: Source,
  folder: string,
  state: Manifest,
  erasure: Erasure,
): Promise<{ readonly manifest: Manifest; readonly rows: number }> {
  const wanted = wantedSql(source, erasure);
  const files: ImportedFile[] = [];
  let rows = 0;
  for (const file of state.files) {
    const rewritten = await withoutRows(connection, source, folder, file, wanted);
    rows += file.rows - rewritten.rows;
    files.push(rewritten);
  }
  return { manifest: { ...state, ...erasure, files }, rows };
}

async function withoutRows(
  connection: DuckDBConnection,
  source: Source,
  folder: string,
  file: ImportedFile,
  wanted: string,
): Promise<ImportedFile> {
  const parquet = (names: readonly string[]) =>
    `read_parquet([${names.map((name) => textLiteral(join(folder, name))).join(', ')}])`;
  const count = async (rows: string) =>
    Number((await connection.runAndReadAll(`SELECT count(*) FROM ${rows}`)).getRows()[0]?.[0] ?? 0);
  const prefix = segmentPrefix(file.digest, randomBytes(8).toString('hex'));
  const segments: string[] = [];
  const reports: string[] = [];
  let gone = 0;
  for (const [i, name] of file.segments.entries()) {
    const old = parquet([name]);
    const unwanted = await count(`${old} WHERE NOT (${wanted})`);
    const known = name.replace('.parquet', '.reports.parquet');
    const kept =
      unwanted === 0
        ? { name, reports: file.reports.includes(known) ? known : null }
        : await writeSegment(connection, source, `${old} WHERE ${wanted}`, folder, `${prefix}-${i}`);
    gone += unwanted;
    segments.push(kept.name);
    if (kept.reports !== null) reports.push(kept.reports);
  }
  if (gone === 0) return file;
  return {
    ...file,
    segments,
    reports,
    rows: file.rows - gone,
    ...(await days(connection, source, parquet(segments))),
  };
}

async function days(connection: DuckDBConnection, source: Source, rows: string) {
  const { mainDay, days: fields } = recordShape(source);
  const main = mainDay ? `"${mainDay}"` : 'CAST(NULL AS DATE)';
  const recorded = fields.some(({ name }) => name === 'recorded') ? 'recorded' : 'CAST(NULL AS DATE)';
  const found = await connection.runAndReadAll(
    `SELECT CAST(min(${main}) AS VARCHAR), CAST(max(${main}) AS VARCHAR), CAST(max(${recorded}) AS VARCHAR) FROM ${rows}`,
  );
  const [first, last, lastRecorded] = (found.getRows()[0] ?? []) as (string | null)[];
  return { firstDay: first ?? null, lastDay: last ?? null, lastRecorded: lastRecorded ?? null };
}
