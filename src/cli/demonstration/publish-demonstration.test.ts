import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { readPortfolio } from '../../portfolio/beta-gouv/read-portfolio.ts';
import { demonstrationId } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { mps, planteEtMoi } from '../../portfolio/demonstration/plans/counted-and-asked.ts';
import { franceVae } from '../../portfolio/demonstration/plans/followed-people.ts';
import { importPortfolio } from '../../portfolio/import/import-portfolio.ts';
import { registrationsOf } from '../../portfolio/plans/registration/registrations.ts';
import { serviceDetails } from '../../portfolio/queries/service-details.ts';
import { freshness } from '../../publish/freshness/freshness.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import { publishDemonstration } from './publish-demonstration.ts';

const today = '2026-11-27';
const now = '2026-11-27T10:00:00.000Z';
const corrected = { ...mps, correction: { number: 1, reason: 'Essai.' } };
const examples = [corrected, franceVae, planteEtMoi];

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  test('an empty portfolio gets figures once, each on the day it is said to be of, its correction after it', async () => {
    const ledger = databaseLedger(db);
    const parts = { db, ledger, today, now, examples };
    expect(await publishDemonstration(parts)).toBe(4);
    const [first, second] = await ledger.entries('demo-mps');
    expect(first?.publication.bundle.publishedOn).toBe('2026-10-27');
    expect(first?.corrections).toMatchObject([{ reason: 'Essai.', at: now }]);
    expect(second?.publication.bundle).toMatchObject({ publishedOn: today, number: 2 });
    expect(second?.corrections).toEqual([]);
    const [young] = await ledger.entries('demo-reva');
    expect(young?.publication.bundle.measures[0]?.headline.sentence).toMatch(/Pas encore mûr/);
    const [old] = await ledger.entries('demo-plante-et-moi');
    if (old === undefined) throw new Error('published');
    expect(freshness(old.publication.bundle.freshness, today).sentence).toMatch(/plus de trois semaines/);
    expect(await publishDemonstration(parts)).toBe(0);
  });

  test('each service keeps the plan of its last figure, and says it is a demonstration', async () => {
    for (const { service } of examples) {
      const id = demonstrationId(service);
      const bundle = (await databaseLedger(db).entries(id)).at(-1)?.publication.bundle;
      const details = await serviceDetails(db, id, today);
      expect(bundle?.service.name).toContain('démonstration');
      expect(details?.planText).toContain('démonstration');
      expect(details?.planHash).toBe(bundle?.plan.hash);
    }
  });

  test('the plan of a demonstration is saved before its first figure', async () => {
    const [registration] = await registrationsOf(db, 'demo-reva');
    expect(registration?.lookedOn).toBeNull();
  });

  test('a portfolio with services of its own is left alone', async () => {
    const apart = await open();
    const list = JSON.stringify({ data: [{ id: 'a-moi', attributes: { name: 'À moi' } }] });
    await importPortfolio(apart, readPortfolio(list, 'liste'), { source: 'liste', now });
    const parts = { db: apart, ledger: databaseLedger(apart), today, now, examples };
    expect(await publishDemonstration(parts)).toBe(0);
    await apart.destroy();
  });

  test('stopped before the end, it goes on with what is missing the next time', async () => {
    const apart = await open();
    const stop = new AbortController();
    const ledger = databaseLedger(apart);
    const stopping = {
      ...ledger,
      append: (...asked: Parameters<typeof ledger.append>) => {
        stop.abort();
        return ledger.append(...asked);
      },
    };
    const parts = { db: apart, ledger, today, now, examples: [planteEtMoi, franceVae] };
    expect(await publishDemonstration({ ...parts, ledger: stopping, signal: stop.signal })).toBe(1);
    expect(await publishDemonstration(parts)).toBe(1);
    await apart.destroy();
  });
});
