import { createHmac } from 'node:crypto';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { hmacPads } from '../platform/key.ts';
import { givePseudonyms, identifierSql } from './pseudonym-sql.ts';

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
const key = Buffer.from('une clé de test, longue de plus de trente-deux octets');
let connection: Connection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await givePseudonyms(connection, { ...hmacPads(key), fingerprint: '', createdAt: null });
});

async function one(expression: string, text: string | null): Promise<unknown> {
  const reader = await connection.runAndReadAll(`SELECT ${expression} FROM (SELECT $1::VARCHAR AS x)`, [
    text,
  ]);
  return reader.getRows()[0]?.[0];
}

const byNode = (role: string, text: string) =>
  createHmac('sha256', key).update(`${role}:${text}`).digest().readBigInt64BE(0);

test('the pseudonym is the start of the HMAC-SHA-256 that Node computes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }), async (text) => {
      fc.pre(!text.includes('\0'));
      expect(await one("pseudonym('subject', x)", text)).toBe(byNode('subject', text));
    }),
    { numRuns: 100 },
  );
});

test('a person and an establishment of the same identifier are told apart', async () => {
  expect(await one("pseudonym('target', x)", '12')).toBe(byNode('target', '12'));
  expect(byNode('target', '12')).not.toBe(byNode('subject', '12'));
});

test.each([
  ['  usager-1\t', 'usager-1'],
  ['\u00a0usager-1\u202f', 'usager-1'],
  ['123 456 789 00011', '12345678900011'],
  ['Jean Dupont', 'Jean Dupont'],
  ['e\u0301t\u00e9', 'été'],
  ['aB', 'aB'],
  ['', null],
  ['   ', null],
])('%j is hashed as %j', async (written, hashed) => {
  expect(await one(identifierSql('x', 'keep'), written)).toBe(hashed);
});

test('letter case is forgotten only when asked', async () => {
  expect(await one(identifierSql('x', 'ignore'), 'aB')).toBe('ab');
});
