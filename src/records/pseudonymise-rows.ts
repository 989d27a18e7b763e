import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import { learnIdentifiers } from './dictionaries.ts';
import { type Fault, withoutSubject } from './fault-sql.ts';
import { watchStatements } from './file-progress.ts';
import { identifierSql } from './pseudonym-sql.ts';
import { recordShape } from './record-shape.ts';
import { attributeName, type RawRows, type TypingOptions, typedRowsSql } from './typed-rows-sql.ts';

/**
 * Writes raw rows as typed rows without identifiers (`fault, subject, target, day…`) to the Parquet file `path`; gives
 * what each fault code means. The session must never spill: identifiers are in its memory. `learn`: whether there are
 * enough rows to look their identifiers up in the dictionaries of the session rather than hash each. Rows that
 * came over the network have their pseudonyms already.
 */
export async function pseudonymiseRows(
  connection: DuckDBConnection,
  source: Source,
  rows: RawRows,
  options: TypingOptions & {
    readonly path: string;
    readonly learn: boolean;
    /** The same rows, read for the last time; default: `rows`. */
    readonly rowsToStore?: RawRows;
    readonly onShare?: (share: number) => void;
  },
): Promise<readonly Fault[]> {
  const shape = recordShape(source);
  const learn = options.learn && !source.arrivals;
  const watched = watchStatements(learn ? 4 : 1, options.onShare ?? (() => {}));
  const known = learn ? await learnIdentifiers(connection, source, rows, options, watched) : [];
  const typed = typedRowsSql(source, options.rowsToStore ?? rows, options);
  const pseudonyms = (['subject', 'target'] as const)
    .filter((role) => shape[role] !== null)
    .map((role) => {
      const direct = source.arrivals
        ? `TRY_CAST(${role}_text AS BIGINT)`
        : `pseudonym('${role}', ${identifierSql(`${role}_text`, source.letterCase)})`;
      const looked = known.includes(role)
        ? `CASE WHEN ${role}s.k IS NULL THEN ${direct} ELSE ${role}s.id END`
        : direct;
      return `${looked} AS "${role}"`;
    });
  const others = storedColumns(source).filter((column) => column !== 'subject' && column !== 'target');
  // A row whose identifier is in no dictionary is hashed by itself.
  const joins = known.map((role) => `LEFT JOIN ${role}s ON hash(rows.${role}_text) = ${role}s.k`);
  const identified = `SELECT ${['fault', ...pseudonyms, ...others].join(', ')} FROM (${typed.sql}) AS rows ${joins.join(' ')}`;
  const fault =
    shape.subject === null
      ? 'fault'
      : `CASE WHEN fault = 0 AND subject IS NULL THEN ${withoutSubject} ELSE fault END`;
  const selected = [`CAST(${fault} AS UTINYINT) AS fault`, ...storedColumns(source)].join(', ');
  await watched(connection, () =>
    connection.run(
      `COPY (SELECT ${selected} FROM (${identified})) TO ${textLiteral(options.path)} (FORMAT parquet, COMPRESSION uncompressed)`,
    ),
  );
  return typed.faults;
}

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
