import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import type { Publication } from '../../../publish/bundle/bundle.ts';
import { canonicalJson } from '../../../publish/bundle/canonical.ts';
import { seal } from '../../../publish/bundle/seal.ts';
import { peopleRule } from '../../../publish/disclosure/rule.ts';
import {
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from '../../../publish/fixtures/simulated-measure.ts';
import { remoteLedger } from '../../../publish/ledger/remote-ledger.ts';
import { publishMeasure } from '../../../publish/publish-measure.ts';
import { publishOnce } from '../../../publish/publish-once.ts';
import { publishedSite } from '../../fixtures/published-site.ts';
import { closeServer, listen } from '../../server/listen.ts';
import { nodeServer } from '../../server/node-server.ts';
import { accountWithKey } from '../fixtures/account-with-key.ts';
import { frozenFor } from '../fixtures/frozen-for.ts';
import { mostPublicationBytes } from '../publications/publish-submitted.ts';

const service = 'demo-dora';
const path = `/api/v1/services/${service}/publications`;

describe.each(testDatabases())('publishing with a key, on $name', ({ open }) => {
  let published: Awaited<ReturnType<typeof publishedSite>>;
  let app: ReturnType<(typeof published)['site']>['app'];
  let db: Database;
  let key: string;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    published = await publishedSite(open);
    db = published.db;
    const { app: made, facts } = published.site('neutre');
    app = made;
    server = nodeServer({ app, cache: facts.cache, onAnswer: () => {}, clock: () => performance.now() });
    address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
    ({ key } = await accountWithKey(db, service));
  });
  afterAll(async () => {
    await closeServer(server, 100);
    await published.close();
  });

  const send = async (to: string, body: string, authorization = `Bearer ${key}`) => {
    const response = await app.request(to, { method: 'POST', body, headers: { authorization } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const kept = async () =>
    JSON.stringify([
      await db.selectFrom('publication').select('sha256').orderBy('sha256').execute(),
      await db.selectFrom('correction').selectAll().execute(),
    ]);

  describe('refused: a problem in French, nothing changed, nothing leaked', () => {
    const good = () => canonicalJson(frozenFor(service));
    const tampered = () => {
      const { bundle, ...rest } = frozenFor(service);
      return canonicalJson({ ...rest, bundle: { ...bundle, publishedOn: '2026-11-20' } });
    };
    const cases: readonly (readonly [
      string,
      number,
      RegExp,
      () => Promise<Awaited<ReturnType<typeof send>>>,
    ])[] = [
      ['no key', 401, /clé d’API/, () => send(path, good(), '')],
      ['a forged key', 401, /ne sert plus/, () => send(path, good(), 'Bearer foulee_faux')],
      ['a password instead of a key', 401, /clé d’API/, () => send(path, good(), 'Basic YTpi')],
      [
        'a revoked key',
        401,
        /ne sert plus/,
        async () => {
          const other = await accountWithKey(db, service);
          await db
            .updateTable('api_key')
            .set({ revoked_at: '2026-11-20T00:00:00.000Z' })
            .where('account', '=', other.account)
            .execute();
          return send(path, good(), `Bearer ${other.key}`);
        },
      ],
      [
        'the key of an account that lost its role',
        401,
        /ne sert plus/,
        async () => {
          const other = await accountWithKey(db, service);
          await db.deleteFrom('membership').where('account', '=', other.account).execute();
          return send(path, good(), `Bearer ${other.key}`);
        },
      ],
      ['another team’s service', 404, /celle d’un autre/, () => send(path.replace('dora', 'mps'), good())],
      [
        'a service that does not exist',
        404,
        /celle d’un autre/,
        () => send(path.replace(service, 'rien'), good()),
      ],
      ['a path trick', 404, /celle d’un autre/, () => send(path.replace(service, '..%2F..%2Fetc'), good())],
      ['not JSON', 422, /pas du JSON/, () => send(path, '<xml/>')],
      ['nothing', 422, /pas du JSON/, () => send(path, '')],
      [
        'a publication of another service',
        422,
        /autre service/,
        () => send(path, canonicalJson(frozenFor('demo-mps'))),
      ],
      ['a tampered publication', 422, /modifiée/, () => send(path, tampered())],
      [
        'a later version',
        422,
        /version plus récente/,
        () => send(path, canonicalJson(seal({ ...frozenFor(service).bundle, foulee: 9 as unknown as 1 }))),
      ],
      [
        'one that does not follow',
        409,
        /la prochaine de ce service est la 1/,
        () =>
          send(
            path,
            canonicalJson(seal({ ...frozenFor(service).bundle, number: 2, previous: 'ab'.repeat(32) })),
          ),
      ],
      ['too large', 413, /trop gros/, () => send(path, `"${'a'.repeat(mostPublicationBytes)}"`)],
    ];
    test.each(cases)('%s: %i', async (_, status, sentence, ask) => {
      const before = await kept();
      const answer = await ask();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      const said = JSON.parse(answer.text) as { detail: string; advice: string };
      expect(said.detail).toMatch(sentence);
      expect(answer.text).not.toMatch(/\bat \/|Error|postgres|foulee_/i);
      expect(said.advice).not.toBe('');
      expect(await kept()).toBe(before);
    });

    test('a tampered publication has its line in the audit log, as refused', async () => {
      await send(path, tampered());
      const [line] = await db
        .selectFrom('audit_entry')
        .select(['action', 'outcome', 'service', 'detail', 'actor'])
        .orderBy('number', 'desc')
        .limit(1)
        .execute();
      expect(line).toMatchObject({
        action: 'publish',
        outcome: 'refused',
        service,
        detail: { reason: 'changed' },
      });
      expect(line?.actor).toMatch(/^key:/);
    });
  });

  test('published: 201, its address, and the public page says its sentence at once', async () => {
    const own = 'demo-estime';
    const { key: ownKey } = await accountWithKey(db, own);
    await app.request(`/services/${own}`);
    const known = await remoteLedger(address, ownKey).entries(own);
    const next = frozenFor(
      own,
      known.map(({ publication }) => publication),
    );
    const answer = await send(
      `/api/v1/services/${own}/publications`,
      canonicalJson(next),
      `Bearer ${ownKey}`,
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(
      `https://impact.exemple.fr/services/${own}/publications/2026-11-27`,
    );
    expect(JSON.parse(answer.text)).toMatchObject({ number: 2, sha256: next.sha256 });
    expect(await (await app.request(`/services/${own}`)).text()).toContain(next.sha256.slice(0, 12));
    const [line] = await db
      .selectFrom('audit_entry')
      .select(['action', 'outcome', 'object_id'])
      .orderBy('number', 'desc')
      .limit(1)
      .execute();
    expect(line).toEqual({ action: 'publish', outcome: 'done', object_id: next.sha256 });
  });

  describe('over real HTTP, measured elsewhere', () => {
    const people = simulatedPeople({ people: 1200, seed: 5, days: 200, share: 0.3, channels: [1] });
    const plan = simulatedPlan();
    const author = { actor: 'foulee', role: 'command-line', at: '2026-11-23T10:00:00.000Z' };
    const measuredOn = (lastDay: string) => {
      const document = simulatedDocument(people, lastDay, plan);
      const own = { ...document, service: { ...document.service, id: service } };
      return { document: own, plan: plan.plan, rule: peopleRule };
    };
    const publish = (lastDay: string, today: string) =>
      publishMeasure({ ledger: remoteLedger(address, key), today }, measuredOn(lastDay), author);
    const say = (id: string, kind: 'withdrawal' | 'correction', { sha256 }: Publication) =>
      db
        .insertInto('correction')
        .values({
          ...{ id, publication: sha256, kind, reason: 'Faux.' },
          ...{ role: 'steward', actor: 'x', at: author.at },
        })
        .execute();
    test('two publications follow each other, a withdrawn one included; too little that is new is refused here', async () => {
      const first = await publish('2026-04-30', '2026-05-01');
      await expect(publish('2026-05-01', '2026-05-02')).rejects.toThrow(/trop peu de nouveau/);
      await say('w', 'withdrawal', first);
      const second = await publish('2026-10-31', '2026-11-20');
      expect(second.bundle).toMatchObject({ number: 2, previous: first.sha256 });
    });
    test('sent again unchanged the same day, nothing is added; once withdrawn, or corrected, it is published anew', async () => {
      const ledger = remoteLedger(address, key);
      const again = () => publishOnce({ ledger, today: '2026-11-20' }, measuredOn('2026-10-31'), author);
      expect(await again()).toMatchObject({ added: false, publication: { bundle: { number: 2 } } });
      for (const [number, kind] of [
        [3, 'withdrawal'],
        [4, 'correction'],
      ] as const) {
        const last = (await ledger.entries(service)).at(-1)?.publication;
        if (last === undefined) throw new Error('nothing was published');
        await say(kind, kind, last);
        const { added, publication } = await again();
        expect([added, publication.bundle.number, publication.bundle.previous]).toEqual([
          true,
          number,
          last.sha256,
        ]);
        expect(await again()).toMatchObject({ added: false, publication: { sha256: publication.sha256 } });
      }
      const kinds = (await ledger.entries(service)).map(({ corrections }) =>
        corrections.map(({ kind }) => kind),
      );
      expect(kinds).toEqual([['withdrawal'], ['withdrawal'], ['correction'], []]);
    });
    test('the site’s refusal is said in its words; an address in clear, or that does not answer, is refused', async () => {
      await expect(remoteLedger(address, 'foulee_faux').entries(service)).rejects.toThrow(/ne sert plus/);
      expect(() => remoteLedger('http://impact.exemple.fr', key)).toThrow(/en clair/);
      expect(() => remoteLedger('impact', key)).toThrow(/pas l’adresse/);
      await expect(remoteLedger('http://127.0.0.1:9', key).entries(service)).rejects.toThrow(/ne répond pas/);
    });
  });
  beforeEach(() => {
    published.state.today = '2026-11-27';
  });
});
