import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import type { RoleName } from '../../platform/database/tables/accounts.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import type { JobHandler, TakenJob } from '../../platform/jobs/job.ts';
import type { Message } from '../../platform/mail.ts';
import { createService } from '../../portfolio/create-service.ts';
import { weekDigest } from '../../weekly/reminders/week-digest.ts';
import { committeeNotices } from './committee-notices.ts';
import { committeeReminderJob } from './committee-reminder-job.ts';
import {
  askCommitteeReminders,
  committeeDayJob,
  committeeDayKind,
  committeeReminderKind,
} from './committee-reminders.ts';
import { decidedCommittee } from './fixtures/decided-committee.ts';
import { changeSession, giveUpSession, prepareSession } from './prepare-session.ts';
import { readDecisions } from './read-decisions.ts';
import { writeCheck } from './write-check.ts';

const author = { actor: 'foulee', role: 'sponsor', at: '2026-11-01T10:00:00.000Z' };
const typed = { plannedOn: '2026-12-10', moneyEndsOn: '2026-12-20', question: '' };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(testDatabases())('committees recalled by message, on $name', ({ open }) => {
  let db: Database;
  let session: string;
  let now = '2026-11-19T12:00:00.000Z';
  const sent: Message[] = [];
  const context = {
    get db() {
      return db;
    },
    now: () => now,
  };
  const mail = {
    works: true,
    send: async (message: Message) => {
      sent.push(message);
      return true;
    },
    close() {},
  };
  /** Does the tasks of a kind that wait, and gives what they say. */
  const doAll = async (kind: string, handler: JobHandler) => {
    const jobs = await db
      .selectFrom('job')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('kind', '=', kind)
      .execute();
    const outcomes: string[] = [];
    for (const job of jobs) {
      const taken: TakenJob = { ...job, attempt: 1, mostAttempts: 5, lease: 'x' };
      outcomes.push(await handler(taken, new AbortController().signal));
    }
    await db.updateTable('job').set({ state: 'done' }).where('kind', '=', kind).execute();
    return outcomes;
  };
  const ask = async (at: string) => {
    now = at;
    await askCommitteeReminders(context);
    await doAll(committeeDayKind, committeeDayJob(context));
  };
  const run = async (at: string) => {
    sent.length = 0;
    await ask(at);
    const handler = committeeReminderJob({ context, mail, address: 'https://impact.test' });
    const outcomes = await doAll(committeeReminderKind, handler);
    return { to: sent.map(({ to }) => to).toSorted(), outcomes };
  };
  const joined = async (
    name: string,
    role: RoleName,
    service: string | null,
    organisation: string | null = null,
  ) => {
    await db
      .insertInto('account')
      .values({ id: name, email: `${name}@exemple.fr`, created_at: author.at })
      .execute();
    await db
      .insertInto('membership')
      .values({ id: name, account: name, role, service, organisation, created_at: author.at })
      .execute();
  };

  beforeAll(async () => {
    db = await open();
    await createService(db, { id: 'boite', name: 'La Boîte' }, author);
    await createService(db, { id: 'autre', name: 'Autre' }, author);
    await db.insertInto('organisation').values({ id: 'dinum', name: 'Dinum', other: '{}' }).execute();
    await db
      .insertInto('service_organisation')
      .values({ service_id: 'boite', organisation_id: 'dinum', position: 0 })
      .execute();
    await joined('membre', 'member', 'boite');
    await joined('sponsor', 'sponsor', null, 'dinum');
    await joined('administration', 'administrator', null);
    await joined('voisin', 'member', 'autre');
    await joined('collegue', 'member', 'autre');
    session = await prepareSession(db, 'boite', typed, author);
  });
  afterAll(() => db.destroy());

  test('a month before the money ends, at nine in Paris, the team and its sponsors are told, once', async () => {
    expect((await run('2026-11-19T23:00:00.000Z')).to).toEqual([]);
    expect((await run('2026-11-20T07:59:00.000Z')).to).toEqual([]);
    expect((await run('2026-11-20T08:00:00.000Z')).to).toEqual(['membre@exemple.fr', 'sponsor@exemple.fr']);
    expect(plain(sent[0]?.subject ?? '')).toBe('La Boîte : le comité du 10 décembre 2026 est à préparer');
    expect(plain(sent[0]?.text ?? '')).toContain('L’argent s’arrête le 20 décembre 2026.');
    expect(sent[0]?.text).toContain(`https://impact.test/equipe/services/boite/comites/${session}`);
    expect((await run('2026-11-20T08:01:00.000Z')).to).toEqual([]);
    await changeSession(db, { service: 'boite', id: session }, { ...typed, moneyEndsOn: '2026-12-28' });
    expect((await run('2026-11-29T09:00:00.000Z')).to).toEqual([]);
  });

  test('one that meets long before the money ends is told two weeks before it meets', async () => {
    const early = { plannedOn: '2027-02-15', moneyEndsOn: '2027-12-31', question: '' };
    const id = await prepareSession(db, 'boite', early, author);
    expect((await run('2027-01-31T09:00:00.000Z')).to).toEqual([]);
    expect((await committeeNotices(db, 'boite', '2027-01-31')).map((own) => own.session)).not.toContain(id);
    expect((await run('2027-02-01T09:00:00.000Z')).to).toEqual(['membre@exemple.fr', 'sponsor@exemple.fr']);
    expect(plain(sent[0]?.subject ?? '')).toBe('La Boîte : le comité du 15 février 2027 est à préparer');
    expect((await committeeNotices(db, 'boite', '2027-02-01')).map((own) => own.session)).toContain(id);
    await giveUpSession(db, { service: 'boite', id }, author);
  });

  test('even once its tasks are forgotten, a message does not leave again', async () => {
    await db.deleteFrom('job').execute();
    const { to, outcomes } = await run('2026-11-30T09:00:00.000Z');
    expect(to).toEqual([]);
    expect(outcomes).toEqual([expect.stringMatching(/Déjà envoyé/), expect.stringMatching(/Déjà envoyé/)]);
  });

  test('the message of the week says first what the committee waits for', async () => {
    const waiting = (await committeeNotices(db, 'boite', '2026-11-30')).map(({ sentence }) => sentence);
    const digest = await weekDigest(db, { service: 'boite', week: '2026-W49', address: '', waiting });
    expect(plain(digest?.lines[0] ?? '')).toBe(
      'Le comité du 10 décembre 2026 est à préparer ; l’argent s’arrête le 28 décembre 2026.',
    );
    expect(digest?.lines[1]).toMatch(/pas encore faite/);
  });

  test('who lost their role before it left is not told, nor anyone of what is done meanwhile', async () => {
    const late = await prepareSession(db, 'autre', typed, author);
    await ask('2026-12-01T09:00:00.000Z');
    await db.deleteFrom('membership').where('account', '=', 'voisin').execute();
    await db
      .updateTable('committee_session')
      .set({ evidence: '{}', evidence_sha256: 'a', frozen_on: '2026-11-30', frozen_by: 'x' })
      .where('id', '=', late)
      .execute();
    const { to, outcomes } = await run('2026-12-01T09:01:00.000Z');
    expect(to).toEqual([]);
    expect(outcomes.toSorted()).toEqual([
      expect.stringMatching(/n’a plus de rôle/),
      expect.stringMatching(/C’est déjà fait/),
    ]);
  });

  test('six months after a decision its look back is told once, and not once it is written', async () => {
    await giveUpSession(db, { service: 'boite', id: session }, author);
    await decidedCommittee(db, { service: 'boite', decidedOn: '2026-12-10' });
    expect((await run('2027-06-09T09:00:00.000Z')).to).toEqual([]);
    expect((await run('2027-06-10T09:00:00.000Z')).to).toEqual(['membre@exemple.fr', 'sponsor@exemple.fr']);
    expect(plain(sent[0]?.subject ?? '')).toBe('La Boîte : six mois après la décision du 10 décembre 2026');
    expect((await run('2027-06-11T09:00:00.000Z')).to).toEqual([]);
    const [decision] = await readDecisions(db, ['boite']);
    if (decision === undefined) throw new Error('the decision must be there');
    const found = { figures: [], publication: null };
    const said = { verdict: 'as-hoped', word: 'Fermé.', found } as const;
    await writeCheck(db, decision, said, { author, today: '2027-12-10' });
    expect((await run('2027-12-11T09:00:00.000Z')).to).toEqual([]);
  });
});
