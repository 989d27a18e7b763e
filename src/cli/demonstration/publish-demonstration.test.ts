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
    const parts = { db, ledger, now, examples };
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
    const parts = { db: apart, ledger: databaseLedger(apart), now, examples };
    expect(await publishDemonstration(parts)).toBe(0);
    await apart.destroy();
  });

  test.each([1, 2])(
    'stopped after publication %i, it ends another day as it would have that day',
    async (most) => {
      const apart = await open();
      const ledger = databaseLedger(apart);
      const stop = new AbortController();
      let left = most;
      const stopping = {
        ...ledger,
        append: (...asked: Parameters<typeof ledger.append>) => {
          if (--left === 0) stop.abort();
          return ledger.append(...asked);
        },
        correct: async () => {
          throw new Error('killed before the correction');
        },
      };
      const parts = { db: apart, ledger, now, examples: [corrected, planteEtMoi] };
      await publishDemonstration({ ...parts, ledger: stopping, signal: stop.signal }).catch(() => {});
      expect(await ledger.entries('demo-mps')).toHaveLength(most);
      const later = { ...parts, now: '2026-12-03T10:00:00.000Z' };
      expect(await publishDemonstration(later)).toBe(3 - most);
      expect(await publishDemonstration(later)).toBe(0);
      const entries = await ledger.entries('demo-mps');
      const whole = await databaseLedger(db).entries('demo-mps');
      expect(entries.map(({ publication }) => publication.sha256)).toEqual(
        whole.map(({ publication }) => publication.sha256),
      );
      expect(entries.map(({ corrections }) => corrections.length)).toEqual([1, 0]);
      await apart.destroy();
    },
  );
});
