import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findApiKey } from '../../platform/accounts/find-api-key.ts';
import type { Database } from '../../platform/database/database.ts';
import type { RoleName } from '../../platform/database/tables/accounts.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { type Browser, type TestSite, testSite } from './test-site.tsx';

describe.each(testDatabases())('teams, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  beforeAll(async () => {
    db = await open();
    await db
      .insertInto('organisation')
      .values([
        { id: 'dinum', name: 'Dinum', other: '{}' },
        { id: 'voisine', name: 'Voisine', other: '{}' },
      ])
      .execute();
    for (const [service, organisation] of [
      ['estime', 'dinum'],
      ['secret', 'voisine'],
    ] as const) {
      const at = new Date(0);
      const common = { origin: 'local', search_text: '', created_at: at, updated_at: at } as const;
      const empty = { links: '{}', themes: '[]', technologies: '[]' };
      const name = `Service ${service}`;
      await db
        .insertInto('service')
        .values({ id: service, name, ...common, ...empty })
        .execute();
      const link = { service_id: service, organisation_id: organisation, position: 0 };
      await db.insertInto('service_organisation').values(link).execute();
    }
    site = testSite(db);
    admin = await site.firstAdministrator('admin@exemple.fr');
  });
  beforeEach(() => db.deleteFrom('login_request').execute());
  afterAll(() => db.destroy());

  const estime = '/equipe/services/estime/membres';

  /** Invites, then comes by the link of the invitation. */
  async function join(email: string, role: RoleName, path = estime): Promise<Browser> {
    await admin.open(path);
    await admin.send(path, { email, role });
    const browser = await site.browser().open(site.lastLink());
    return browser.send('/connexion/confirmer');
  }

  test('an invitation says what it is for, and gives the role once accepted', async () => {
    const member = await join('marie@exemple.fr', 'member');
    expect(site.sent.at(-1)?.text).toContain('avec le rôle « Membre » pour : Service estime');
    expect(member.location).toBe('/equipe');
    expect((await member.open('/equipe')).html).toContain('service estime</a> (Membre)');
    const page = await member.open(estime);
    expect([page.status, page.html.includes('marie@exemple.fr')]).toEqual([200, true]);
    expect(page.html).not.toContain('Inviter quelqu’un');
  });

  test('an invitation taken back gives nothing', async () => {
    await admin.open(estime);
    await admin.send(estime, { email: 'trop-vite@exemple.fr', role: 'sponsor' });
    const link = site.lastLink();
    await admin.open(estime);
    const [action = ''] = /[^"]*\/invitations\/[^"]*/.exec(admin.html) ?? [];
    await admin.send(action);
    expect((await site.browser().open(link)).status).toBe(410);
    expect((await admin.open(estime)).html).not.toContain('trop-vite@exemple.fr');
  });

  test('another organisation’s service answers as one that does not exist, to the byte', async () => {
    const stranger = await join('etrangere@exemple.fr', 'administrator');
    const own = await stranger.open(estime);
    expect(own.status).toBe(200);
    const unknown = await stranger.open('/equipe/services/nexiste-pas/membres');
    const answer = [unknown.status, unknown.html];
    const other = await stranger.open('/equipe/services/secret/membres');
    expect([other.status, other.html]).toEqual(answer);
    expect(other.status).toBe(404);
    expect(other.html).not.toContain('Service secret');
    const path = '/equipe/services/secret/membres';
    await stranger.open(estime);
    const forged = await stranger.post(path, {
      ...hidden(stranger),
      email: 'a@exemple.fr',
      role: 'administrator',
    });
    expect(forged.status).toBe(404);
    expect(await db.selectFrom('invitation').select('id').where('service', '=', 'secret').execute()).toEqual(
      [],
    );
  });

  test('a membership of another place cannot be removed through one’s own', async () => {
    await join('voisine@exemple.fr', 'member', '/equipe/services/secret/membres');
    const row = await db
      .selectFrom('membership')
      .select('id')
      .where('service', '=', 'secret')
      .executeTakeFirstOrThrow();
    const boss = await join('cheffe@exemple.fr', 'administrator');
    await boss.open(estime);
    const tried = await boss.post(`${estime}/${row.id}/retirer`, hidden(boss));
    expect(tried.status).toBe(404);
    expect(await db.selectFrom('membership').select('id').where('id', '=', row.id).execute()).toHaveLength(1);
  });

  test('a role on an organisation reaches its services only', async () => {
    const steward = await join('garant@exemple.fr', 'steward', '/equipe/organisations/dinum/membres');
    const statuses = [];
    for (const path of [estime, '/equipe/services/secret/membres', '/equipe/organisations/voisine/membres']) {
      statuses.push((await steward.open(path)).status);
    }
    expect(statuses).toEqual([200, 404, 404]);
  });

  test('a coach comes by invitation, reads the space of the service, and changes nothing in the team', async () => {
    const coach = await join('coach@exemple.fr', 'coach', '/equipe/organisations/dinum/membres');
    expect((await coach.open('/equipe')).html).toContain('(Coach)');
    const tried = await coach.post(`${estime}/cles`, {
      ...hidden(await coach.open('/mon-compte')),
      name: 'clé',
    });
    expect(tried.status).toBe(403);
  });

  test('what a role does not allow is refused, written in the log, and changes nothing', async () => {
    const sponsor = await join('sponsor@exemple.fr', 'sponsor');
    const form = hidden(await sponsor.open('/mon-compte'));
    const invited = await sponsor.post(estime, { ...form, email: 'b@exemple.fr', role: 'member' });
    expect([invited.status, invited.html.includes('Votre rôle ne le permet pas')]).toEqual([403, true]);
    const key = await sponsor.post(`${estime}/cles`, { ...form, name: 'clé' });
    expect(key.status).toBe(403);
    expect(
      await db.selectFrom('invitation').select('id').where('email', '=', 'b@exemple.fr').execute(),
    ).toEqual([]);
    const refused = await db
      .selectFrom('audit_entry')
      .select(['action', 'object_id'])
      .where('outcome', '=', 'refused')
      .orderBy('number')
      .execute();
    expect(refused.slice(-2)).toEqual([
      { action: 'manage-members', object_id: 'estime' },
      { action: 'manage-keys', object_id: 'estime' },
    ]);
  });

  test('an API key is shown once, works, says when it served, and stops when revoked', async () => {
    const member = await join('cle@exemple.fr', 'member');
    await member.open(estime);
    await member.send(`${estime}/cles`, { name: '<script>alert(1)</script>' });
    const secret = /foulee_[\w-]{43}/.exec(member.html)?.[0] ?? '';
    expect(secret).toHaveLength(50);
    const stored = JSON.stringify(await db.selectFrom('api_key').selectAll().execute());
    expect(stored).not.toContain(secret);
    expect(await findApiKey(site.context, secret)).toMatchObject({
      grants: [{ role: 'member', service: 'estime', organisation: null }],
    });
    expect(await findApiKey(site.context, `${secret.slice(0, -1)}!`)).toBeNull();
    const page = await member.open('/mon-compte');
    expect(page.html).not.toContain(secret);
    expect(page.html).toContain(`${secret.slice(0, 15)}…`);
    expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.html).not.toContain('<script>');
    expect(page.html).toContain(frenchDay('2026-11-27'));
    const [action = ''] = /[^"]*\/revoquer/.exec(page.html) ?? [];
    await member.send(action);
    expect(await findApiKey(site.context, secret)).toBeNull();
  });

  test('a key stops with the role of who made it', async () => {
    const member = await join('depart@exemple.fr', 'member');
    await member.open(estime);
    await member.send(`${estime}/cles`, { name: 'lundi' });
    const secret = /foulee_[\w-]{43}/.exec(member.html)?.[0] ?? '';
    expect(await findApiKey(site.context, secret)).not.toBeNull();
    await admin.open(estime);
    const row = admin.html.split('<tr>').find((part) => part.includes('depart@exemple.fr')) ?? '';
    const [action = ''] = /[^"]*\/retirer/.exec(row) ?? [];
    await admin.send(action);
    expect(await findApiKey(site.context, secret)).toBeNull();
    expect((await member.open(estime)).status).toBe(404);
  });

  test('a deleted account leaves nothing of the person, and an audit trail that still counts one', async () => {
    const leaver = await join('oubliee@exemple.fr', 'member');
    await leaver.open(estime);
    await leaver.send(`${estime}/cles`, { name: 'lundi' });
    const secret = /foulee_[\w-]{43}/.exec(leaver.html)?.[0] ?? '';
    await leaver.open('/mon-compte/supprimer');
    await leaver.send('/mon-compte/supprimer');
    expect(leaver.cookies.has('__Host-foulee-session')).toBe(false);
    expect(await findApiKey(site.context, secret)).toBeNull();
    for (const table of [
      'account',
      'invitation',
      'login_token',
      'session',
      'api_key',
      'audit_entry',
    ] as const) {
      const rows = await db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('oubliee');
    }
    const gone = await db
      .selectFrom('account')
      .select('id')
      .where('deleted_at', 'is not', null)
      .executeTakeFirstOrThrow();
    const trail = await db.selectFrom('audit_entry').select('action').where('actor', '=', gone.id).execute();
    expect(trail.map(({ action }) => action)).toEqual([
      'account.create',
      'invitation.accept',
      'session.open',
      'key.create',
      'account.delete',
    ]);
  });

  test('the last administrator can neither leave nor be removed; with a second one, the first can', async () => {
    const path = '/equipe/membres';
    await admin.open(path);
    const [action = ''] = /\/equipe\/membres\/\w+\/retirer/.exec(admin.html) ?? [];
    await admin.send(action);
    expect([admin.status, admin.html.includes('Il faut au moins un administrateur')]).toEqual([409, true]);
    await admin.open('/mon-compte/supprimer');
    expect((await admin.send('/mon-compte/supprimer')).status).toBe(409);

    const second = await join('seconde@exemple.fr', 'administrator', path);
    await Promise.all([admin.open('/mon-compte/supprimer'), second.open('/mon-compte/supprimer')]);
    await Promise.all([admin, second].map((one) => one.send('/mon-compte/supprimer')));
    expect([admin.status, second.status].toSorted()).toEqual([303, 409]);
    admin = admin.status === 409 ? admin : second;
    expect((await admin.open(path)).html.match(/retirer"/g)).toHaveLength(1);
  });

  test('the audit log is read by administrators, in order, without what it must not hold', async () => {
    const page = await admin.open('/equipe/journal');
    expect(page.status).toBe(200);
    expect(page.html).toContain('Compte supprimé');
    expect(page.html).toContain('Plus ancien');
    const first = await admin.open('/equipe/journal?avant=2');
    expect(first.html).toContain('Lien du premier administrateur créé');
    expect((await admin.open('/equipe/journal?avant=DROP')).status).toBe(200);
    const member = await join('curieuse@exemple.fr', 'member');
    expect((await member.open('/equipe/journal')).status).toBe(404);
    const log = JSON.stringify(await db.selectFrom('audit_entry').selectAll().execute());
    expect(log).not.toContain('@');
  });
});

function hidden(browser: Browser): Record<string, string> {
  const fields = [...browser.html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}
