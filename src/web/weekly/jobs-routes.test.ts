import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { failJob } from '../../platform/jobs/settle-job.ts';
import { takeJob } from '../../platform/jobs/take-job.ts';
import { createService } from '../../portfolio/create-service.ts';
import { type Browser, type TestSite, testSite } from '../accounts/test-site.tsx';

let db: Database;
let site: TestSite;
let admin: Browser;
beforeAll(async () => {
  const [embedded] = testDatabases();
  if (embedded === undefined) throw new Error('no database');
  db = await embedded.open();
  site = testSite(db);
  const by = { actor: 'foulee', at: site.context.now() };
  await createService(db, { id: 'estime', name: 'Estime' }, by);
  await createService(db, { id: 'autre', name: 'Autre' }, by);
  admin = await site.firstAdministrator('admin@exemple.fr');
  for (const service of ['estime', 'autre']) {
    const job = { key: service, kind: 'walk', service, payload: {}, mostAttempts: 1 };
    await addJob(db, job, site.context.now());
    const taken = await takeJob(site.context, ['walk']);
    if (taken !== null) await failJob(site.context, taken, `Le fichier de ${service} manque.`);
  }
});
afterAll(() => db.destroy());

async function join(email: string, role: string): Promise<Browser> {
  await admin.open('/equipe/services/estime/membres');
  await admin.send('/equipe/services/estime/membres', { email, role });
  const browser = await site.browser().open(site.lastLink());
  return browser.send('/connexion/confirmer');
}

const states = async () =>
  Object.fromEntries(
    (await db.selectFrom('job').select(['service', 'state']).execute()).map((job) => [
      job.service,
      job.state,
    ]),
  );

test('administrators see every task and why it failed; a team sees its own, and asks for it again', async () => {
  const all = await admin.open('/equipe/taches');
  expect(all.html).toContain('Échouée après 1');
  expect(all.html).toContain('Le fichier de autre manque.');
  const member = await join('membre@exemple.fr', 'member');
  expect((await member.open('/equipe/taches')).status).toBe(404);
  expect((await member.open('/equipe/services/autre/taches')).status).toBe(404);
  const own = await member.open('/equipe/services/estime/taches');
  expect(own.html).toContain('Le fichier de estime manque.');
  expect(own.html).not.toContain('Le fichier de autre manque.');
  const [action = ''] = /\/equipe\/services\/estime\/taches\/\w+\/relancer/.exec(own.html) ?? [];
  const other = await db
    .selectFrom('job')
    .select('id')
    .where('service', '=', 'autre')
    .executeTakeFirstOrThrow();
  const stolen = action.replace(/taches\/\w+/, `taches/${other.id}`);
  const fields = Object.fromEntries(
    [...own.html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  expect((await member.post(stolen, fields)).status).toBe(404);
  await member.open('/equipe/services/estime/taches');
  expect((await member.send(action)).status).toBe(303);
  expect(await states()).toEqual({ estime: 'waiting', autre: 'failed' });
});

test('a sponsor reads, and asks for nothing', async () => {
  const sponsor = await join('sponsor@exemple.fr', 'sponsor');
  const page = await sponsor.open('/equipe/services/estime/taches');
  expect([page.status, page.html.includes('relancer"')]).toEqual([200, false]);
});
