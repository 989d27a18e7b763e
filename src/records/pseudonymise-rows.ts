import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column, Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import type { SlashOrder } from './day-sql.ts';
import { duckDbFailure } from './duckdb-failure.ts';
import { type IdentifierRole, identifierSql } from './pseudonym-sql.ts';
import { fileColumns, recordShape } from './record-shape.ts';
import {
  attributeName,
  type Fault,
  keptSql,
  type RawRows,
  typedRowsSql,
  withoutSubject,
} from './typed-rows-sql.ts';

export interface Pseudonymised {
  /** Rows that could be read, before the source's filter. */
  readonly read: number;
  readonly faults: readonly Fault[];
}

/** Rows of one part: sorted in memory at once. */
const rowsInPart = 4_000_000;
const mostParts = 64;

/**
 * Writes raw rows as typed rows without identifiers (`fault, subject, target, day…`) to Parquet files in
 * `folder`, split by subject when they are many. The session must never spill: identifiers are in its memory.
 *
 * A keyed hash costs more than all the rest, so each distinct identifier is hashed once and the rows looked up
 * by a 64-bit hash of the text; when the distinct identifiers do not fit in memory, rows are hashed one by one.
 */
export async function pseudonymiseRows(
  connection: DuckDBConnection,
  source: Source,
  rows: RawRows,
  options: {
    readonly today: string;
    readonly slashOrder: (column: Column) => SlashOrder;
    readonly folder: string;
    /** The same rows, read for the last time; default: `rows`. */
    readonly rowsToStore?: RawRows;
    readonly beforeAttempt?: () => Promise<void>;
  },
): Promise<Pseudonymised> {
  const shape = recordShape(source);
  const roles = (['subject', 'target'] as const).filter((role) => shape[role] !== null);
  const attempts: (readonly IdentifierRole[])[] = [
    roles,
    ...(roles.length === 2 ? [['target'] as const] : []),
    [],
  ];
  for (const [i, looked] of attempts.entries()) {
    try {
      await options.beforeAttempt?.();
      return await attempt(connection, source, rows, options, roles, looked);
    } catch (error) {
      if (duckDbFailure(error) !== 'memory' || i === attempts.length - 1) throw error;
    } finally {
      for (const role of roles) await connection.run(`DROP TABLE IF EXISTS ${role}s`);
    }
  }
  throw new Error('unreachable');
}

async function attempt(
  connection: DuckDBConnection,
  source: Source,
  rows: RawRows,
  options: Parameters<typeof pseudonymiseRows>[3],
  roles: readonly IdentifierRole[],
  looked: readonly IdentifierRole[],
): Promise<Pseudonymised> {
  const shape = recordShape(source);
  const columns = fileColumns(source);
  const value = (role: IdentifierRole) => `v${columns.indexOf(shape[role] ?? '')}`;
  const kept = keptSql(source, options.slashOrder);
  for (const role of looked) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${role}s AS
      SELECT k, n, pseudonym('${role}', ${identifierSql('x', source.letterCase)}) AS id FROM (
        SELECT hash(v) AS k, any_value(v) AS x, count(*) AS n
        FROM (SELECT CASE WHEN ${kept} THEN ${value(role)} END AS v FROM (${rows.sql})) GROUP BY hash(v))`);
  }
  const counted = looked[0] ? `SELECT sum(n) FROM ${looked[0]}s` : `SELECT count(*) FROM (${rows.sql})`;
  const read = Number((await connection.runAndReadAll(counted)).getRows()[0]?.[0] ?? 0);
  const typed = typedRowsSql(source, options.rowsToStore ?? rows, options);
  const id = (role: IdentifierRole) =>
    looked.includes(role)
      ? `${role}s.id`
      : `pseudonym('${role}', ${identifierSql(`${role}_text`, source.letterCase)})`;
  const joins = looked.map((role) => `JOIN ${role}s ON hash(rows.${role}_text) = ${role}s.k`);
  const fault =
    shape.subject === null
      ? 'fault'
      : `CASE WHEN fault = 0 AND subject IS NULL THEN ${withoutSubject} ELSE fault END`;
  const stored = storedColumns(source).filter((column) => column !== 'subject' && column !== 'target');
  const identified = `SELECT ${['fault', ...roles.map((role) => `${id(role)} AS "${role}"`), ...stored].join(
    ', ',
  )} FROM (${typed.sql}) AS rows ${joins.join(' ')}`;
  const parts = shape.subject === null ? 1 : partsFor(read);
  const part = parts > 1 ? `, coalesce((subject >> ${64 - Math.log2(parts)}) & ${parts - 1}, 0) AS part` : '';
  const selected = [`CAST(${fault} AS UTINYINT) AS fault`, ...storedColumns(source)].join(', ');
  await connection.run(`COPY (SELECT ${selected}${part} FROM (${identified}))
    TO ${textLiteral(part ? options.folder : `${options.folder}/rows.parquet`)}
    (FORMAT parquet, COMPRESSION uncompressed${part ? ', PARTITION_BY (part), OVERWRITE_OR_IGNORE true' : ''})`);
  return { read, faults: typed.faults };
}

const partsFor = (rows: number) =>
  Math.min(mostParts, 2 ** Math.max(0, Math.ceil(Math.log2(rows / rowsInPart))));

/** Columns of the stored files, in order. */
export function storedColumns(source: Source): readonly string[] {
  const shape = recordShape(source);
  return [
    ...(shape.subject === null ? [] : ['subject']),
    ...(shape.target === null ? [] : ['target']),
    ...shape.days.map((day) => `"${day.name}"`),
    ...(shape.lifetime ? ['duration', 'status'] : []),
    ...(shape.group ? ['grp'] : []),
    ...shape.attributes.map(({ name }) => attributeName(name)),
  ];
}
