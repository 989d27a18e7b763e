import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { readPortfolio } from '../beta-gouv/read-portfolio.ts';
import { importPortfolio } from './import-portfolio.ts';

const now = '2026-11-27T10:00:00.000Z';
const later = '2026-12-04T10:00:00.000Z';

interface Given {
  readonly id: string;
  readonly pitch?: string;
  readonly [attribute: string]: unknown;
}

const listOf = (...services: readonly Given[]) =>
  JSON.stringify({
    data: services.map(({ id, ...attributes }) => ({
      id,
      attributes: {
        name: `Le ${id}`,
        phases: [{ name: 'construction', start: '2024-01-01' }],
        events: [{ name: 'committee', date: '2024-06-01', comment: 'ok' }],
        sponsors: ['anct'],
        ...attributes,
      },
      relationships: { incubators: { data: [{ id: 'ademe' }] } },
    })),
    included: [
      {
        id: 'ademe',
        type: 'incubator',
        attributes: { title: 'Accélérateur', owner: '/organisations/ademe' },
      },
    ],
  });

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    for (const table of ['service', 'incubator', 'organisation', 'portfolio_import'] as const)
      await db.deleteFrom(table).execute();
  });

  const load = (text: string, at = now) =>
    importPortfolio(db, readPortfolio(text, 'liste.json'), { source: 'liste.json', now: at });
  const missions = () =>
    db.selectFrom('service').select(['id', 'mission', 'removed_upstream_on']).orderBy('id').execute();

  test('a first import creates, a second one changes nothing', async () => {
    const list = listOf({ id: 'a', nouveau: { x: [1, 2.5] } }, { id: 'b', stats_url: 'chaussette' });
    const first = await load(list);
    expect(first).toMatchObject({
      services: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      removed: 0,
      organisations: 1,
    });
    expect(first.notUnderstood.map(({ where }) => where)).toEqual([
      'data[0].attributes.nouveau',
      'data[1].attributes.stats_url',
    ]);
    const second = await load(list, later);
    expect(second).toMatchObject({ services: 2, created: 0, updated: 0, unchanged: 2 });
    expect(second.notUnderstood).toEqual(first.notUnderstood);
    const service = await db
      .selectFrom('service')
      .selectAll()
      .where('id', '=', 'a')
      .executeTakeFirstOrThrow();
    expect(service).toMatchObject({ name: 'Le a', origin: 'import', updated_at: now, source: 'liste.json' });
    expect(service.source_record).toMatchObject({ other: { 'attributes.nouveau': { x: [1, 2.5] } } });
    expect(await db.selectFrom('committee').selectAll().where('service_id', '=', 'a').execute()).toEqual([
      { id: 'a/2024-06-01', service_id: 'a', held_on: '2024-06-01', comment: 'ok' },
    ]);
    expect(await db.selectFrom('incubator').select(['id', 'name', 'organisation_id']).execute()).toEqual([
      { id: 'ademe', name: 'Accélérateur', organisation_id: 'ademe' },
    ]);
    const runs = await db
      .selectFrom('portfolio_import')
      .select(['services', 'unchanged'])
      .orderBy('id')
      .execute();
    expect(runs).toEqual([
      { services: 2, unchanged: 0 },
      { services: 2, unchanged: 2 },
    ]);
  });

  test('a change is an update; what was decided here is kept; what left the list is kept and marked', async () => {
    await load(listOf({ id: 'a' }, { id: 'b' }));
    await db
      .updateTable('service')
      .set({ effect_statement: 'Moins de bruit' })
      .where('id', '=', 'a')
      .execute();
    const changed = await load(listOf({ id: 'a', pitch: 'Aider', phases: [] }), later);
    expect(changed).toMatchObject({ created: 0, updated: 1, unchanged: 0, removed: 1 });
    expect(await missions()).toEqual([
      { id: 'a', mission: 'Aider', removed_upstream_on: null },
      { id: 'b', mission: null, removed_upstream_on: '2026-12-04' },
    ]);
    const a = await db
      .selectFrom('service')
      .select(['effect_statement', 'search_text'])
      .where('id', '=', 'a')
      .executeTakeFirstOrThrow();
    expect(a).toMatchObject({ effect_statement: 'Moins de bruit' });
    expect(a.search_text).toContain('moins de bruit');
    expect(await db.selectFrom('phase').selectAll().where('service_id', '=', 'a').execute()).toEqual([]);
    expect(await load(listOf({ id: 'a', pitch: 'Aider', phases: [] }, { id: 'b' }), later)).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect((await missions())[1]?.removed_upstream_on).toBeNull();
  });

  test('the detailed list, which says less, erases nothing', async () => {
    await load(listOf({ id: 'a', pitch: 'Aider', link: 'https://exemple.fr' }));
    const details = JSON.stringify({
      a: {
        id: 'a',
        name: 'Le a',
        repository: 'https://exemple.fr/depot',
        phases: [{ name: 'construction', start: '2024-01-01' }],
      },
    });
    const summary = await load(details);
    expect(summary).toMatchObject({ services: 1, removed: 0 });
    expect(await missions()).toEqual([{ id: 'a', mission: 'Aider', removed_upstream_on: null }]);
    const { links } = await db.selectFrom('service').select('links').executeTakeFirstOrThrow();
    expect(links).toEqual({ service: 'https://exemple.fr', repository: 'https://exemple.fr/depot' });
    expect(await load(details)).toMatchObject({ unchanged: 1 });
  });

  test('a service of the demonstration is never overwritten', async () => {
    await load(listOf({ id: 'a', pitch: 'Aider' }));
    await db.updateTable('service').set({ origin: 'demonstration' }).where('id', '=', 'a').execute();
    const summary = await load(listOf({ id: 'a', pitch: 'Autre' }));
    expect(summary.notUnderstood.map(({ service }) => service)).toEqual(['a']);
    expect((await missions())[0]?.mission).toBe('Aider');
  });

  test('a failure half-way leaves the previous state', async () => {
    await load(listOf({ id: 'a', pitch: 'Aider' }));
    await sql`alter table committee add constraint no_b check (service_id <> 'b')`.execute(db);
    await expect(load(listOf({ id: 'a', pitch: 'Autre' }, { id: 'b' }))).rejects.toThrow();
    await sql`alter table committee drop constraint no_b`.execute(db);
    expect(await missions()).toEqual([{ id: 'a', mission: 'Aider', removed_upstream_on: null }]);
    expect(await db.selectFrom('portfolio_import').select('id').execute()).toHaveLength(1);
  });

  test('script in names and quotes in everything are only text', async () => {
    const name = `<script>alert(1)</script>'; drop table service; --`;
    const long = 'é'.repeat(1_900);
    await load(listOf({ id: 'a', name, pitch: long, sponsors: [name, long, '/organisations/x', 'x'] }));
    const service = await db.selectFrom('service').select('name').executeTakeFirstOrThrow();
    expect(service.name).toBe(name);
  });

  const sample = new URL('../../../../shared/data/beta-gouv/startups-v2.7-sample.json', import.meta.url);
  test.skipIf(!existsSync(sample))('the real list twice: counts of its rows taken apart', async () => {
    const text = readFileSync(sample, 'utf8');
    const services = (
      JSON.parse(text) as { data: { attributes: { phases: object[]; events: { name: string }[] } }[] }
    ).data;
    expect(await load(text)).toMatchObject({
      services: services.length,
      created: services.length,
      removed: 0,
    });
    expect(await load(text)).toMatchObject({ created: 0, updated: 0, unchanged: services.length });
    const count = async (table: 'service' | 'phase' | 'committee' | 'service_event') =>
      (
        await db
          .selectFrom(table)
          .select((of) => of.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    const events = services.flatMap(({ attributes }) => attributes.events);
    expect(await count('service')).toBe(services.length);
    expect(await count('phase')).toBe(services.flatMap(({ attributes }) => attributes.phases).length);
    expect(await count('committee')).toBe(events.filter(({ name }) => name === 'committee').length);
    expect(await count('service_event')).toBe(events.filter(({ name }) => name !== 'committee').length);
  });
});
