import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import { readConfig } from '../../platform/config.ts';
import { newId } from '../../platform/ids.ts';
import type { PullConnection } from '../../platform/pull-connections.ts';
import { type ArrivalDoor, openDoor } from './door.ts';
import { pullSource } from './pull-source.ts';

function sourceOf(pull: string) {
  const { plan, problems } = readPlan(`foulee: 1
service: {id: s, name: S}
effect: {statement: Un effet., domain: social}
sources:
  usage: {kind: events, pull: ${pull}, subject: usager, time: moment, attributes: {canal: canal}}
indicators:
  - {id: i, name: I, method: proxy, count: usage, counted: usages}
`);
  const source = plan?.sources.usage;
  if (source === undefined) throw new Error(problems[0]?.sentence);
  return source;
}

let folder: string;
let door: ArrivalDoor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foulee-pull-'));
  door = openDoor(
    readConfig({ FOULEE_DATA: folder, FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef' }),
  );
});
afterEach(async () => {
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});
const pull = (written: string, connections: Readonly<Record<string, PullConnection>>) =>
  pullSource(door, sourceOf(written), { service: 's', connections, latest: '2026-11-28' });
const stored = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');

describe('from a site', () => {
  let server: Server;
  let connections: Readonly<Record<string, PullConnection>>;
  let answer: { status: number; body: string | Buffer };
  let asked: { path: string | undefined; key: unknown };
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked = { path: request.url, key: request.headers['x-api-key'] };
      response.writeHead(answer.status, { location: 'http://ailleurs.exemple/' }).end(answer.body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const FOULEE_PULL_TABLEAU = `http://127.0.0.1:${port} X-Api-Key: secret`;
    connections = readConfig({ FOULEE_PULL_TABLEAU }).pullConnections;
  });
  afterAll(() => server.close());

  const path = '{connection: tableau, path: /api/card/12/query/csv}';
  const csv = 'usager,moment,canal,autre\na@exemple.fr,2026-11-01,site,x\nb,2026-11-02T10:00:00,api,y\n';

  test('an export is fetched with its key; fetched again and longer, only what is new is added', async () => {
    answer = { status: 200, body: csv };
    expect(await pull(path, connections)).toMatchObject({ received: 2, known: 0, refused: 0 });
    expect(asked).toEqual({ path: '/api/card/12/query/csv', key: 'secret' });
    answer = { status: 200, body: gzipSync(`${csv}c,2026-11-03,site,z\nd,hier,site,z\n`) };
    expect(await pull(path, connections)).toMatchObject({
      received: 1,
      known: 2,
      refused: 1,
      reasons: [{ field: 'moment', rows: 1, lines: [5] }],
    });
    expect(stored()).not.toMatch(/exemple|autre/);
    expect(stored().split('\n')).toHaveLength(4);
  });

  test.each([
    ['an error', { status: 403, body: 'non' }, 'code 403'],
    ['a redirection elsewhere', { status: 302, body: '' }, 'renvoie vers une autre adresse'],
    ['columns that are not there', { status: 200, body: 'qui,quand\na,b\n' }, '« usager », « moment »'],
    ['nothing', { status: 200, body: '' }, 'est vide'],
  ])('%s is refused in French, and nothing is taken', async (_, given, said) => {
    answer = given;
    await expect(pull(path, connections)).rejects.toThrow(said);
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.jsonl')),
    ).toEqual([]);
  });

  test('a connection that is not set, or of another kind, is told without its secret', async () => {
    await expect(pull(path, {})).rejects.toThrow('« tableau » n’est pas réglée');
    await expect(pull('{connection: tableau, query: select 1}', connections)).rejects.toThrow(
      'n’est pas une base PostgreSQL',
    );
    expect(() => readConfig({ FOULEE_PULL_BASE: 'mysql://root:secret@hote' })).toThrow(/^((?!secret).)*$/);
  });
});

const { testPostgres } = readConfig();
if (testPostgres === null)
  process.stderr.write('Pulling from PostgreSQL was NOT tested: set FOULEE_TEST_POSTGRES.\n');

describe.skipIf(testPostgres === null)('from PostgreSQL', () => {
  const schema = `pull_${newId()}`;
  const client = new pg.Client({ connectionString: testPostgres ?? '' });
  const connections = { base: { kind: 'postgresql', url: testPostgres ?? '' } } as const;
  beforeAll(async () => {
    await client.connect();
    await client.query(`create schema ${schema}`);
    await client.query(`create table ${schema}.usages as
      select 'usager-' || n as usager, timestamptz '2026-01-01 23:30:00+00' + n * interval '1 hour' as moment,
        case when n % 2 = 0 then 'site' end as canal from generate_series(1, 2500) n`);
    await client.query(`create function ${schema}.efface() returns text language sql as
      $$ delete from ${schema}.usages; select 'x' $$`);
  });
  afterAll(async () => {
    await client.query(`drop schema ${schema} cascade`);
    await client.end();
  });
  const select = `select usager, moment, canal from ${schema}.usages`;
  const query = (text: string) => pull(`{connection: base, query: "${text}"}`, connections);

  test('a query is read a few rows at a time, and what is already there is known', async () => {
    expect(await query(`${select} where usager <> 'usager-9'`)).toMatchObject({ received: 2499, refused: 0 });
    expect(await query(select)).toMatchObject({ received: 1, known: 2499 });
    expect(stored()).toContain('2026-01-02');
    expect(stored()).not.toContain('usager-');
  });

  test.each([
    ['a statement that writes', `insert into ${schema}.usages values ('x') returning *`],
    [
      'a write hidden in a select',
      `with gone as (delete from ${schema}.usages returning *) select * from gone`,
    ],
    [
      'a function that writes',
      `select ${schema}.efface() as usager, now() as moment, null as canal`,
      'ne fait que lire',
    ],
    ['a second statement', `${select}; commit; delete from ${schema}.usages`],
    ['a table that does not exist', 'select * from nulle_part'],
  ])('%s is refused, and the database is as it was', async (_, text, advice = '') => {
    const refusal = await query(text).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      message: expect.stringContaining('la base refuse la requête'),
      advice: expect.stringContaining(advice),
    });
    const { rows } = await client.query(`select count(*)::int as n from ${schema}.usages`);
    expect(rows).toEqual([{ n: 2500 }]);
  });
});
