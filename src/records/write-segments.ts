import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import { withoutSubject } from './fault-sql.ts';
import { watchStatements } from './file-progress.ts';
import { recordShape } from './record-shape.ts';
import { type Erasure, wantedSql } from './wanted-sql.ts';
import { writeSegment } from './write-segment.ts';

export interface Segments {
  readonly names: readonly string[];
  /** Counts by day and day recorded, one file for each segment; none when the source does not say when. */
  readonly reports: readonly string[];
  readonly rows: number;
  readonly withoutSubject: number;
  /** Rows set aside, by fault code. */
  readonly faults: ReadonlyMap<number, number>;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly lastRecorded: string | null;
}

/**
 * Sorts typed rows (files under `staged`) by subject, target and day into new Parquet files of `folder`, one for
 * each part, and counts what was found. Only pseudonyms are seen here. One file is written even without rows, so
 * that a source always has its columns.
 */
export async function writeSegments(
  connection: DuckDBConnection,
  source: Source,
  staged: string,
  folder: string,
  prefix: string,
  erasure: Erasure,
  onShare: (share: number) => void,
): Promise<Segments> {
  const shape = recordShape(source);
  const wanted = wantedSql(source, erasure);
  const main = shape.mainDay ? `"${shape.mainDay}"` : 'CAST(NULL AS DATE)';
  const recorded = shape.days.some((day) => day.name === 'recorded') ? 'recorded' : 'CAST(NULL AS DATE)';
  const names: string[] = [];
  const reports: string[] = [];
  const faults = new Map<number, number>();
  const total = {
    rows: 0,
    first: null as string | null,
    last: null as string | null,
    recorded: null as string | null,
  };

  const parts = partsOf(staged);
  const watched = watchStatements(parts.length, onShare);
  for (const [i, part] of parts.entries()) {
    const from = `read_parquet([${part.map(textLiteral).join(', ')}], hive_partitioning = false)`;
    const counts = await connection.runAndReadAll(
      `SELECT fault, count(*), CAST(min(${main}) AS VARCHAR), CAST(max(${main}) AS VARCHAR), CAST(max(${recorded}) AS VARCHAR)
       FROM ${from} WHERE fault <> 0 OR (${wanted}) GROUP BY fault`,
    );
    let stored = 0;
    for (const [fault, rows, first, last, lastRecorded] of counts.getRows()) {
      if (Number(fault) !== 0) {
        faults.set(Number(fault), (faults.get(Number(fault)) ?? 0) + Number(rows));
        continue;
      }
      stored = Number(rows);
      total.rows += stored;
      total.first = earliest(total.first, first as string | null);
      total.last = latest(total.last, last as string | null);
      total.recorded = latest(total.recorded, lastRecorded as string | null);
    }
    if (stored === 0 && (names.length > 0 || i + 1 < parts.length)) continue;
    const name = `${prefix}-${String(i).padStart(2, '0')}`;
    const rows = `${from} WHERE fault = 0 AND ${wanted}`;
    const segment = await watched(connection, () => writeSegment(connection, source, rows, folder, name));
    names.push(segment.name);
    if (segment.reports !== null) reports.push(segment.reports);
  }
  const anonymous = faults.get(withoutSubject) ?? 0;
  faults.delete(withoutSubject);
  return {
    names,
    reports,
    rows: total.rows,
    withoutSubject: anonymous,
    faults,
    firstDay: total.first,
    lastDay: total.last,
    lastRecorded: total.recorded,
  };
}

/** Files of each part; all loose files are one part. */
function partsOf(staged: string): readonly string[][] {
  const entries = readdirSync(staged, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const loose = entries.filter((entry) => entry.isFile()).map((entry) => join(staged, entry.name));
  const parts = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readdirSync(join(staged, name)).map((file) => join(staged, name, file)));
  return [...(loose.length > 0 ? [loose] : []), ...parts];
}

/** A name that no other content can have: from the digest of what is imported and a mark of this import. */
export const segmentPrefix = (digest: string, mark: string) =>
  createHash('sha256').update(`${digest} ${mark}`).digest('hex').slice(0, 16);

const earliest = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);
const latest = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
