import { realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Config } from '../platform/config.ts';
import { openDuckDb } from '../platform/duckdb.ts';
import type { PseudonymKey } from '../platform/key.ts';
import { Refusal } from '../platform/refusal.ts';
import { givePseudonyms, identifierSql } from './pseudonym-sql.ts';
import { longestLine, rawRowsSql } from './raw-rows-sql.ts';
import { readHead } from './read-head.ts';
import { missingColumns, sniffText } from './sniff-format.ts';
import { refuseCutArchive } from './whole-archive.ts';

/** One person of a list. The identifier is raw: it may only go back to who gave the list. */
export interface ListedPerson {
  readonly identifier: string;
  readonly pseudonym: string;
  /** What the person is drawn within; empty when the list is drawn as a whole. */
  readonly stratum: string;
}

export interface ReadList {
  /** Each person once, in the order of the list. */
  readonly people: readonly ListedPerson[];
  readonly repeated: number;
  readonly withoutIdentifier: number;
}

export interface ListQuestion {
  readonly path: string;
  readonly subject: string;
  readonly strata: string | null;
  readonly letterCase: 'keep' | 'ignore';
}

/**
 * A CSV list of identifiers with the pseudonym that an import would give each. In memory only: the session never
 * writes to disk, and nothing but the list returned holds an identifier.
 */
export async function readList(
  { path, subject, strata, letterCase }: ListQuestion,
  { config, key }: { readonly config: Config; readonly key: PseudonymKey },
): Promise<ReadList> {
  const real = existing(path);
  const { connection, close } = await openDuckDb({
    threads: config.threads,
    memory: config.memory,
    temporaryFolder: null,
    folders: [dirname(real)],
    keepOrder: true,
  });
  try {
    const name = basename(path);
    const columns = strata === null ? [subject] : [subject, strata];
    const file = { name, path: real, size: 0, modified: 0 };
    const head = await readHead(file, async () => connection);
    await refuseCutArchive(file, head.compression, undefined);
    if (head.parquet) throw notCsv(name);
    const sample = { name, ...head, utf8: null, controls: null };
    const sniffed = sniffText(sample, { type: 'csv', delimiter: null, encoding: null }, columns);
    if (sniffed.kind === 'problem') throw new Refusal('data', sniffed.what, sniffed.advice);
    if (sniffed.kind === 'empty' || sniffed.format.type !== 'csv') throw notCsv(name);
    const absent = missingColumns(name, columns, sniffed.format.columns);
    if (absent) throw new Refusal('data', absent.what, absent.advice);
    await givePseudonyms(connection, key);
    const raw = rawRowsSql(sniffed.format, { path: real, columns, longestLine, rejectsTable: null });
    const identifier = identifierSql('v0', letterCase);
    const reader = await connection.runAndReadAll(
      `SELECT v0, ${identifier} AS clean, CAST(pseudonym('subject', ${identifier}) AS VARCHAR) AS pseudonym,
        coalesce(${strata === null ? "''" : 'v1'}, '') AS stratum FROM (${raw})`,
    );
    return people(reader.getRows());
  } finally {
    close();
  }
}

function people(rows: readonly (readonly unknown[])[]): ReadList {
  const seen = new Map<string, ListedPerson>();
  let [repeated, withoutIdentifier] = [0, 0];
  for (const [identifier, clean, pseudonym, stratum] of rows) {
    if (clean === null || typeof pseudonym !== 'string') withoutIdentifier++;
    else if (seen.has(pseudonym)) repeated++;
    else seen.set(pseudonym, { identifier: String(identifier), pseudonym, stratum: String(stratum) });
  }
  return { people: [...seen.values()], repeated, withoutIdentifier };
}

function existing(path: string): string {
  try {
    if (statSync(path).isFile()) return realpathSync(path);
  } catch {
    // Said below, without the system's own words.
  }
  throw new Refusal(
    'data',
    `La liste ${path} n’existe pas, ou ne peut pas être lue.`,
    'Donnez le chemin d’un fichier CSV avec une ligne par personne.',
  );
}

const notCsv = (name: string) =>
  new Refusal(
    'data',
    `${name} n’est pas une liste en CSV, ou elle est vide.`,
    'Donnez un fichier CSV avec une ligne d’en-tête et une ligne par personne.',
  );
