import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { addObjective, removeObjective } from './objectives.ts';
import { changeSession, giveUpSession, moveSession, prepareSession } from './prepare-session.ts';
import { listSessions, readSession } from './session.ts';

const author = { actor: 'compte-1', role: 'member', at: '2026-11-23T10:00:00.000Z' };
const typed = { plannedOn: '15/06/2027', moneyEndsOn: '2027-06-30', question: ' Continuer six mois ? ' };
const words = { text: 'Trois territoires de plus', dueOn: '2027-12-01', tie: null };

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.destroy());

  const frozen = async () => {
    const id = await prepareSession(db, 'boite', typed, author);
    const session = { service: 'boite', id };
    await addObjective(db, session, words, author);
    await db
      .updateTable('committee_session')
      .set({
        evidence: '{}',
        evidence_sha256: 'a'.repeat(64),
        frozen_on: '2027-06-08',
        frozen_by: 'compte-1',
      })
      .where('id', '=', id)
      .execute();
    return session;
  };

  test('a committee is prepared, changed, and given up with its objectives while nothing is frozen', async () => {
    const id = await prepareSession(db, 'boite', typed, author);
    const session = { service: 'boite', id };
    await addObjective(db, session, words, author);
    const tie = { indicator: 'hired', direction: 'at-least', target: 0.15 } as const;
    await addObjective(db, session, { text: '15 sur 100', dueOn: '2027-12-01', tie }, author);
    await changeSession(db, session, { ...typed, plannedOn: '2027-06-10', question: '' });
    const read = await readSession(db, 'boite', id);
    expect(read).toMatchObject({ plannedOn: '2027-06-10', question: null, frozen: null, previous: null });
    expect(read?.objectives.map((objective) => objective.tie)).toEqual([null, tie]);
    await removeObjective(db, session, read?.objectives[0]?.id ?? '');
    expect((await readSession(db, 'boite', id))?.objectives.map(({ text }) => text)).toEqual(['15 sur 100']);
    expect(await readSession(db, 'autre', id)).toBeNull();
    await giveUpSession(db, session, author);
    expect(await listSessions(db, 'boite')).toEqual([]);
    expect(await db.selectFrom('committee_objective').selectAll().execute()).toEqual([]);
    const lines = await db.selectFrom('audit_entry').select(['action', 'object_id']).execute();
    expect(lines).toEqual([
      { action: 'committee.prepare', object_id: id },
      { action: 'committee.give-up', object_id: id },
    ]);
  });

  test.each([
    [
      'a day that is not one',
      { ...typed, plannedOn: '31/02/2027' },
      /« 31\/02\/2027 » n’est pas le jour d’un comité/,
    ],
    ['no day', { ...typed, plannedOn: '' }, /n’est pas le jour d’un comité/],
    ['money that ends first', { ...typed, moneyEndsOn: '2027-06-01' }, /avant que le comité/],
    ['an address', { ...typed, question: 'Écrire à marie@exemple.fr' }, /une adresse de courriel/],
    ['an endless question', { ...typed, question: 'x'.repeat(2001) }, /signes ; il en faut/],
  ])('%s is refused, and nothing is kept', async (_, wrong, says) => {
    await expect(prepareSession(db, 'boite', wrong, author)).rejects.toThrow(says);
    expect(await listSessions(db, 'boite')).toEqual([]);
  });

  test('seven objectives are one too many', async () => {
    const session = { service: 'beaucoup', id: await prepareSession(db, 'beaucoup', typed, author) };
    for (let count = 0; count < 6; count++) await addObjective(db, session, words, author);
    await expect(addObjective(db, session, words, author)).rejects.toThrow(/6 objectifs au plus/);
  });

  test('once frozen only the day may move, by the use cases and by the database itself', async () => {
    const session = await frozen();
    const before = await readSession(db, 'boite', session.id);
    await expect(changeSession(db, session, typed)).rejects.toThrow(/ne changent plus/);
    await expect(addObjective(db, session, words, author)).rejects.toThrow(/ne changent plus/);
    await expect(giveUpSession(db, session, author)).rejects.toThrow(/ne changent plus/);
    for (const statement of [
      `update committee_session set evidence = '[]'`,
      `update committee_session set evidence = null, evidence_sha256 = null, frozen_on = null, frozen_by = null`,
      `update committee_session set question = 'autre'`,
      `delete from committee_session`,
      `truncate committee_session cascade`,
      `update committee_objective set text = 'autre'`,
      `delete from committee_objective`,
      `insert into committee_objective select 'x', session, 9, text, null, null, null, due_on, created_by, created_at
        from committee_objective`,
      `insert into committee_result select session, id, 'reached', 'oui', false, 'x', created_at from committee_objective`,
    ]) {
      const own = `where ${statement.includes('objective') ? 'session' : 'id'} = '${session.id}'`;
      const narrowed = statement.startsWith('truncate') ? statement : `${statement} ${own}`;
      await expect(sql.raw(narrowed).execute(db), statement).rejects.toThrow(/never changes/);
    }
    expect(await readSession(db, 'boite', session.id)).toEqual(before);
    await moveSession(db, session, '2027-06-22');
    expect((await readSession(db, 'boite', session.id))?.plannedOn).toBe('2027-06-22');
  });
});
