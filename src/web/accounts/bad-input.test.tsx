import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { newSecret } from '../../platform/ids.ts';
import { formTokenField } from './form-token.ts';
import { address, type Browser, type TestSite, testSite } from './test-site.tsx';

const urlencoded = 'application/x-www-form-urlencoded';
const key = '/equipe/membres';

interface BadRequest {
  readonly what: string;
  readonly status: number;
  readonly says: string;
  readonly send: (browser: Browser, token: string) => Promise<Browser>;
}

const invitation = (token: string) => ({
  [formTokenField]: token,
  email: 'a@exemple.fr',
  role: 'administrator',
});
const bad: readonly BadRequest[] = [
  {
    what: 'no form token',
    status: 403,
    says: 'Ce formulaire n’est plus valable',
    send: (browser) =>
      browser.post(key, { email: 'a@exemple.fr', role: 'administrator' }, { origin: address }),
  },
  {
    what: 'a forged form token',
    status: 403,
    says: 'Ce formulaire n’est plus valable',
    send: (browser) => browser.post(key, invitation(newSecret()), { origin: address }),
  },
  {
    what: 'the form token of another session',
    status: 403,
    says: 'Ce formulaire n’est plus valable',
    send: (browser, token) => {
      browser.cookies.set('__Host-foulee-session', newSecret());
      browser.cookies.set('__Host-foulee-visite', newSecret());
      return browser.post(key, invitation(token), { origin: address });
    },
  },
  {
    what: 'the right token sent by another site',
    status: 403,
    says: 'Ce formulaire n’est plus valable',
    send: (browser, token) => browser.post(key, invitation(token), { origin: 'https://ailleurs.test' }),
  },
  {
    what: 'the right token from a hidden origin',
    status: 403,
    says: 'Ce formulaire n’est plus valable',
    send: (browser, token) => browser.post(key, invitation(token), { origin: 'null' }),
  },
  {
    what: 'a body too large, announced',
    status: 413,
    says: 'Envoi trop gros',
    send: (browser, token) =>
      browser.request(key, {
        method: 'POST',
        body: `${formTokenField}=${token}&email=${'a'.repeat(20_000)}`,
        headers: { 'content-type': urlencoded, 'content-length': '20100' },
      }),
  },
  {
    what: 'a body too large, in pieces',
    status: 413,
    says: 'Envoi trop gros',
    send: (browser, token) =>
      browser.request(key, {
        method: 'POST',
        body: new Blob([`${formTokenField}=${token}&email=${'a'.repeat(20_000)}`]).stream(),
        headers: { 'content-type': urlencoded },
        duplex: 'half',
      } as RequestInit & { headers: Record<string, string> }),
  },
  {
    what: 'JSON where a form is expected',
    status: 400,
    says: 'Envoi à corriger',
    send: (browser, token) =>
      browser.request(key, {
        method: 'POST',
        body: JSON.stringify(invitation(token)),
        headers: { 'content-type': 'application/json' },
      }),
  },
  {
    what: 'a broken multipart body',
    status: 400,
    says: 'Envoi à corriger',
    send: (browser) =>
      browser.request(key, {
        method: 'POST',
        body: '--x\r\nnothing',
        headers: { 'content-type': 'multipart/form-data; boundary=y' },
      }),
  },
  {
    what: 'an unknown role',
    status: 400,
    says: 'Envoi à corriger',
    send: (browser, token) => browser.post(key, { ...invitation(token), role: 'root' }),
  },
  {
    what: 'a role that no installation has',
    status: 400,
    says: 'Envoi à corriger',
    send: (browser, token) => browser.post(key, { ...invitation(token), role: 'member' }),
  },
  {
    what: 'an address that is not one',
    status: 400,
    says: 'Adresse à corriger',
    send: (browser, token) => browser.post(key, { ...invitation(token), email: '<script>alert(1)</script>' }),
  },
  {
    what: 'two addresses in one',
    status: 400,
    says: 'Adresse à corriger',
    send: (browser, token) => browser.post(key, { ...invitation(token), email: 'a@exemple.fr,b@exemple.fr' }),
  },
  {
    what: 'a header slipped into an address',
    status: 400,
    says: 'Adresse à corriger',
    send: (browser, token) =>
      browser.post(key, { ...invitation(token), email: 'a@exemple.fr\r\nBcc: b@exemple.fr' }),
  },
  {
    what: 'a forged session, to do something',
    status: 401,
    says: 'Connectez-vous d’abord',
    send: async (browser) => {
      browser.cookies.set('__Host-foulee-session', newSecret());
      await browser.open('/connexion');
      const token = /name="jeton_formulaire" value="([^"]*)"/.exec(browser.html)?.[1] ?? '';
      return browser.post(key, invitation(token));
    },
  },
  {
    what: 'a session cookie full of anything',
    status: 303,
    says: '',
    send: (browser) => {
      browser.cookies.set('__Host-foulee-session', "' or 1=1 --%00%ff");
      return browser.open(key);
    },
  },
  {
    what: 'a forged link',
    status: 410,
    says: 'Ce lien n’est plus valable',
    send: (browser) => browser.open(`/connexion/confirmer?jeton=${newSecret()}`),
  },
  {
    what: 'a link without its token',
    status: 410,
    says: 'Ce lien n’est plus valable',
    send: (browser) => browser.open('/connexion/confirmer'),
  },
  {
    what: 'a forged link, confirmed',
    status: 410,
    says: 'Ce lien n’est plus valable',
    send: (browser, token) =>
      browser.post('/connexion/confirmer', { [formTokenField]: token, jeton: newSecret() }),
  },
  {
    what: 'a service that does not exist',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser) => browser.open('/equipe/services/nexiste-pas/membres'),
  },
  {
    what: 'a path trick in a service',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser) => browser.open('/equipe/services/..%2F..%2Fetc%2Fpasswd/membres'),
  },
  {
    what: 'a null byte in a service',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser) => browser.open('/equipe/services/a%00b/membres'),
  },
  {
    what: 'a null byte in a key',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser, token) => browser.post('/mon-compte/cles/%00/revoquer', { [formTokenField]: token }),
  },
  {
    what: 'a null byte in a form',
    status: 400,
    says: 'Envoi à corriger',
    send: (browser, token) => browser.post(key, { ...invitation(token), role: 'administrator\0' }),
  },
  {
    what: 'a script in a service',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser) => browser.open('/equipe/services/%3Cscript%3Ealert(1)%3C%2Fscript%3E/membres'),
  },
  {
    what: 'someone else’s session to close',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser, token) => browser.post('/mon-compte/connexions/0/fermer', { [formTokenField]: token }),
  },
  {
    what: 'someone else’s key to revoke',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser, token) => browser.post('/mon-compte/cles/0/revoquer', { [formTokenField]: token }),
  },
  {
    what: 'a key on the whole installation',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser, token) => browser.post(`${key}/cles`, { [formTokenField]: token, name: 'tout' }),
  },
  {
    what: 'no provider to come back from',
    status: 404,
    says: 'Rien à cette adresse',
    send: (browser) => browser.open('/connexion/retour?code=x&state=y'),
  },
];

