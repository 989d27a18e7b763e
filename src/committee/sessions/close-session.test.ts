import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { readDesk } from '../desk/read-desk.ts';
import { sessionDossier } from '../dossier/session-dossier.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { closeSession } from './close-session.ts';
import { committeeNotices } from './committee-notices.ts';
import { decidedCommittee, frozenCommittee } from './fixtures/decided-committee.ts';
import { freezeSession } from './freeze-session.ts';
import { changeSession, giveUpSession, moveSession, prepareSession } from './prepare-session.ts';
import { listSessions, readSession } from './session.ts';
import { type NewDecision, takeDecision } from './take-decision.ts';

const at = '2026-11-28T09:00:00.000Z';
const author = { actor: 'compte-sponsor', role: 'sponsor', at };
const today = '2026-11-28';
const none = { score: null, reason: null };
const stop: NewDecision = {
  ...{ kind: 'stop', reason: 'Rien ne change.', amount: null, moneyUntil: null, isPublic: true },
  ...{ decidedOn: today, grid: { objectives: none, cost: none, next: none, drive: none }, conditions: [] },
};

describe.each(testDatabases())('a committee that never decides, on $name', ({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await createService(db, { id: 'boite', name: 'La Boîte' }, author);
  }, 60_000);
  afterAll(() => db.destroy());

  const read = async (id: string) => {
    const session = await readSession(db, 'boite', id);
    if (session === null) throw new Error('the committee must be there');
    return session;
  };
  const waits = async () => {
    const [service] = await readDesk(db, 'all', today);
    return {
      desk: service?.tasks.map(({ kind }) => kind),
      next: service?.nextCommittee?.session ?? null,
      notices: (await committeeNotices(db, 'boite', today)).map(({ kind }) => kind),
    };
  };

  test('closed with its reason, it waits for nobody, and its evidence and dossier stay', async () => {
    const { id } = await frozenCommittee(db, 'boite', '2026-11-20');
    expect(await waits()).toEqual({ desk: ['decide'], next: id, notices: ['decide'] });
    await closeSession(
      db,
      await read(id),
      { reason: 'Le sponsor a changé : on recommence en mars.', heldOn: '' },
      author,
    );
    expect(await waits()).toEqual({ desk: [], next: null, notices: [] });
    const closed = await read(id);
    expect(closed).toMatchObject({
      closed: { reason: 'Le sponsor a changé : on recommence en mars.', day: today },
      decision: null,
    });
    expect(closed.frozen?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await listSessions(db, 'boite')).toMatchObject([{ id, isClosed: true }]);
    const { front } = await sessionDossier(db, closed, today);
    expect(JSON.stringify(front.at(-1)).replace(/[\u00a0\u202f]/g, ' ')).toContain(
      'Clos sans décision le 28 novembre 2026.',
    );
    await expect(closeSession(db, closed, { reason: 'Encore.', heldOn: '' }, author)).rejects.toThrow(
      /ne change plus/,
    );
    await expect(takeDecision(db, closed, stop, { author, today })).rejects.toThrow(/ne change plus/);
    await expect(moveSession(db, closed, '2027-01-10')).rejects.toThrow(/figées|ne changent plus/);
    await expect(sql`update committee_closing set reason = 'Autre.'`.execute(db)).rejects.toThrow(
      /never changes/,
    );
  });

  test('it ends once, whoever comes first: closed while another decides, and the reverse', async () => {
    const before = await frozenCommittee(db, 'boite', '2026-11-21');
    await closeSession(db, before, { reason: 'Pas tenu.', heldOn: '' }, author);
    await expect(takeDecision(db, before, stop, { author, today })).rejects.toThrow(/clos|ne change plus/);
    const other = await frozenCommittee(db, 'boite', '2026-11-22');
    await takeDecision(db, other, stop, { author, today });
    await expect(closeSession(db, other, { reason: 'Pas tenu.', heldOn: '' }, author)).rejects.toThrow(
      /déjà prise|ne change plus/,
    );
  });

  test('two are not to be held the same day, planned or moved there, while the first is still to decide', async () => {
    const typed = { plannedOn: '2027-03-01', moneyEndsOn: '', question: '' };
    const first = await prepareSession(db, 'boite', typed, author);
    const twice = Promise.allSettled([1, 2].map(() => prepareSession(db, 'boite', typed, author)));
    expect((await twice).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const other = await prepareSession(db, 'boite', { ...typed, plannedOn: '2027-03-02' }, author);
    const own = { service: 'boite', id: other };
    await expect(changeSession(db, own, typed)).rejects.toThrow(/a déjà un comité à tenir ce jour-là/);
    await expect(moveSession(db, own, '2027-03-01')).rejects.toThrow(/a déjà un comité à tenir ce jour-là/);
    await changeSession(db, own, { ...typed, plannedOn: '2027-03-02', question: 'La même ?' });
    for (const id of [first, other]) await giveUpSession(db, { service: 'boite', id }, author);
  });

  test('a decision plans the next committee, unless one is planned already', async () => {
    await createService(db, { id: 'suite', name: 'Suite' }, author);
    const open = async () => (await listSessions(db, 'suite')).filter(({ decision }) => decision === null);
    const goesOn = { ...stop, service: 'suite', kind: 'continue-more', moneyUntil: '2027-05-31' } as const;
    await decidedCommittee(db, goesOn);
    expect((await open()).map(({ plannedOn }) => plannedOn)).toEqual(['2027-05-17']);
    await decidedCommittee(db, { ...goesOn, moneyUntil: '2027-08-31' });
    expect((await open()).map(({ plannedOn }) => plannedOn)).toEqual(['2027-05-17']);
  });

  test('held later instead, another is planned with the same question and the same end of the money', async () => {
    const typed = { plannedOn: '2027-04-01', moneyEndsOn: '2027-04-30', question: 'Continuer ?' };
    await createService(db, { id: 'plus-tard', name: 'Plus tard' }, author);
    const own = { service: 'plus-tard', id: await prepareSession(db, 'plus-tard', typed, author) };
    const there = async () => {
      const session = await readSession(db, own.service, own.id);
      if (session === null) throw new Error('the committee must be there');
      return session;
    };
    await freezeSession(db, await there(), await gatherEvidence(db, own.service, today), author);
    const close = async (heldOn: string) =>
      closeSession(db, await there(), { reason: 'Reporté.', heldOn }, author);
    await expect(close('31/02/2027')).rejects.toThrow(/n’est pas le jour d’un comité/);
    await expect(close('2027-06-01')).rejects.toThrow(/avant que le comité ne se tienne/);
    expect((await there()).closed).toBeNull();
    await close('2027-04-20');
    expect(await listSessions(db, own.service)).toMatchObject([
      { plannedOn: '2027-04-20', moneyEndsOn: '2027-04-30', isClosed: false },
      { plannedOn: '2027-04-01', isClosed: true },
    ]);
  });

  test('one that is only prepared is given up, not closed; a reason is asked', async () => {
    const typed = { plannedOn: '2026-12-20', moneyEndsOn: '', question: '' };
    const open = await prepareSession(db, 'boite', typed, author);
    await expect(
      closeSession(db, await read(open), { reason: 'Pas tenu.', heldOn: '' }, author),
    ).rejects.toThrow(/figer/);
    const frozen = await frozenCommittee(db, 'boite', '2026-11-23');
    await expect(closeSession(db, frozen, { reason: '  ', heldOn: '' }, author)).rejects.toThrow(
      /Il manque la raison/,
    );
    const decided = await decidedCommittee(db, { service: 'boite', decidedOn: '2026-11-24' });
    await expect(
      closeSession(db, await read(decided), { reason: 'Pas tenu.', heldOn: '' }, author),
    ).rejects.toThrow(/ne change plus/);
  });
});
