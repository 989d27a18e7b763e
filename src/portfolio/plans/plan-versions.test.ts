import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planHash } from '../../measure/plan-hash.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { Database } from '../../platform/database/database.ts';
import { up } from '../../platform/database/migrations/0070-plan-version.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../create-service.ts';
import { portfolioRows } from '../queries/portfolio-rows.ts';
import { portfolioStamp } from '../queries/portfolio-stamp.ts';
import { serviceDetails } from '../queries/service-details.ts';
import { planText } from './fixtures/plan-text.ts';
import { InvalidPlan, PlanConflict } from './plan-refusals.ts';
import { currentPlan, planVersion, planVersions } from './plan-version.ts';
import { savePlanVersion } from './save-plan-version.ts';

const author = { actor: 'compte-1', at: '2026-11-23T10:00:00.000Z' };
const later = { actor: 'compte-2', at: '2026-11-24T10:00:00.000Z' };

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const id of ['a', 'b', 'c', 'd']) await createService(db, { id, name: id.toUpperCase() }, author);
  });
  afterAll(() => db.destroy());

  test('no plan, then a first version, then a second: each is kept as it was written', async () => {
    expect(await currentPlan(db, 'a')).toBeNull();
    const before = await portfolioStamp(db);
    const first = await savePlanVersion(db, { service: 'a', text: planText('a'), after: 0 }, author);
    expect(await portfolioStamp(db)).not.toBe(before);
    expect(first).toMatchObject({ saved: true, version: { version: 1, note: '', savedAt: author.at } });
    const text = planText('a', 180);
    await savePlanVersion(db, { service: 'a', text, note: ' Six mois. ', after: 1 }, later);
    const current = await currentPlan(db, 'a');
    const read = readPlan(text).plan;
    if (read === null) throw new Error('the fixture is a plan');
    expect(current).toEqual({
      version: 2,
      text,
      hash: planHash(read),
      author: 'compte-2',
      note: 'Six mois.',
      savedAt: later.at,
      plan: read,
    });
    expect((await planVersions(db, 'a')).map(({ version }) => version)).toEqual([2, 1]);
    expect((await planVersion(db, 'a', 1))?.text).toBe(planText('a'));
    expect(await planVersion(db, 'a', 3)).toBeNull();
  });

  test('what the portfolio says of a service is its last version', async () => {
    const details = await serviceDetails(db, 'a', '2026-11-27');
    expect([details?.planText, details?.planHash]).toEqual([
      planText('a', 180),
      (await currentPlan(db, 'a'))?.hash,
    ]);
    const steps = (await portfolioRows(db, '2026-11-27')).map(({ id, nextStep }) => [id, nextStep]);
    expect(steps[0]).not.toEqual(['a', steps[1]?.[1]]);
  });

  test('the text that is already the plan is not saved twice, whatever it was written from', async () => {
    const again = await savePlanVersion(
      db,
      { service: 'a', text: planText('a', 180), note: 'Encore', after: 1 },
      later,
    );
    expect(again).toMatchObject({ saved: false, version: { version: 2, note: 'Six mois.' } });
    expect(await planVersions(db, 'a')).toHaveLength(2);
  });

  test('an earlier text can come back, as a new version', async () => {
    await savePlanVersion(db, { service: 'a', text: planText('a'), after: 2 }, later);
    expect(await currentPlan(db, 'a')).toMatchObject({ version: 3, text: planText('a') });
  });

  test('what is not a plan is refused with every problem and its line; nothing is kept', async () => {
    const text = planText('b').replace('[90d]', '[3m]').replace('kind: events', 'kind: evenements');
    const refused = await savePlanVersion(db, { service: 'b', text, after: 0 }, author).catch(
      (error) => error,
    );
    expect(refused).toBeInstanceOf(InvalidPlan);
    expect(refused.problems.map(({ line }: { line: number }) => line)).toEqual([8, 26]);
    expect(refused.message).toMatch(/2.problèmes :\n {2}ligne 8 : .*evenements/);
    expect(await currentPlan(db, 'b')).toBeNull();
  });

  test('the plan of another service is refused at the line that says so', async () => {
    const refused = await savePlanVersion(db, { service: 'b', text: planText('a'), after: 0 }, author).catch(
      (error) => error,
    );
    expect(refused.problems).toMatchObject([{ path: 'service.id', line: 2, suggestion: 'b' }]);
  });

  test('a service that is not listed here has no plan', async () => {
    const saving = savePlanVersion(db, { service: 'z', text: planText('z'), after: 0 }, author);
    await expect(saving).rejects.toThrow(/n’est pas inscrit/);
  });

  test('saving over a version someone else wrote meanwhile is refused, with both texts', async () => {
    await savePlanVersion(db, { service: 'c', text: planText('c'), after: 0 }, author);
    const refused = await savePlanVersion(
      db,
      { service: 'c', text: planText('c', 30), after: 0 },
      later,
    ).catch((error) => error);
    expect(refused).toBeInstanceOf(PlanConflict);
    expect([refused.text, refused.current.text]).toEqual([planText('c', 30), planText('c')]);
    const never = await savePlanVersion(db, { service: 'd', text: planText('d'), after: 4 }, author).catch(
      (error) => error,
    );
    expect([never.text, never.current]).toEqual([planText('d'), null]);
  });

  test('of many who save at once from the same version, one is kept and the others are told', async () => {
    const saved = await Promise.allSettled(
      [10, 20, 30, 40, 50].map((days) =>
        savePlanVersion(db, { service: 'd', text: planText('d', days), after: 0 }, author),
      ),
    );
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of saved) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(PlanConflict);
    expect(await planVersions(db, 'd')).toHaveLength(1);
  });

  test('each version has its line in the audit log', async () => {
    const lines = await db
      .selectFrom('audit_entry')
      .select(['actor', 'detail'])
      .where('action', '=', 'plan.save')
      .where('service', '=', 'a')
      .orderBy('number')
      .execute();
    expect(lines.map(({ actor, detail }) => [actor, detail])).toEqual([
      ['compte-1', { version: 1 }],
      ['compte-2', { version: 2 }],
      ['compte-2', { version: 3 }],
    ]);
  });

  test.each([
    `update plan_version set text = 'x'`,
    `update plan_version set created_at = created_at - interval '1 year'`,
    `delete from plan_version`,
    `truncate plan_version cascade`,
  ])('%s is refused by the database itself', async (statement) => {
    const before = await planVersions(db, 'a');
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/never changes/);
    expect(await planVersions(db, 'a')).toEqual(before);
  });

  test('the plan a service had before versions existed is its first version', async () => {
    const old = await open();
    await createService(old, { id: 'a', name: 'A' }, author);
    await sql`drop table plan_version cascade`.execute(old);
    await sql`drop function plan_version_never_changes cascade`.execute(old);
    await sql`alter table service add column plan_text text, add column plan_hash text`.execute(old);
    await sql`update service set plan_text = ${planText('a')}, plan_hash = 'ab'`.execute(old);
    await up(old as unknown as Kysely<unknown>);
    expect(await currentPlan(old, 'a')).toMatchObject({
      version: 1,
      text: planText('a'),
      hash: 'ab',
      author: 'foulee',
      savedAt: author.at,
    });
    await old.destroy();
  });
});
