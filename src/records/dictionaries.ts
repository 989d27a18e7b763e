import type { DuckDBConnection } from '@duckdb/node-api';
import type { Source } from '../plan/plan.ts';
import type { Watched } from './file-progress.ts';
import { type IdentifierRole, identifierSql } from './pseudonym-sql.ts';
import { fileColumns, recordShape } from './record-shape.ts';
import { keptSql, type RawRows, type TypingOptions } from './typed-rows-sql.ts';

/** Identifiers a dictionary may hold: past that it is emptied, so that an import's memory does not grow with its files. */
const mostKnown = 500_000;

/** Rows whose identifiers are learnt, at the start of each file: what comes back often is there. */
const rowsLearnt = 300_000;

/** Gives a session an empty dictionary for each role: `subjects` and `targets`, the pseudonym `id` of `hash(text)`. */
export async function giveDictionaries(connection: DuckDBConnection): Promise<void> {
  for (const role of ['subject', 'target']) {
    await connection.run(`CREATE TEMP TABLE ${role}s (k UBIGINT, id BIGINT)`);
  }
}

/**
 * Adds the identifiers of the first of these rows to the dictionaries of the session, and tells which are worth
 * looking into: a keyed hash costs more than all the rest of an import, but looking up identifiers that hardly ever
 * come back spares none.
 */
export async function learnIdentifiers(
  connection: DuckDBConnection,
  source: Source,
  rows: RawRows,
  { slashOrder }: TypingOptions,
  watched: Watched,
): Promise<readonly IdentifierRole[]> {
  const shape = recordShape(source);
  const columns = fileColumns(source);
  const roles = (['subject', 'target'] as const).filter((role) => shape[role] !== null);
  if (roles.length === 0) return [];
  const values = roles.map((role) => `v${columns.indexOf(shape[role] ?? '')} AS ${role}`);
  await watched(connection, () =>
    connection.run(
      `CREATE OR REPLACE TEMP TABLE first_rows AS SELECT ${values.join(', ')} FROM (
        SELECT * FROM (${rows.sql}) LIMIT ${rowsLearnt}) WHERE ${keptSql(source, slashOrder)}`,
    ),
  );
  const counts = roles.flatMap((role) => [
    `count(${role})`,
    `approx_count_distinct(${role})`,
    `(SELECT count(*) FROM ${role}s)`,
  ]);
  const found = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM first_rows`);
  const numbers = (found.getRows()[0] ?? []).map(Number);
  const worth: IdentifierRole[] = [];
  for (const [i, role] of roles.entries()) {
    const [present = 0, distinct = 0, known = 0] = numbers.slice(3 * i, 3 * i + 3);
    if (present < 2 * distinct) continue;
    worth.push(role);
    if (known + distinct > mostKnown) await connection.run(`DELETE FROM ${role}s`);
    await watched(connection, () =>
      connection.run(`INSERT INTO ${role}s SELECT k, pseudonym('${role}', ${identifierSql('x', source.letterCase)}) FROM (
        SELECT seen.k, any_value(seen.x) AS x FROM (
          SELECT hash(${role}) AS k, ${role} AS x FROM first_rows WHERE ${role} IS NOT NULL) AS seen
        ANTI JOIN ${role}s ON seen.k = ${role}s.k GROUP BY seen.k)`),
    );
  }
  await connection.run('DROP TABLE first_rows');
  return worth;
}
