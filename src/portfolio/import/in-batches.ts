/** PostgreSQL takes 65,535 values in a statement: rows are written some at a time. */
const batchSize = 500;

export function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize);
}
