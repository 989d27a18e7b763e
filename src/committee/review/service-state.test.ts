import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import type { Verdict } from '../../platform/database/tables/reviews.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { newId } from '../../platform/ids.ts';
import { createService } from '../../portfolio/create-service.ts';
import { planText } from '../../portfolio/plans/fixtures/plan-text.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import { publishFor } from './fixtures/publish-for.ts';
import { serviceState, serviceStates } from './service-state.ts';

const team = { actor: 'compte-equipe', at: '2026-01-05T10:00:00.000Z' };
const oneHash = 'ab'.repeat(32);
const otherHash = 'cd'.repeat(32);

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await createService(db, { id, name: id.toUpperCase() }, team);
  });
  afterAll(() => db.destroy());

  const review = (
    service: string,
    about: { readonly version: number } | { readonly sha256: string; readonly planHash: string },
    verdict: Verdict,
    day: string,
  ) =>
    db
      .insertInto('review')
      .values({
        id: newId(),
        service,
        ...('version' in about
          ? { kind: 'form', plan_version: about.version, publication: null, plan_hash: '' }
          : {
              kind: 'substance',
              plan_version: null,
              publication: about.sha256,
              plan_hash: about.planHash,
            }),
        verdict,
        checklist: 1,
        answers: '{}',
        summary: 'Relu.',
        reviewer: 'compte-coach',
        role: 'coach',
        organisation: 'La Fabrique',
        at: `${day}T10:00:00.000Z`,
      })
      .execute();

  test('no matrix, then a matrix on a page elsewhere, then a plan here; no service, no state', async () => {
    expect(await serviceState(db, 'a')).toEqual({
      state: 'no-matrix',
      matrix: null,
      review: null,
      lapsed: null,
    });
    const links = (impact: string) =>
      sql`update service set links = ${JSON.stringify({ stats: 'https://a.fr/stats', impact })}::jsonb where id = 'a'`.execute(
        db,
      );
    await links('https://a.fr/stats');
    expect(await serviceState(db, 'a')).toMatchObject({ state: 'no-matrix' });
    await links('https://a.fr/matrice');
    expect(await serviceState(db, 'a')).toMatchObject({ state: 'matrix', matrix: 'elsewhere' });
    await savePlanVersion(db, { service: 'a', text: planText('a'), after: 0 }, team);
    expect(await serviceState(db, 'a')).toMatchObject({ state: 'matrix', matrix: 'here', lapsed: null });
    expect(await serviceState(db, 'absent')).toBeNull();
  });

  test('the form holds for the version that was read, and lapses with the next one', async () => {
    await savePlanVersion(db, { service: 'b', text: planText('b'), after: 0 }, team);
    await review('b', { version: 1 }, 'changes', '2026-01-06');
    expect(await serviceState(db, 'b')).toMatchObject({ state: 'matrix', lapsed: null });
    await review('b', { version: 1 }, 'approved', '2026-01-08');
    const approval = {
      kind: 'form',
      day: '2026-01-08',
      role: 'coach',
      organisation: 'La Fabrique',
      number: 1,
    };
    expect(await serviceState(db, 'b')).toEqual({
      state: 'form-reviewed',
      matrix: 'here',
      review: approval,
      lapsed: null,
    });
    await savePlanVersion(db, { service: 'b', text: planText('b', 180), after: 1 }, team);
    expect(await serviceState(db, 'b')).toEqual({
      state: 'matrix',
      matrix: 'here',
      review: null,
      lapsed: { ...approval, because: 'new-plan' },
    });
    await review('b', { version: 2 }, 'approved', '2026-02-01');
    expect(await serviceState(db, 'b')).toMatchObject({ state: 'form-reviewed', review: { number: 2 } });
    await review('b', { version: 2 }, 'changes', '2026-02-03');
    expect(await serviceState(db, 'b')).toMatchObject({
      state: 'matrix',
      lapsed: { because: 'changes-asked' },
    });
  });

  test('the substance holds for the figures the same plan gives next, not for those of another plan', async () => {
    const first = await publishFor(db, { service: 'c', planHash: oneHash, day: '2026-05-01' });
    expect(await serviceState(db, 'c')).toMatchObject({ state: 'matrix', matrix: 'here' });
    await review('c', { sha256: first.sha256, planHash: oneHash }, 'approved', '2026-05-03');
    const validated = {
      state: 'substance-validated',
      review: { kind: 'substance', day: '2026-05-03', number: 1 },
    };
    expect(await serviceState(db, 'c')).toMatchObject(validated);
    await publishFor(db, { service: 'c', planHash: oneHash, day: '2026-08-01' });
    expect(await serviceState(db, 'c')).toMatchObject(validated);
    await publishFor(db, { service: 'c', planHash: otherHash, day: '2026-11-01' });
    expect(await serviceState(db, 'c')).toMatchObject({
      state: 'matrix',
      review: null,
      lapsed: { number: 1, because: 'new-plan' },
    });
  });

  test('a publication corrected or withdrawn after its review is no longer validated; the form stays', async () => {
    await savePlanVersion(db, { service: 'd', text: planText('d'), after: 0 }, team);
    await review('d', { version: 1 }, 'approved', '2026-04-01');
    const { sha256 } = await publishFor(db, { service: 'd', planHash: oneHash, day: '2026-05-01' });
    await review('d', { sha256, planHash: oneHash }, 'approved', '2026-05-03');
    const say = (kind: 'correction' | 'withdrawal', day: string) =>
      databaseLedger(db).correct(
        { service: 'd', number: 1, kind, reason: 'Mois en double.' },
        { actor: 'compte-equipe', role: 'member', at: `${day}T10:00:00.000Z` },
      );
    await say('correction', '2026-05-04');
    expect(await serviceState(db, 'd')).toMatchObject({
      state: 'form-reviewed',
      review: { kind: 'form' },
      lapsed: { kind: 'substance', because: 'corrected' },
    });
    await review('d', { sha256, planHash: oneHash }, 'approved', '2026-05-05');
    expect(await serviceState(db, 'd')).toMatchObject({ state: 'substance-validated', lapsed: null });
    await say('withdrawal', '2026-05-06');
    expect(await serviceState(db, 'd')).toMatchObject({
      state: 'form-reviewed',
      lapsed: { because: 'withdrawn' },
    });
  });

  test('many at once say the same as one by one', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const all = await serviceStates(db, 'all');
    expect([...all.keys()].toSorted()).toEqual(ids);
    for (const id of ids) expect(all.get(id)).toEqual(await serviceState(db, id));
    expect([...(await serviceStates(db, ['e', 'absent'])).keys()]).toEqual(['e']);
    expect((await serviceStates(db, [])).size).toBe(0);
  });

  test.each(['review', 'review_request', 'review_comment', 'review_reply'])(
    'what is in %s is never changed nor taken back, by the database itself',
    async (table) => {
      for (const statement of [
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `update ${table} set id = 'x'`,
      ])
        await expect(sql.raw(statement).execute(db)).rejects.toThrow(/never changes/);
    },
  );
});
