import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openProvider } from '../../platform/accounts/oidc/provider.ts';
import {
  clientId,
  clientSecret,
  type Person,
  startTestProvider,
} from '../../platform/accounts/oidc/test-provider.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import type { OidcSetting } from '../../platform/sign-in-settings.ts';
import { address, type Browser, pathOf, type TestSite, testSite } from './test-site.tsx';

const marie: Person = {
  subject: 'sub-marie',
  acr: 'eidas1',
  claims: {
    email: 'Marie.Dupont@exemple.gouv.fr',
    given_name: 'Marie',
    usual_name: '<b>Dupont</b>',
    siret: '13002526500013',
    uid: '42',
  },
};

describe.each(testDatabases())('an OpenID Connect provider, on $name', ({ open }) => {
  let db: Database;
  let real: Awaited<ReturnType<typeof startTestProvider>>;
  let site: TestSite;
  beforeAll(async () => {
    db = await open();
    real = await startTestProvider(`${address}/connexion/retour`, `${address}/connexion`);
  });
  afterAll(async () => {
    await real.close();
    await db.destroy();
  });
  beforeEach(async () => {
    for (const table of ['session', 'membership', 'invitation', 'account'] as const) {
      await db.deleteFrom(table).execute();
    }
    real.forgeUserinfo(null);
    real.signInAs(marie);
    site = siteWith('proconnect');
  });

  const siteWith = (preset: OidcSetting['preset']) =>
    testSite(
      db,
      openProvider({ preset, issuer: real.issuer, clientId, clientSecret, name: 'ProConnect' }, address),
    );

  /** To the provider and back; returns the way back, not yet taken. */
  async function wayBack(browser: Browser, suite = ''): Promise<string> {
    await browser.open(`/connexion/fournisseur${suite}`);
    return pathOf(await real.follow(browser.location ?? ''));
  }

  async function signIn(): Promise<Browser> {
    const browser = site.browser();
    return browser.open(await wayBack(browser));
  }

  test('the request carries PKCE, state, nonce, the scopes and the level of ProConnect', async () => {
    const browser = await site.browser().open('/connexion/fournisseur');
    const { searchParams } = new URL(browser.location ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid uid given_name usual_name email siret',
      acr_values: 'eidas1',
      redirect_uri: `${address}/connexion/retour`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('a person comes in, with name, address and organisation from the signed userinfo', async () => {
    const browser = site.browser();
    await browser.open(await wayBack(browser, '?suite=/mon-compte'));
    expect([browser.status, browser.location]).toEqual([303, '/mon-compte']);
    const page = await browser.open('/mon-compte');
    expect(page.html).toContain('Marie &lt;b&gt;Dupont&lt;/b&gt;');
    expect(page.html).toContain('marie.dupont@exemple.gouv.fr');
    expect(page.html).toContain('13002526500013');
  });

  test('the same person keeps one account, under a new name and address too', async () => {
    await signIn();
    real.signInAs({ ...marie, claims: { ...marie.claims, email: 'marie.martin@exemple.gouv.fr' } });
    await signIn();
    const accounts = await db.selectFrom('account').select(['email', 'issuer_subject']).execute();
    expect(accounts).toEqual([{ email: 'marie.martin@exemple.gouv.fr', issuer_subject: 'sub-marie' }]);
  });

  test('an invitation to the address is accepted on arrival', async () => {
    await db
      .insertInto('invitation')
      .values({
        id: 'one',
        email: 'marie.dupont@exemple.gouv.fr',
        role: 'administrator',
        created_at: site.context.now(),
        expires_at: '2027-01-01T00:00:00.000Z',
      })
      .execute();
    const browser = await signIn();
    expect((await browser.open('/equipe')).html).toContain('toute l’installation');
  });

  test('an address passed on to someone else opens nothing of who had it before', async () => {
    await signIn();
    real.signInAs({ ...marie, subject: 'sub-other' });
    await signIn();
    const accounts = await db
      .selectFrom('account')
      .select(['email', 'issuer_subject'])
      .orderBy('email')
      .execute();
    expect(accounts).toEqual([
      { email: 'marie.dupont@exemple.gouv.fr', issuer_subject: 'sub-marie' },
      { email: null, issuer_subject: 'sub-other' },
    ]);
  });

  test('another provider’s unverified address opens no account that exists', async () => {
    site = siteWith('generic');
    await db
      .insertInto('account')
      .values({ id: 'holder', email: 'marie.dupont@exemple.gouv.fr', created_at: site.context.now() })
      .execute();
    await signIn();
    const sessions = await db.selectFrom('session').select('account').execute();
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.account).not.toBe('holder');
    real.signInAs({ ...marie, claims: { ...marie.claims, email_verified: true }, subject: 'sub-sure' });
    await signIn();
    expect(
      (await db.selectFrom('session').select('account').execute()).map(({ account }) => account),
    ).toContain('holder');
  });

  const refused: readonly (readonly [string, (browser: Browser, back: string) => Promise<Browser>])[] = [
    [
      'a state that is not ours',
      (browser, back) => browser.open(back.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)),
    ],
    ['no state', (browser, back) => browser.open(back.replace(/state=[^&]+/, ''))],
    ['another browser', (_, back) => site.browser().open(back)],
    [
      'a code that is not the provider’s',
      (browser, back) => browser.open(back.replace(/code=[^&]+/, 'code=forged')),
    ],
    [
      'a way back already taken',
      async (browser, back) => {
        const twin = site.browser();
        for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
        await browser.open(back);
        await db.deleteFrom('session').execute();
        return twin.open(back);
      },
    ],
    [
      'a code already used, under a new state',
      async (browser, back) => {
        const twin = site.browser();
        for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
        await browser.open(back);
        await db.deleteFrom('session').execute();
        const again = await wayBack(twin);
        return twin.open(again.replace(/code=[^&]+/, /code=[^&]+/.exec(back)?.[0] ?? ''));
      },
    ],
    [
      'a nonce that is not the one asked for',
      async (browser, back) => {
        await db.updateTable('oidc_request').set({ nonce: 'other' }).execute();
        return browser.open(back);
      },
    ],
    [
      'a PKCE verifier that is not the one announced',
      async (browser, back) => {
        await db
          .updateTable('oidc_request')
          .set({ code_verifier: 'x'.repeat(43) })
          .execute();
        return browser.open(back);
      },
    ],
    [
      'ten minutes later',
      (browser, back) => {
        site.wait(10 * 60_000);
        return browser.open(back);
      },
    ],
    [
      'userinfo whose signature is not the provider’s',
      (browser, back) => {
        real.forgeUserinfo((jwt) => `${jwt.slice(0, -8)}AAAAAAAA`);
        return browser.open(back);
      },
    ],
    [
      'userinfo of someone else',
      (browser, back) => {
        real.forgeUserinfo((jwt) => {
          const [head, , signature] = jwt.split('.');
          const body = { sub: 'sub-boss', iss: real.issuer, aud: clientId, email: 'cheffe@exemple.gouv.fr' };
          return `${head}.${Buffer.from(JSON.stringify(body)).toString('base64url')}.${signature}`;
        });
        return browser.open(back);
      },
    ],
    [
      'the provider saying no',
      (browser, back) => browser.open(`${back.replace(/code=[^&]+/, 'error=access_denied')}`),
    ],
  ];

  test.each(refused)('refused: %s', async (_, take) => {
    const browser = site.browser();
    const answer = await take(browser, await wayBack(browser));
    expect([answer.status, answer.html.includes('La connexion n’a pas abouti')]).toEqual([410, true]);
    expect([...answer.cookies.keys()]).not.toContain('__Host-foulee-session');
    expect(await db.selectFrom('session').select('id').execute()).toEqual([]);
    expect(answer.html).not.toContain('access_denied');
  });

  test('refused: a level of assurance lower than asked', async () => {
    real.signInAs({ ...marie, acr: 'eidas0' });
    const browser = await signIn();
    expect(browser.status).toBe(410);
  });

  test('signing out here offers to sign out there, and comes back', async () => {
    const browser = await signIn();
    await browser.open('/mon-compte');
    await browser.send('/deconnexion');
    expect(browser.status).toBe(200);
    const [, there = ''] = /<a class="fr-btn" href="([^"]*)"/.exec(browser.html) ?? [];
    const { origin, searchParams } = new URL(there.replaceAll('&amp;', '&'));
    expect([origin, searchParams.get('post_logout_redirect_uri')]).toEqual([
      real.issuer,
      `${address}/connexion`,
    ]);
    expect(searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
    const asked = await fetch(there.replaceAll('&amp;', '&'));
    expect(asked.status).toBe(200);
  });

  test('a provider that does not answer is said, and tried again next time', async () => {
    const setting = { preset: 'generic', clientId, clientSecret, name: 'X' } as const;
    const down = testSite(db, openProvider({ ...setting, issuer: 'http://127.0.0.1:1' }, address));
    const browser = await down.browser().open('/connexion/fournisseur');
    expect([browser.status, browser.html.includes('ne répond pas')]).toEqual([502, true]);
  });
});