describe.each(testDatabases())('bad input, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    admin = await site.firstAdministrator('admin@exemple.fr');
  });
  beforeEach(() => db.deleteFrom('login_request').execute());
  afterAll(() => db.destroy());

  const kept = async () => {
    const tables = ['account', 'membership', 'invitation', 'login_token', 'session', 'api_key'] as const;
    return JSON.stringify(
      await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())),
    );
  };

  test.each(bad)('$what: $status, said plainly, nothing changed', async ({ status, says, send }) => {
    const browser = site.browser();
    for (const [name, value] of admin.cookies) browser.cookies.set(name, value);
    await browser.open('/mon-compte');
    const token = /name="jeton_formulaire" value="([^"]*)"/.exec(browser.html)?.[1] ?? '';
    const before = await kept();
    const answer = await send(browser, token);
    expect([answer.status, answer.html.includes(says)]).toEqual([status, true]);
    expect(answer.html).not.toMatch(/\bat \/|Error|postgres|<script/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(await kept()).toBe(before);
    expect(site.sent).toEqual([]);
  });

  test('the same request, done well, goes through', async () => {
    await admin.open(key);
    await admin.send(key, { email: 'seconde@exemple.fr', role: 'administrator' });
    expect([admin.status, site.sent.length]).toEqual([303, 1]);
  });
});
