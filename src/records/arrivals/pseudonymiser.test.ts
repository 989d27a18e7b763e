import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { hmacPads } from '../../platform/key.ts';
import { givePseudonyms, identifierSql } from '../pseudonym-sql.ts';
import { pseudonymiser } from './pseudonymiser.ts';

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
const key = { ...hmacPads(Buffer.from('une clé de test, longue de plus de trente-deux octets')) };
const pseudonym = pseudonymiser(key);
let connection: Connection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await givePseudonyms(connection, { ...key, fingerprint: '', createdAt: null });
});

async function inSql(role: string, text: string, letterCase: 'keep' | 'ignore'): Promise<unknown> {
  const reader = await connection.runAndReadAll(
    `SELECT pseudonym('${role}', ${identifierSql('x', letterCase)}) FROM (SELECT $1::VARCHAR AS x)`,
    [text],
  );
  return reader.getRows()[0]?.[0];
}

/** Signs that the normalisation treats apart, mixed with any other. */
const sign = fc.oneof(
  fc.constantFrom(...' \t\n\f\r\v\u00a0\u1680\u2003\u200b\u202f\u3000\ufeff0159éEe\u0301İIıΣσßK'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const identifier = fc.oneof(
  fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
  fc.constantFrom('null', ' NaN\t', 'None', 'nat', 'nil', '', '123 456 789 00011', ' a b '),
);

test('an identifier that arrives gets the pseudonym that the import gives it in SQL', async () => {
  await fc.assert(
    fc.asyncProperty(
      identifier,
      fc.constantFrom('subject' as const, 'target' as const),
      fc.constantFrom('keep' as const, 'ignore' as const),
      async (text, role, letterCase) => {
        fc.pre(!text.includes('\0'));
        expect(pseudonym(role, text, letterCase)).toBe(await inSql(role, text, letterCase));
      },
    ),
    { numRuns: 600 },
  );
});
