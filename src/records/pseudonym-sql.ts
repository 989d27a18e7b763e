import { blobValue, type DuckDBConnection } from '@duckdb/node-api';
import type { PseudonymKey } from '../platform/key.ts';
import { isMissingSql } from './missing-sql.ts';

export type IdentifierRole = 'subject' | 'target';

/**
 * Gives a session `pseudonym(role, text)`: the first 8 bytes, as a signed integer, of the HMAC-SHA-256
 * (RFC 2104) of `role:text`. The key enters as bound values and is never part of a statement. A person and an
 * establishment with the same identifier get different pseudonyms. Two of n identifiers share a pseudonym with
 * odds of about n² / 2^65: 1 in 40,000 among 30 million.
 */
export async function givePseudonyms(connection: DuckDBConnection, key: PseudonymKey): Promise<void> {
  await connection.run('SET VARIABLE inner_pad = $1', [blobValue(key.innerPad)]);
  await connection.run('SET VARIABLE outer_pad = $1', [blobValue(key.outerPad)]);
  const inner = "unhex(sha256(getvariable('inner_pad') || encode(role || ':' || text)))";
  await connection.run(
    `CREATE TEMP MACRO pseudonym(role, text) AS
      CAST(CAST(unhex(left(sha256(getvariable('outer_pad') || ${inner}), 16)) AS BIT) AS BIGINT)`,
  );
}

/**
 * SQL expression for the form of an identifier that is hashed, NULL when it is missing: without spaces around,
 * nor inside when it is a number (`123 456 789 00011`), Unicode NFC, letter case kept unless told otherwise.
 */
export function identifierSql(text: string, letterCase: 'keep' | 'ignore'): string {
  const clean = `CASE WHEN ${isPlain(text)} THEN ${text} ELSE ${spacesOut(text)} END`;
  const cased = letterCase === 'ignore' ? `lower(${clean})` : clean;
  return `CASE WHEN ${isMissingSql(text)} THEN NULL ELSE nullif(${cased}, '') END`;
}

/** Most identifiers: ASCII without any blank. As many bytes as characters is the fast way to tell ASCII. */
const isPlain = (text: string) =>
  `(strlen(${text}) = length(${text}) AND NOT contains(${text}, ' ') AND NOT contains(${text}, chr(9))
    AND NOT contains(${text}, chr(10)) AND NOT contains(${text}, chr(13)))`;

const spaces = '\\s\\x{00A0}\\x{1680}\\x{2000}-\\x{200B}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}';

function spacesOut(text: string): string {
  const trimmed = `regexp_replace(nfc_normalize(${text}), '^[${spaces}]+|[${spaces}]+$', '', 'g')`;
  return `CASE WHEN regexp_matches(${text}, '^[0-9${spaces}]+$')
    THEN regexp_replace(${text}, '[${spaces}]+', '', 'g') ELSE ${trimmed} END`;
}
