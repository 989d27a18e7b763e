import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openProvider } from '../../platform/accounts/oidc/provider.ts';
import {
  clientId,
  clientSecret,
  type Person,
  startTestProvider,
} from '../../platform/accounts/oidc/test-provider.ts';
import { spacedSiret } from '../../platform/accounts/siret.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { address, type Browser, pathOf, type TestSite, testSite } from './test-site.tsx';

const dinum = '13002526500013';
const other = '73282932000074';
const marie = (siret: string | undefined): Person => ({
  subject: 'sub-marie',
  acr: 'eidas1',
  claims: { email: 'marie.dupont@exemple.gouv.fr', email_verified: true, given_name: 'Marie', siret },
});
const team = '/equipe/organisations/dinum/membres';
const read = ['/equipe/services/estime', '/equipe/services/estime/foulee', '/equipe/services/estime/plan'];

describe.each(testDatabases())('reading by the SIRET that ProConnect gives, on $name', ({ open }) => {
  let db: Database;
  let real: Awaited<ReturnType<typeof startTestProvider>>;
  let site: TestSite;
  let admin: Browser;
  const siteWith = (preset: 'proconnect' | 'generic') =>
    testSite(
      db,
      openProvider({ preset, issuer: real.issuer, clientId, clientSecret, name: 'ProConnect' }, address),
    );

  beforeAll(async () => {
    db = await open();
    real = await startTestProvider(`${address}/connexion/retour`, `${address}/connexion`);
    const organisations = ['dinum', 'voisine'].map((id) => ({ id, name: id, other: '{}' }));
    await db.insertInto('organisation').values(organisations).execute();
    const by = { actor: 'foulee', at: '2026-11-23T08:00:00.000Z' };
    for (const [id, organisation] of [
      ['estime', 'dinum'],
      ['secret', 'voisine'],
    ] as const) {
      await createService(db, { id, name: `Service ${id}` }, by);
      const link = { service_id: id, organisation_id: organisation, position: 0 };
      await db.insertInto('service_organisation').values(link).execute();
    }
  });
  afterAll(async () => {
    await real.close();
    await db.destroy();
  });
  beforeEach(async () => {
    for (const table of ['session', 'api_key', 'membership', 'invitation', 'login_request'] as const) {
      await db.deleteFrom(table).execute();
    }
    await db.deleteFrom('organisation_siret').execute();
    await db.deleteFrom('login_token').execute();
    await db.deleteFrom('account').execute();
    site = siteWith('proconnect');
    admin = await site.firstAdministrator('admin@exemple.fr');
  });

  async function comeFrom(siret: string | undefined, by = site): Promise<Browser> {
    real.signInAs(marie(siret));
    const browser = await by.browser().open('/connexion/fournisseur');
    return browser.open(pathOf(await real.follow(browser.location ?? '')));
  }
  async function tie(siret = dinum): Promise<Browser> {
    await admin.open(team);
    return admin.send(`${team}/sirets`, { siret });
  }
  async function untie(siret = dinum): Promise<Browser> {
    await admin.open(team);
    return admin.send(`${team}/sirets/${siret}/delier`);
  }
  async function join(email: string, role: string, path: string): Promise<Browser> {
    await admin.open(path);
    await admin.send(path, { email, role });
    const browser = await site.browser().open(site.lastLink());
    return browser.send('/connexion/confirmer');
  }
  async function statusesOf(browser: Browser, paths: readonly string[]): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await browser.open(path)).status);
    return statuses;
  }
  const begun = () =>
    db
      .selectFrom('audit_entry')
      .select('number')
      .execute()
      .then((all) => all.length);
  const lines = (action: string, since = 0) =>
    db
      .selectFrom('audit_entry')
      .select(['object_id', 'organisation', 'outcome'])
      .where('action', '=', action)
      .where('number', '>', since)
      .orderBy('number')
      .execute();

  test('who comes from a tied establishment reads the services of the organisation, and them only', async () => {
    await tie('130 025 265 00013');
    const marie = await comeFrom(dinum);
    const home = await marie.open('/equipe');
    expect(home.html).toMatch(/Service estime[\s\S]*Lecteur[\s\S]*organisation dinum \(Lecteur/);
    expect(home.html).not.toContain('Service secret');
    expect(await statusesOf(marie, read)).toEqual([200, 200, 200]);
    expect(await statusesOf(marie, ['/equipe/services/secret', '/equipe/journal'])).toEqual([404, 404]);
    const page = await marie.open('/equipe/services/estime');
    for (const hidden of ['/membres', 'type="file"']) expect(page.html).not.toContain(hidden);
  });

  test('reading is all: not the names of the team, nor a reminder, a key, a file, a plan', async () => {
    await tie();
    const marie = await comeFrom(dinum);
    const members = await marie.open('/equipe/services/estime/membres');
    expect([members.status, members.html.includes('@exemple.fr')]).toEqual([403, false]);
    expect(await statusesOf(marie, [team, '/equipe/services/estime/rappels'])).toEqual([403, 403]);
    await marie.open('/mon-compte');
    const form = hiddenIn(marie);
    for (const path of [
      ...['membres', 'membres/cles', 'rappels', 'rappels/agenda', 'plan', 'foulee/notes'],
      ...['publications', 'collecte/cles', 'donnees'],
    ]) {
      const answer = await marie.post(`/equipe/services/estime/${path}`, {
        ...form,
        email: 'a@exemple.fr',
        role: 'member',
        name: 'clé',
        faire: 'enregistrer',
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    for (const table of ['invitation', 'api_key', 'reminder', 'weekly_entry', 'plan_version'] as const) {
      expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    }
  });

  test('nothing is kept of it: untied, the session that is open reads no more; tied again, it does', async () => {
    const marie = await comeFrom(dinum);
    expect(await statusesOf(marie, read)).toEqual([404, 404, 404]);
    await tie();
    expect(await statusesOf(marie, read)).toEqual([200, 200, 200]);
    const roles = await db.selectFrom('membership').select('role').execute();
    expect(roles).toEqual([{ role: 'administrator' }]);
    await untie();
    expect(await statusesOf(marie, read)).toEqual([404, 404, 404]);
    expect((await marie.open('/equipe')).html).toContain('aucun rôle');
  });

  test.each([
    ['another establishment', other],
    ['none', undefined],
  ])('come again from %s, no session of theirs reads any more', async (_, siret) => {
    await tie();
    const before = await comeFrom(dinum);
    expect((await before.open('/equipe/services/estime')).status).toBe(200);
    const after = await comeFrom(siret);
    expect((await after.open('/equipe/services/estime')).status).toBe(404);
    expect((await before.open('/equipe/services/estime')).status).toBe(404);
    // Back there, what was opened for it reads again: it was never taken from a person, only from where they come.
    expect((await (await comeFrom(dinum)).open('/equipe/services/estime')).status).toBe(200);
  });

  test('another provider that says the same SIRET gives nothing, nor does a link of the same account', async () => {
    await tie();
    const generic = await comeFrom(dinum, siteWith('generic'));
    expect((await generic.open('/equipe/services/estime')).status).toBe(404);
    const proconnect = await comeFrom(dinum);
    expect((await proconnect.open('/equipe/services/estime')).status).toBe(200);
    const link = await site.signIn('marie.dupont@exemple.gouv.fr');
    expect((await link.open('/mon-compte')).html).toContain(dinum);
    expect((await link.open('/equipe/services/estime')).status).toBe(404);
  });

  test('a role that was given comes first, and stays once untied', async () => {
    await tie();
    await comeFrom(dinum);
    await join('marie.dupont@exemple.gouv.fr', 'member', '/equipe/services/estime/membres');
    const marie = await comeFrom(dinum);
    expect((await marie.open('/equipe')).html).toMatch(/<p[^>]*>Membre<\/p>/);
    await untie();
    expect((await marie.open('/equipe/services/estime/membres')).status).toBe(200);
  });

  test('tying and untying are in the log, once each', async () => {
    const since = await begun();
    await tie();
    await tie();
    await untie();
    expect(await lines('siret.tie', since)).toEqual([
      { object_id: dinum, organisation: 'dinum', outcome: 'done' },
    ]);
    expect(await lines('siret.untie', since)).toEqual([
      { object_id: dinum, organisation: 'dinum', outcome: 'done' },
    ]);
    expect((await admin.open('/equipe/journal')).html).toContain('SIRET relié à l’organisation');
    const again = await admin.post(`${team}/sirets/${dinum}/delier`, hiddenIn(await admin.open(team)));
    expect(again.status).toBe(404);
  });

  test('an administrator of the organisation sees the SIRETs, and ties none; to others it does not exist', async () => {
    await tie();
    const boss = await join('cheffe@exemple.fr', 'administrator', team);
    const page = await boss.open(team);
    expect(page.html).toContain(spacedSiret(dinum));
    expect(page.html).not.toContain('Relier ce SIRET');
    const form = hiddenIn(page);
    expect((await boss.post(`${team}/sirets`, { ...form, siret: other })).status).toBe(403);
    expect((await boss.post(`${team}/sirets/${dinum}/delier`, form)).status).toBe(403);
    expect(
      (await boss.post(`${team.replace('dinum', 'voisine')}/sirets`, { ...form, siret: other })).status,
    ).toBe(404);
    expect(await db.selectFrom('organisation_siret').select('siret').execute()).toEqual([{ siret: dinum }]);
    const refused = (await lines('manage-members')).filter(({ outcome }) => outcome === 'refused');
    expect(refused.slice(-2)).toEqual(
      Array(2).fill({ object_id: 'dinum', organisation: 'dinum', outcome: 'refused' }),
    );
  });

  test.each([
    ['130 025 265', /SIREN/],
    ['13002526500014', /n’existe pas/],
    ['<script>alert(1)</script>', /que des chiffres/],
  ])('a bad SIRET is said, and nothing is tied: %s', async (siret, says) => {
    const page = await tie(siret);
    expect([page.status, page.html.includes('SIRET à corriger')]).toEqual([400, true]);
    expect(page.html).toMatch(says);
    expect(page.html).not.toContain('<script>');
    expect(await db.selectFrom('organisation_siret').select('siret').execute()).toEqual([]);
  });

  test('nobody is invited as a reader', async () => {
    await admin.open(team);
    expect(admin.html).not.toContain('value="reader"');
    expect((await admin.send(team, { email: 'a@exemple.fr', role: 'reader' })).status).toBe(400);
  });
});

function hiddenIn(browser: Browser): Record<string, string> {
  const fields = [...browser.html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}
