import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import { duckDbFailure } from './duckdb-failure.ts';
import { type Fault, withoutSubject } from './fault-sql.ts';
import { watchStatements } from './file-progress.ts';
import { type IdentifierRole, identifierSql } from './pseudonym-sql.ts';
import { fileColumns, recordShape } from './record-shape.ts';
import { attributeName, keptSql, type RawRows, type TypingOptions, typedRowsSql } from './typed-rows-sql.ts';

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
 * A keyed hash costs more than all the rest, so identifiers are hashed once each into a dictionary, where rows
 * find their pseudonym by a 64-bit hash of the text; a row whose identifier is not there is hashed by itself.
 * A smaller dictionary is tried when the distinct identifiers do not fit in memory. Rows that came over the network
 * have their pseudonyms already.
 */
export async function pseudonymiseRows(
  connection: DuckDBConnection,
  source: Source,
  rows: RawRows,
  options: TypingOptions & {
    readonly folder: string;
    /** The same rows, read for the last time; default: `rows`. */
    readonly rowsToStore?: RawRows;
    readonly beforeAttempt?: () => Promise<void>;
    readonly onShare?: (share: number) => void;
  },
): Promise<Pseudonymised> {
  for (const [i, size] of dictionarySizes.entries()) {
    try {
      await options.beforeAttempt?.();
      return await attempt(connection, source, rows, options, size);
    } catch (error) {
      if (duckDbFailure(error) !== 'memory' || i === dictionarySizes.length - 1) throw error;
    } finally {
      for (const role of roles) await connection.run(`DROP TABLE IF EXISTS ${role}s`);
    }
  }
  throw new Error('unreachable');
}

/** Rows from which each dictionary is made. Targets are few and come back often: the first rows hold most. */
const dictionarySizes = [
  { subject: null, target: 10_000_000 },
  { subject: 2_000_000, target: 2_000_000 },
  { subject: 0, target: 0 },
] as const;

const roles = ['subject', 'target'] as const;

async function attempt(
  connection: DuckDBConnection,
  source: Source,
  rows: RawRows,
  options: Parameters<typeof pseudonymiseRows>[3],
  sizes: (typeof dictionarySizes)[number],
): Promise<Pseudonymised> {
  const shape = recordShape(source);
  const present = roles.filter((role) => shape[role] !== null);
  const looked = source.arrivals ? [] : present.filter((role) => sizes[role] !== 0);
  const whole = looked.find((role) => sizes[role] === null);
  const watched = watchStatements(looked.length + (whole ? 1 : 2), options.onShare ?? (() => {}));
  for (const role of looked) {
    await watched(connection, () => makeDictionary(connection, source, rows, options, role, sizes[role]));
  }
  const counted = whole ? `SELECT sum(n) FROM ${whole}s` : `SELECT count(*) FROM (${rows.sql})`;
  const count = () => connection.runAndReadAll(counted);
  const found = await (whole ? count() : watched(connection, count));
  const read = Number(found.getRows()[0]?.[0] ?? 0);
  const typed = typedRowsSql(source, options.rowsToStore ?? rows, options);
  const pseudonyms = present.map((role) => {
    const direct = source.arrivals
      ? `TRY_CAST(${role}_text AS BIGINT)`
      : `pseudonym('${role}', ${identifierSql(`${role}_text`, source.letterCase)})`;
    const found = looked.includes(role)
      ? `CASE WHEN ${role}s.k IS NULL THEN ${direct} ELSE ${role}s.id END`
      : direct;
    return `${found} AS "${role}"`;
  });
  const others = storedColumns(source).filter((column) => column !== 'subject' && column !== 'target');
  const joins = looked.map((role) => `LEFT JOIN ${role}s ON hash(rows.${role}_text) = ${role}s.k`);
  const identified = `SELECT ${['fault', ...pseudonyms, ...others].join(', ')} FROM (${typed.sql}) AS rows ${joins.join(' ')}`;
  const fault =
    shape.subject === null
      ? 'fault'
      : `CASE WHEN fault = 0 AND subject IS NULL THEN ${withoutSubject} ELSE fault END`;
  const parts = shape.subject === null ? 1 : partsFor(read);
  const part = parts > 1 ? `, coalesce((subject >> ${64 - Math.log2(parts)}) & ${parts - 1}, 0) AS part` : '';
  const selected = [`CAST(${fault} AS UTINYINT) AS fault`, ...storedColumns(source)].join(', ');
  await watched(connection, () =>
    connection.run(`COPY (SELECT ${selected}${part} FROM (${identified}))
      TO ${textLiteral(part ? options.folder : `${options.folder}/rows.parquet`)}
      (FORMAT parquet, COMPRESSION uncompressed${part ? ', PARTITION_BY (part), OVERWRITE_OR_IGNORE true' : ''})`),
  );
  return { read, faults: typed.faults };
}

/** `subjects` or `targets`: the pseudonym `id` of the identifiers of the first rows, by `k`, and their `n` rows. */
async function makeDictionary(
  connection: DuckDBConnection,
  source: Source,
  rows: RawRows,
  options: TypingOptions,
  role: IdentifierRole,
  size: number | null,
): Promise<void> {
  const value = `v${fileColumns(source).indexOf(recordShape(source)[role] ?? '')}`;
  const kept = keptSql(source, options.slashOrder);
  const first = size === null ? rows.sql : `SELECT * FROM (${rows.sql}) LIMIT ${size}`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${role}s AS
    SELECT k, n, pseudonym('${role}', ${identifierSql('x', source.letterCase)}) AS id FROM (
      SELECT hash(v) AS k, any_value(v) AS x, count(*) AS n
      FROM (SELECT CASE WHEN ${kept} THEN ${value} END AS v FROM (${first})) GROUP BY hash(v))`);
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
    ...shape.fields.map(({ name }) => `"${name}"`),
    ...shape.attributes.map(({ name }) => attributeName(name)),
  ];
}
