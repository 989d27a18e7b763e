import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { address } from '../accounts/test-site.tsx';
import { createCollectionKey } from './collection-keys.ts';
import { declarePlan } from './collection-plan.ts';
import { collectingSite, receivedPlan } from './fixtures/collecting-site.ts';

const service = 'mon-service';
const row = (id: string, more: object = {}) => ({ id, jour: '2026-11-20', canal: 'site', ...more });
const page = 'https://mon-service.gouv.fr';

describe.each(testDatabases())('what programs send, on $name', (database) => {
  let site: Awaited<ReturnType<typeof collectingSite>>;
  let serverKey: string;
  let pageKey: string;
  beforeAll(async () => {
    site = await collectingSite(database);
    await declarePlan(site.context, { service, document: receivedPlan, by: 'foulee' });
    const make = (origins: readonly string[]) =>
      createCollectionKey(site.context, 'foulee', { service, source: 'usage', origins, name: 'essai' });
    [serverKey, pageKey] = [await make([]), await make([page])];
  });
  afterAll(() => site.close());

  interface Sending {
    readonly key?: string | null;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  async function send(body: unknown, { key = serverKey, path, headers = {} }: Sending = {}) {
    const response = await site.app.request(`${address}${path ?? '/api/collecte/mon-service/usage'}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...headers,
      },
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: JSON.parse(text) };
  }
  const stored = () =>
    readdirSync(join(site.folder, 'arrivals'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => readFileSync(join(site.folder, 'arrivals', name), 'utf8'))
      .join('');
  const lines = () => stored().split('\n').length - 1;

  test('what is acknowledged is in the file, a single row, a list or one a line', async () => {
    const one = await send(row('a@exemple.fr'));
    expect(one).toMatchObject({ status: 200, json: { received: 1, known: 0, refused: 0, faults: [] } });
    expect(lines()).toBe(1);
    expect(await send([row('b'), row('c')])).toMatchObject({ json: { received: 2 } });
    const ndjson = `${JSON.stringify(row('d'))}\n\n${JSON.stringify(row('e'))}\n`;
    const headers = { 'content-type': 'application/x-ndjson; charset=utf-8' };
    expect(await send(ndjson, { headers })).toMatchObject({ json: { received: 2 } });
    expect(lines()).toBe(5);
    expect(stored()).not.toContain('exemple');
  });

  test('a batch sent again with its key changes nothing', async () => {
    const headers = { 'idempotency-key': 'lot-1' };
    const batch = [row('f'), row('g', { _id: 'e1' })];
    expect(await send(batch, { headers })).toMatchObject({ json: { received: 2, known: 0 } });
    const before = lines();
    expect(await send(batch, { headers })).toMatchObject({ status: 200, json: { received: 0, known: 2 } });
    expect(await send(row('g', { _id: 'e1' }))).toMatchObject({ json: { known: 1 } });
    expect(lines()).toBe(before);
  });

  test('each wrong row is told, the others are taken', async () => {
    const sent = await send([row('h'), { id: 'secret@exemple.fr', jour: 'demain soir' }, 3]);
    expect(sent).toMatchObject({
      status: 200,
      json: {
        received: 1,
        refused: 2,
        faults: [
          {
            row: 2,
            field: 'jour',
            what: expect.any(String),
            expected: expect.stringContaining('2026-11-27'),
          },
          { row: 3, field: null },
        ],
      },
    });
    expect(sent.text).not.toMatch(/secret|demain soir/);
    expect(await send({ id: 'x' })).toMatchObject({ status: 422, json: { received: 0, refused: 1 } });
    expect(await send(row('i', { jour: '2019-03-04T10:00:00Z' }))).toMatchObject({ json: { received: 1 } });
    expect(await send(row('i', { jour: '2027-03-04' }))).toMatchObject({ status: 422 });
  });

  test.each<[string, number, unknown, Sending]>([
    ['no key', 401, row('z'), { key: null }],
    ['a forged key', 401, row('z'), { key: 'foulee_c_faux' }],
    ['another source', 404, row('z'), { path: '/api/collecte/mon-service/hires' }],
    ['another service', 404, row('z'), { path: '/api/collecte/autre-service/usage' }],
    ['no JSON', 400, '{"id": ', {}],
    ['no JSON on a line', 400, `{}\n{`, { headers: { 'content-type': 'application/x-ndjson' } }],
    ['another format', 415, 'id;jour', { headers: { 'content-type': 'text/csv' } }],
    ['compressed', 415, row('z'), { headers: { 'content-encoding': 'gzip' } }],
    ['too many bytes', 413, row('z'.repeat(2_100_000)), {}],
    ['too many rows', 413, Array.from({ length: 5_001 }, () => row('z')), {}],
    ['an endless batch key', 400, row('z'), { headers: { 'idempotency-key': 'k'.repeat(201) } }],
    ['a server’s key in a page', 403, row('z'), { headers: { origin: page } }],
  ])('%s is refused in French with %i, and nothing is kept', async (_, status, body, sending) => {
    const before = lines();
    const { json, text, ...answer } = await send(body, sending);
    expect(answer.status).toBe(status);
    expect(json).toMatchObject({ status, detail: expect.stringContaining('Rien n’a été enregistré') });
    expect(text).not.toContain('zzz');
    expect(lines()).toBe(before);
  });

  test('a page sends from its own site, also while it is being closed, and from no other', async () => {
    const beacon = { key: null, path: `/api/collecte/mon-service/usage?cle=${pageKey}` };
    const from = (origin: string) => ({ headers: { 'content-type': 'text/plain;charset=UTF-8', origin } });
    const sent = await send([row('j')], { ...beacon, ...from(page) });
    expect(sent).toMatchObject({ status: 200, json: { received: 1 } });
    expect(sent.headers.get('access-control-allow-origin')).toBe(page);
    expect(await send(row('j'), { key: pageKey, ...from(page) })).toMatchObject({ status: 200 });
    expect(await send(row('j'), { key: pageKey, ...from('https://autre.exemple') })).toMatchObject({
      status: 403,
    });
    expect(await send(row('j'), { key: pageKey })).toMatchObject({ status: 403 });
    const inAddress = `/api/collecte/mon-service/usage?cle=${serverKey}`;
    expect(await send(row('j'), { key: null, path: inAddress })).toMatchObject({ status: 403 });
  });

  test('other sites may ask about this address, and about no other that writes', async () => {
    const ask = (path: string) =>
      site.app.request(`${address}${path}`, {
        method: 'OPTIONS',
        headers: { origin: page, 'access-control-request-method': 'POST' },
      });
    const answer = await ask('/api/collecte/mon-service/usage');
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, page]);
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
    const other = await ask('/equipe/services/mon-service/collecte');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});
