import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { firstAdministratorLink } from '../../platform/accounts/first-administrator.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { address, type Browser, pathOf, type TestSite, testSite } from './test-site.tsx';

const minute = 60_000;
const day = 86_400_000;

describe.each(testDatabases())('signing in, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  beforeAll(async () => {
    db = await open();
    admin = await testSite(db).firstAdministrator('admin@exemple.fr');
  });
  beforeEach(async () => {
    site = testSite(db);
    await db.deleteFrom('login_request').execute();
  });
  afterAll(() => db.destroy());

  const ask = async (email: string) => {
    const browser = await site.browser().open('/connexion');
    return browser.send('/connexion', { email });
  };

  test('the first administrator’s link works once, and there is none afterwards', async () => {
    expect([admin.status, admin.location]).toEqual([303, '/equipe']);
    const page = await admin.open('/equipe');
    expect(page.html).toContain('toute l’installation');
    expect(await firstAdministratorLink(site.context, address)).toBeNull();
  });

  test('the cookie is out of reach of scripts and other sites', async () => {
    const browser = await site.signIn('admin@exemple.fr');
    expect([...browser.cookies.keys()]).toEqual(['__Host-foulee-session']);
    const given = browser.headers.getSetCookie()[0];
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(given).toContain(part);
  });

  test('known or unknown, an address gets the same answer; only the known one gets a link', async () => {
    const known = await ask('Admin@Exemple.fr ');
    const unknown = await ask('inconnue@exemple.fr');
    expect([known.status, known.location, known.html]).toEqual([303, '/connexion/lien-envoye', '']);
    expect([unknown.status, unknown.location, unknown.html]).toEqual([303, '/connexion/lien-envoye', '']);
    expect(site.sent.map(({ to }) => to)).toEqual(['admin@exemple.fr']);
    const kept = await db.selectFrom('login_token').select('email').execute();
    expect(JSON.stringify(kept)).not.toContain('inconnue');
  });

  test('opening the link signs nobody in; the button does, once', async () => {
    await ask('admin@exemple.fr');
    const scanner = await site.browser().open(site.lastLink());
    expect([scanner.status, [...scanner.cookies.keys()]]).toEqual([200, ['__Host-foulee-visite']]);
    const person = await site.browser().open(site.lastLink());
    await person.send('/connexion/confirmer');
    expect(person.location).toBe('/equipe');
    expect((await person.open('/mon-compte')).html).toContain('Firefox sur Linux (celui-ci)');
    const replay = await scanner.send('/connexion/confirmer');
    expect(replay.status).toBe(410);
    expect(replay.html).toContain('Ce lien n’est plus valable');
    expect((await replay.open('/mon-compte')).location).toBe('/connexion?suite=%2Fmon-compte');
  });

  test('only a hash of the link is kept', async () => {
    await ask('admin@exemple.fr');
    const token = site.lastLink().split('=').at(-1) ?? '';
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await db.selectFrom('login_token').selectAll().execute())).not.toContain(token);
    const [session] = admin.cookies.values();
    expect(JSON.stringify(await db.selectFrom('session').selectAll().execute())).not.toContain(session);
  });

  test('after a quarter of an hour the link is too old', async () => {
    await ask('admin@exemple.fr');
    const browser = await site.browser().open(site.lastLink());
    site.wait(15 * minute);
    expect((await browser.send('/connexion/confirmer')).status).toBe(410);
    expect((await site.browser().open(site.lastLink())).status).toBe(410);
  });

  test('a fourth request in a quarter of an hour waits, known address or not', async () => {
    for (const email of ['admin@exemple.fr', 'personne@exemple.fr']) {
      const statuses: number[] = [];
      for (let time = 0; time < 4; time++) statuses.push((await ask(email)).status);
      expect(statuses).toEqual([303, 303, 303, 429]);
    }
    expect(site.sent).toHaveLength(3);
    site.wait(15 * minute);
    expect((await ask('admin@exemple.fr')).status).toBe(303);
  });

  test('ten requests at once are counted one by one', async () => {
    const browser = await site.browser().open('/connexion');
    const form = { email: 'rafale@exemple.fr', ...hiddenOf(browser) };
    const sent = Array.from({ length: 10 }, async () => {
      const one = site.browser();
      for (const [name, value] of browser.cookies) one.cookies.set(name, value);
      return (await one.post('/connexion', form)).status;
    });
    const statuses = await Promise.all(sent);
    expect(statuses.filter((status) => status === 303)).toHaveLength(3);
  });

  test('a session used every day lasts thirty days; unused, seven', async () => {
    const daily = await site.signIn('admin@exemple.fr');
    const forgotten = await site.signIn('admin@exemple.fr');
    for (let passed = 0; passed < 29; passed++) {
      site.wait(day);
      expect((await daily.open('/mon-compte')).status).toBe(200);
      if (passed === 7) expect((await forgotten.open('/mon-compte')).status).toBe(303);
    }
    site.wait(day);
    expect((await daily.open('/mon-compte')).location).toBe('/connexion?suite=%2Fmon-compte');
  });

  test('a person sees their sessions and ends one', async () => {
    await db.deleteFrom('session').execute();
    const office = await site.signIn('admin@exemple.fr');
    const phone = await site.signIn('admin@exemple.fr');
    await phone.open('/mon-compte');
    const [other] = await db.selectFrom('session').select('id').orderBy('created_at').execute();
    expect(phone.html.match(/\/fermer"/g)).toHaveLength(2);
    const closed = [...phone.html.matchAll(/action="([^"]*\/fermer)"/g)].map(([, action = '']) => action);
    await phone.send(closed.find((action) => action.includes(other?.id ?? '?')) ?? '');
    const left = await Promise.all(
      [office, phone].map(async (one) => (await one.open('/mon-compte')).status),
    );
    expect(left.toSorted()).toEqual([200, 303]);
  });

  test('signing out ends the session, not the cookie alone', async () => {
    const browser = await site.signIn('admin@exemple.fr');
    const stolen = site.browser();
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);
    await browser.open('/mon-compte');
    await browser.send('/deconnexion');
    expect(browser.cookies.has('__Host-foulee-session')).toBe(false);
    expect((await stolen.open('/mon-compte')).status).toBe(303);
  });

  test('a return address leads nowhere but this site', async () => {
    const browser = await site.browser().open('/connexion?suite=//ailleurs.test/mon-compte');
    expect(browser.html).toContain('name="suite" value="/equipe"');
    await browser.open('/connexion?suite=/mon-compte');
    expect(browser.html).toContain('name="suite" value="/mon-compte"');
  });

  test('a new first administrator’s link ends the one before', async () => {
    const other = await open();
    const empty = testSite(other);
    const first = pathOf((await firstAdministratorLink(empty.context, address)) ?? '');
    const second = pathOf((await firstAdministratorLink(empty.context, address)) ?? '');
    expect((await empty.browser().open(first)).status).toBe(410);
    expect((await empty.browser().open(second)).html).toContain('Devenir administrateur');
    await other.destroy();
  });
});

function hiddenOf(browser: Browser): Record<string, string> {
  const fields = [...browser.html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}
