import { afterAll, beforeAll, expect, test } from 'vitest';
import { decidedCommittee } from '../src/committee/sessions/fixtures/decided-committee.ts';
import { giveUpSession, prepareSession } from '../src/committee/sessions/prepare-session.ts';
import type { Database } from '../src/platform/database/database.ts';
import { createService } from '../src/portfolio/create-service.ts';
import { workplace } from './command-line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { inDatabase, pause, startSite } from './real-site.ts';

const place = workplace();
const author = { actor: 'foulee', role: 'sponsor', at: '2026-11-01T10:00:00.000Z' };
const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ');

let mails: MailServer;
beforeAll(async () => {
  mails = await startMailServer();
});
afterAll(async () => {
  await mails?.close();
  place.clean();
});

/** A site opened at an instant, closed once `rank` messages came in all and no other follows. */
async function openAt(at: string, rank: number): Promise<void> {
  const site = await startSite(place, { at, settings: mails.settings });
  if (rank > 0) await mails.message(rank);
  await pause(2000);
  expect(await site.end('SIGTERM')).toBe(0);
  expect(mails.received).toHaveLength(rank);
}

async function withSponsor(db: Database): Promise<string> {
  await createService(db, { id: 'boite', name: 'La Boîte' }, author);
  await db
    .insertInto('account')
    .values({ id: 'sponsor', email: 'sponsor@exemple.fr', created_at: author.at })
    .execute();
  await db
    .insertInto('membership')
    .values({ id: 's', account: 'sponsor', role: 'sponsor', service: 'boite', created_at: author.at })
    .execute();
  const typed = { plannedOn: '2026-12-10', moneyEndsOn: '2026-12-20', question: '' };
  return prepareSession(db, 'boite', typed, author);
}

test('a sponsor is written to a month before the money ends, then six and twelve months after deciding, once', async () => {
  const session = await inDatabase(place, withSponsor);
  await openAt('2026-11-19T10:00:00.000Z', 0);
  await openAt('2026-11-20T08:01:00.000Z', 1);
  await openAt('2026-11-20T12:00:00.000Z', 1);
  const [prepare] = mails.received;
  expect(plain(prepare?.subject)).toBe('La Boîte : le comité du 10 décembre 2026 est à préparer');
  expect(plain(prepare?.text)).toContain('L’argent s’arrête le 20 décembre 2026.');
  expect(prepare?.text).toContain(`/equipe/services/boite/comites/${session}`);
  await inDatabase(place, async (db) => {
    await giveUpSession(db, { service: 'boite', id: session }, author);
    await decidedCommittee(db, { service: 'boite', decidedOn: '2026-12-10' });
  });
  await openAt('2027-06-09T10:00:00.000Z', 1);
  await openAt('2027-06-10T10:00:00.000Z', 2);
  await openAt('2027-12-10T10:00:00.000Z', 3);
  expect(mails.received.slice(1).map(({ subject }) => plain(subject))).toEqual([
    'La Boîte : six mois après la décision du 10 décembre 2026',
    'La Boîte : un an après la décision du 10 décembre 2026',
  ]);
}, 300_000);
