import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { rangesFor, subjectRanges } from '../engine/subject-ranges.ts';
import type { Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import { leftOut, withoutSubject } from './fault-sql.ts';
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
  /** Rows left out by the source's filter. */
  readonly leftOut: number;
  /** Rows set aside, by fault code. */
  readonly faults: ReadonlyMap<number, number>;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly lastRecorded: string | null;
}

/** Rows of one segment, sorted in memory at once. */
const rowsInSegment = 1_000_000;
const mostSegments = 256;

/**
 * Sorts typed rows (files of `staged`) by subject, target and day into new Parquet files of `folder`, one for each
 * range of pseudonyms when they are many, and counts what was found. Only pseudonyms are seen here. One file is
 * written even without rows, so that a source always has its columns.
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
  const files = readdirSync(staged).sort();
  const from = `read_parquet([${files.map((name) => textLiteral(join(staged, name))).join(', ')}])`;
  const wanted = wantedSql(source, erasure);
  const { stored, ...counts } = await countStaged(
    connection,
    source,
    `${from} WHERE fault <> 0 OR (${wanted})`,
  );
  const named = recordShape(source).subject !== null;
  const ranges = subjectRanges(named ? rangesFor(stored.rows, rowsInSegment, mostSegments) : 1);
  const names: string[] = [];
  const reports: string[] = [];
  const watched = watchStatements(ranges.length, onShare);
  for (const [i, range] of ranges.entries()) {
    const inRange = ranges.length === 1 ? '' : ` AND subject BETWEEN ${range.from} AND ${range.to}`;
    const rows = `${from} WHERE fault = 0 AND ${wanted}${inRange}`;
    const name = `${prefix}-${String(i).padStart(2, '0')}`;
    const segment = await watched(connection, () => writeSegment(connection, source, rows, folder, name));
    names.push(segment.name);
    if (segment.reports !== null) reports.push(segment.reports);
  }
  return { names, reports, ...stored, ...counts };
}

/** Counts staged rows (`rows`: what follows FROM) by fault, and the first and last days of those without. */
async function countStaged(connection: DuckDBConnection, source: Source, rows: string) {
  const shape = recordShape(source);
  const main = shape.mainDay ? `"${shape.mainDay}"` : 'CAST(NULL AS DATE)';
  const recorded = shape.days.some((day) => day.name === 'recorded') ? 'recorded' : 'CAST(NULL AS DATE)';
  const counts = await connection.runAndReadAll(
    `SELECT fault, count(*), CAST(min(${main}) AS VARCHAR), CAST(max(${main}) AS VARCHAR), CAST(max(${recorded}) AS VARCHAR)
     FROM ${rows} GROUP BY fault`,
  );
  const faults = new Map<number, number>();
  let stored: Pick<Segments, 'rows' | 'firstDay' | 'lastDay' | 'lastRecorded'> = {
    rows: 0,
    firstDay: null,
    lastDay: null,
    lastRecorded: null,
  };
  for (const [fault, number, first, last, lastRecorded] of counts.getRows()) {
    if (Number(fault) !== 0) faults.set(Number(fault), Number(number));
    else {
      stored = {
        rows: Number(number),
        firstDay: first as string | null,
        lastDay: last as string | null,
        lastRecorded: lastRecorded as string | null,
      };
    }
  }
  const taken = (code: number) => {
    const number = faults.get(code) ?? 0;
    faults.delete(code);
    return number;
  };
  return { stored, withoutSubject: taken(withoutSubject), leftOut: taken(leftOut), faults };
}

/** A name that no other content can have: from the digest of what is imported and a mark of this import. */
export const segmentPrefix = (digest: string, mark: string) =>
  createHash('sha256').update(`${digest} ${mark}`).digest('hex').slice(0, 16);
