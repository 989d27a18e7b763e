import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import { storedColumns } from './pseudonymise-rows.ts';
import { recordShape } from './record-shape.ts';
import { syncFile } from './sync-to-disk.ts';

/** One Parquet file of records and, when the source says when each was recorded, its counts by day recorded. */
export interface Segment {
  readonly name: string;
  readonly reports: string | null;
}

/** Small groups of rows, so that a range of subjects is read without much of its neighbours. */
const rowsInGroup = 40_960;

/** Writes rows (`from`: what follows FROM) sorted by subject, target and day as `name`.parquet of `folder`, for good. */
export async function writeSegment(
  connection: DuckDBConnection,
  source: Source,
  from: string,
  folder: string,
  name: string,
): Promise<Segment> {
  const shape = recordShape(source);
  const order =
    shape.order.length > 0 ? `ORDER BY ${shape.order.map((field) => `"${field}"`).join(', ')}` : '';
  const segment = `${name}.parquet`;
  const path = join(folder, segment);
  await connection.run(
    `COPY (SELECT ${storedColumns(source).join(', ')} FROM ${from} ${order})
     TO ${textLiteral(path)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${rowsInGroup})`,
  );
  syncFile(path);
  if (!shape.days.some((day) => day.name === 'recorded')) return { name: segment, reports: null };
  const reports = `${name}.reports.parquet`;
  await writeReports(connection, path, join(folder, reports));
  return { name: segment, reports };
}

/**
 * Counts the outcomes of a segment by day and by day recorded, `day DATE, recorded DATE, n BIGINT`: what measuring
 * asks of the whole register, in a few thousand rows.
 */
async function writeReports(connection: DuckDBConnection, segment: string, reports: string): Promise<void> {
  await connection.run(
    `COPY (SELECT day, recorded, count(*) AS n FROM read_parquet(${textLiteral(segment)})
      WHERE recorded IS NOT NULL GROUP BY day, recorded ORDER BY day, recorded)
     TO ${textLiteral(reports)} (FORMAT parquet)`,
  );
  syncFile(reports);
}
