import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { type DuckDbSettings, openDuckDb, textLiteral, watchProgress } from '../../platform/duckdb.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Engine, Relation, Row } from '../port.ts';
import { identifier, type Sql, type SqlValue } from '../sql.ts';

/** The engine of a single machine: an in-memory DuckDB reading the Parquet files of `settings.folders`. */
export async function openDuckDbEngine(settings: DuckDbSettings): Promise<Engine> {
  const session = await openDuckDb(settings);
  const { connection } = session;
  let cancelled = false;
  const gathered = new Set<string>();

  return {
    async query<R extends Row>(statement: Sql, onProgress?: (share: number) => void): Promise<readonly R[]> {
      const stop = onProgress && watchProgress(connection, onProgress);
      try {
        const result = await connection.run(statement.text, ...bound(statement));
        return plainRows<R>(result.deduplicatedColumnNames(), await result.fetchAllChunks());
      } catch (error) {
        if (cancelled) throw interrupted();
        throw error;
      } finally {
        stop?.();
      }
    },
    async integers(statement) {
      try {
        const result = await connection.run(statement.text, ...bound(statement));
        return integerColumns(result.deduplicatedColumnNames(), await result.fetchAllChunks());
      } catch (error) {
        if (cancelled) throw interrupted();
        throw error;
      }
    },
    async explain(statement) {
      const reader = await connection.runAndReadAll(`EXPLAIN ${statement.text}`, ...bound(statement));
      return reader
        .getRows()
        .map((row) => String(row[1]))
        .join('\n');
    },
    async expose({ name, files, subjects, since }: Relation) {
      const list = files.map(textLiteral).join(', ');
      const only = [
        ...(subjects ? [`subject BETWEEN ${subjects.from} AND ${subjects.to}`] : []),
        ...(since ? [`${identifier(since.column).text} >= CAST(${textLiteral(since.day)} AS DATE)`] : []),
      ].join(' AND ');
      await connection.run(
        `CREATE OR REPLACE TEMP VIEW ${identifier(name).text} AS SELECT * FROM read_parquet([${list}])${only && ` WHERE ${only}`}`,
      );
    },
    async gather(name, statement) {
      const table = identifier(name).text;
      try {
        const create = gathered.has(name) ? `INSERT INTO ${table}` : `CREATE TEMP TABLE ${table} AS`;
        await connection.run(`${create} ${statement.text}`, ...bound(statement));
        gathered.add(name);
      } catch (error) {
        if (cancelled) throw interrupted();
        throw error;
      }
    },
    async write(name, path, order) {
      const sorted = order.map((column) => identifier(column).text).join(', ');
      const rows = `SELECT * FROM ${identifier(name).text} ORDER BY ${sorted}`;
      try {
        await connection.run(
          `COPY (${rows}) TO ${textLiteral(path)} (FORMAT parquet, ROW_GROUP_SIZE ${rowsInGroup})`,
        );
      } catch (error) {
        if (cancelled) throw interrupted();
        throw error;
      }
    },
    async forget(name) {
      gathered.delete(name);
      await connection.run(`DROP TABLE IF EXISTS ${identifier(name).text}`);
    },
    cancel() {
      cancelled = true;
      connection.interrupt();
    },
    close: () => session.close(),
  };
}

/** Small groups of rows, so that a range of people is read without much of its neighbours. */
const rowsInGroup = 40_960;

/** Values with their types: left to itself, the binding makes every number a DOUBLE, and so the arithmetic on it. */
function bound({ values }: Sql): [DuckDBValue[], DuckDBType[]] {
  const type = (value: SqlValue): DuckDBType => {
    if (typeof value === 'number') return Number.isInteger(value) ? BIGINT : DOUBLE;
    return typeof value === 'boolean' ? BOOLEAN : VARCHAR;
  };
  const plain = values.map((value) => (Number.isInteger(value) ? BigInt(value as number) : value));
  return [plain, values.map(type)];
}

const interrupted = () =>
  new Refusal(
    'interrupted',
    'Calcul interrompu à votre demande ; rien n’a été modifié.',
    'Relancez la commande.',
  );

/** Column by column: an answer may have a hundred thousand rows, and DuckDB's own conversion looks at types for each. */
function plainRows<R extends Row>(
  names: readonly string[],
  chunks: readonly DuckDBDataChunk[],
): readonly R[] {
  const rows: Record<string, SqlValue>[] = [];
  for (const chunk of chunks) {
    const first = rows.length;
    const size = chunk.rowCount;
    for (let i = 0; i < size; i++) rows.push({});
    for (const [at, name] of names.entries()) {
      const column = chunk.getColumnVector(at);
      for (let i = 0; i < size; i++) {
        const row = rows[first + i];
        if (row !== undefined) row[name] = plainValue(name, column.getItem(i));
      }
    }
  }
  return rows as R[];
}

function integerColumns(
  names: readonly string[],
  chunks: readonly DuckDBDataChunk[],
): Readonly<Record<string, Float64Array>> {
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  return Object.fromEntries(
    names.map((name, at) => {
      const values = new Float64Array(rows);
      let next = 0;
      for (const chunk of chunks) {
        const column = chunk.getColumnVector(at);
        // Asking a chunk for its size is a call out of JavaScript.
        const size = chunk.rowCount;
        for (let i = 0; i < size; i++) {
          const value = column.getItem(i);
          if (typeof value !== 'bigint' && typeof value !== 'number')
            throw new TypeError(`column ${name}: whole numbers expected`);
          values[next++] = Number(value);
        }
      }
      return [name, values];
    }),
  );
}

function plainValue(column: string, value: unknown): SqlValue {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === null) return null;
  throw new TypeError(`column ${column}: the statements must return numbers and text only`);
}
