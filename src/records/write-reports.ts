import type { DuckDBConnection } from '@duckdb/node-api';
import { textLiteral } from '../platform/duckdb.ts';
import { syncFile } from './manifest.ts';

/**
 * Counts the outcomes of a segment by day and by day recorded, `day DATE, recorded DATE, n BIGINT`: what measuring
 * asks of the whole register, in a few thousand rows. Written with the segment and replaced with it.
 */
export async function writeReports(
  connection: DuckDBConnection,
  segment: string,
  reports: string,
): Promise<void> {
  await connection.run(
    `COPY (SELECT day, recorded, count(*) AS n FROM read_parquet(${textLiteral(segment)})
      WHERE recorded IS NOT NULL GROUP BY day, recorded ORDER BY day, recorded)
     TO ${textLiteral(reports)} (FORMAT parquet)`,
  );
  syncFile(reports);
}
