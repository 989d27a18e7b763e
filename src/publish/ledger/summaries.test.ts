import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { simulatedDocument, simulatedPeople, simulatedPlan } from '../fixtures/simulated-measure.ts';
import { publishMeasure } from '../publish-measure.ts';
import { publicationSummary } from '../summary/publication-summary.ts';
import { databaseLedger } from './database-ledger.ts';
import { fillSummaries } from './summaries.ts';

const people = simulatedPeople({ people: 800, seed: 2, days: 200, share: 0.3, channels: [1] });
const plan = simulatedPlan();

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  const kept = () => db.selectFrom('publication_summary').selectAll().execute();

  test('publishing keeps the summary beside; lost or old, it is made again, the same', async () => {
    const { bundle, sha256 } = await publishMeasure(
      { ledger: databaseLedger(db), today: '2026-11-01' },
      { document: simulatedDocument(people, '2026-10-31', plan), plan: plan.plan, rule: peopleRule },
      { actor: 'compte-1', role: 'member', at: '2026-11-01T10:00:00.000Z' },
    );
    const [first, ...others] = await kept();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ sha256, service: 'boite', number: 1, summary: publicationSummary(bundle) });
    expect(first?.sentence).toBe(bundle.measures[0]?.headline.sentence);
    expect(await fillSummaries(db)).toBe(0);
    await db.deleteFrom('publication_summary').execute();
    expect(await fillSummaries(db)).toBe(1);
    expect(await kept()).toEqual([first]);
    await db.updateTable('publication_summary').set({ version: 0, summary: null, sentence: null }).execute();
    expect(await fillSummaries(db)).toBe(1);
    expect(await kept()).toEqual([first]);
  });

  test('a damaged publication has an empty summary, and does not stop the others', async () => {
    await sql`insert into publication (sha256, service, number, document, published_at) values
      ('abîmée', 'x', 1, '{', now()), ('ancienne', 'y', 1, '{"sha256":"ancienne"}', now())`.execute(db);
    expect(await fillSummaries(db)).toBe(2);
    const [damaged, old] = (await kept()).filter(({ service }) => service !== 'boite');
    expect([damaged?.summary, old?.summary]).toEqual([null, null]);
    expect(await fillSummaries(db)).toBe(0);
  });
});
