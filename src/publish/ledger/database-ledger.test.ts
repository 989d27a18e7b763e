import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { simulatedDocument, simulatedPeople, simulatedPlan } from '../fixtures/simulated-measure.ts';
import { publishMeasure } from '../publish-measure.ts';
import { verifyAll } from '../verify/verify-all.ts';
import { databaseLedger } from './database-ledger.ts';

const author = { actor: 'compte-1', role: 'steward', at: '2026-11-23T10:00:00.000Z' };
const people = simulatedPeople({ people: 800, seed: 2, days: 200, share: 0.3, channels: [1] });
const plan = simulatedPlan();
const measured = (day: string) => ({
  document: simulatedDocument(people, day, plan),
  plan: plan.plan,
  rule: peopleRule,
});

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  test('publications follow each other, with their line in the audit log; refused ones leave nothing', async () => {
    const ledger = databaseLedger(db);
    await publishMeasure({ ledger, today: '2026-05-01' }, measured('2026-04-30'), author);
    await expect(
      publishMeasure({ ledger, today: '2026-05-02' }, measured('2026-05-01'), author),
    ).rejects.toThrow(/trop peu de nouveau/);
    await publishMeasure({ ledger, today: '2026-11-01' }, measured('2026-10-31'), author);
    const entries = await ledger.entries('boite');
    expect(verifyAll(entries.map(({ publication }) => publication))).toMatchObject({ same: true });
    const lines = await db.selectFrom('audit_entry').select(['action', 'actor', 'service']).execute();
    expect(lines).toEqual([
      { action: 'publish', actor: 'compte-1', service: 'boite' },
      { action: 'publish', actor: 'compte-1', service: 'boite' },
    ]);
  });

  test('corrections are added, in order, with their line in the audit log', async () => {
    const ledger = databaseLedger(db);
    const said = { service: 'boite', number: 1 } as const;
    await ledger.correct({ ...said, kind: 'correction', reason: 'Mois en double.' }, author);
    await ledger.correct(
      { ...said, kind: 'withdrawal', reason: 'Source fausse.' },
      { ...author, at: '2026-11-24T10:00:00.000Z' },
    );
    const [first] = await ledger.entries('boite');
    expect(first?.corrections.map(({ kind, role }) => [kind, role])).toEqual([
      ['correction', 'steward'],
      ['withdrawal', 'steward'],
    ]);
    await expect(
      ledger.correct({ ...said, number: 9, kind: 'correction', reason: 'x' }, author),
    ).rejects.toThrow(/n’existe pas/);
  });

  test.each([
    `update publication set document = '{}'`,
    `update publication set number = number + 10`,
    `delete from publication`,
    `truncate publication cascade`,
    `update correction set reason = 'rien'`,
    `delete from correction`,
  ])('%s is refused by the database itself', async (statement) => {
    const before = await db.selectFrom('publication').selectAll().execute();
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/never changes/);
    expect(await db.selectFrom('publication').selectAll().execute()).toEqual(before);
  });
});
