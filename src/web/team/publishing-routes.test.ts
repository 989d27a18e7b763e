import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { newId } from '../../platform/ids.ts';
import { createService } from '../../portfolio/create-service.ts';
import { canonicalJson } from '../../publish/bundle/canonical.ts';
import { seal } from '../../publish/bundle/seal.ts';
import { formTokenField } from '../accounts/form-token.ts';
import { address, type Browser, type TestSite, testSite } from '../accounts/test-site.tsx';
import { frozenFor } from './fixtures/frozen-for.ts';
import { mostPublicationBytes } from './publications/publish-submitted.ts';

const own = '/equipe/services/boite';
const good = canonicalJson(frozenFor('boite'));

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  let member: Browser;
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    admin = await site.firstAdministrator('admin@exemple.fr');
    for (const id of ['boite', 'voisin']) {
      await createService(db, { id, name: `Service ${id}` }, { actor: 'foulee', at: site.context.now() });
    }
    await admin.open(`${own}/membres`);
    await admin.send(`${own}/membres`, { email: 'marie@exemple.fr', role: 'member' });
    member = await site.browser().open(site.lastLink());
    await member.send('/connexion/confirmer');
  });
  afterAll(() => db.destroy());

  const tokenIn = ({ html }: Browser) => /name="jeton_formulaire" value="([^"]*)"/.exec(html)?.[1] ?? '';

  /** A browser of the same session, so that what one test does is not seen by the next. */
  function same(browser: Browser): Browser {
    const twin = site.browser();
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
    return twin;
  }

  function upload(
    browser: Browser,
    text: string,
    path = `${own}/publications`,
    token?: string,
  ): Promise<Browser> {
    const form = new FormData();
    form.set(formTokenField, token ?? tokenIn(browser));
    form.set('fichier', new File([text], 'publication.json', { type: 'application/json' }));
    return browser.request(path, { method: 'POST', body: form, headers: { origin: address } });
  }

  const kept = async () =>
    JSON.stringify([
      await db.selectFrom('publication').select('sha256').execute(),
      await db.selectFrom('correction').selectAll().execute(),
      await db.selectFrom('publication_draft').selectAll().execute(),
      await db.selectFrom('service').select('id').execute(),
    ]);

  async function changesNothing(send: () => Promise<Browser>, status: number, says: string): Promise<void> {
    const before = await kept();
    const answer = await send();
    expect([answer.status, answer.html.includes(says) ? says : answer.html]).toEqual([status, says]);
    expect(answer.html).not.toMatch(/\bat \/|[A-Z]\w*Error|postgres|<script/);
    expect(await kept()).toBe(before);
  }

  const cases: readonly (readonly [string, number, string, (browser: Browser) => Promise<Browser>])[] = [
    ['no form token', 403, 'Ce formulaire n’est plus valable', (it) => upload(it, good, undefined, '')],
    [
      'nobody signed in',
      401,
      'Connectez-vous d’abord',
      (it) => upload(site.browser(), good, undefined, tokenIn(it)),
    ],
    [
      'another team’s service',
      404,
      'Rien à cette adresse',
      (it) => upload(it, good, '/equipe/services/voisin/publications'),
    ],
    [
      'a service that does not exist',
      404,
      'Rien à cette adresse',
      (it) => upload(it, good, '/equipe/services/rien/publications'),
    ],
    ['no file', 400, 'Il manque le fichier', (it) => upload(it, '')],
    ['not JSON', 422, 'n’est pas une publication', (it) => upload(it, '\u0000PK')],
    [
      'a measure',
      422,
      'C’est une mesure, pas une publication',
      (it) => upload(it, '{"measures":[{"followed":{"units":[1]}}]}'),
    ],
    [
      'a publication of another service',
      422,
      'un autre service',
      (it) => upload(it, canonicalJson(frozenFor('voisin'))),
    ],
    [
      'a tampered publication',
      422,
      'modifiée',
      (it) => upload(it, good.replace('"software":"foulee', '"software":"autre')),
    ],
    [
      'a later version',
      422,
      'version plus récente',
      (it) => upload(it, canonicalJson(seal({ ...frozenFor('boite').bundle, foulee: 9 as unknown as 1 }))),
    ],
    ['too large', 413, 'Envoi trop gros', (it) => upload(it, 'a'.repeat(mostPublicationBytes + 1))],
    [
      'a broken upload',
      400,
      'Envoi à corriger',
      (it) =>
        it.request(`${own}/publications`, {
          method: 'POST',
          body: '--x\r\nrien',
          headers: { 'content-type': 'multipart/form-data; boundary=y' },
        }),
    ],
    ['a draft that is not one', 410, 'Cet essai n’est plus là', (it) => it.open(`${own}/essais/${newId()}`)],
    [
      'a draft that is not one, confirmed',
      410,
      'Cet essai n’est plus là',
      (it) =>
        it.post(`${own}/essais/${newId()}/publier`, { [formTokenField]: tokenIn(it) }, { origin: address }),
    ],
    [
      'a correction of nothing',
      404,
      'Rien à cette adresse',
      (it) => it.open(`${own}/publications/7/corriger`),
    ],
    [
      'a number that is not one',
      404,
      'Rien à cette adresse',
      (it) => it.open(`${own}/publications/-1/corriger`),
    ],
    [
      'a service listed by a member',
      403,
      'Votre rôle ne le permet pas',
      (it) => it.open('/equipe/nouveau-service'),
    ],
  ];

  test.each(cases)('%s: %i, said plainly, nothing changed', async (_, status, says, send) => {
    const browser = await same(member).open(own);
    await changesNothing(() => send(browser), status, says);
  });

  test('an identifier already taken, or that is not one, is said beside the form', async () => {
    for (const [id, says] of [
      ['boite', 'déjà inscrit sous cet identifiant'],
      ['../etc', 'ne convient pas'],
      ['', 'ne convient pas'],
    ] as const) {
      const browser = await same(admin).open('/equipe/nouveau-service');
      await changesNothing(
        () => browser.send('/equipe/nouveau-service', { id, name: 'Nom gardé' }),
        422,
        says,
      );
      expect(browser.html).toContain('value="Nom gardé"');
    }
  });

  test('previewed, published once, corrected with a reason, withdrawn by who may', async () => {
    const browser = await same(member).open(own);
    await upload(browser, good);
    expect(browser.status).toBe(303);
    const draft = browser.location ?? '';
    expect(await db.selectFrom('publication').selectAll().execute()).toEqual([]);
    await browser.open(draft);
    expect(browser.html).toContain('Ce que le public lira');
    expect(browser.html).toContain('Ce qui est masqué ou réuni, et pourquoi');
    await changesNothing(() => same(admin).open(draft), 410, 'Cet essai n’est plus là');

    const replayed = await same(member).open(draft);
    await browser.send(`${draft}/publier`);
    expect([browser.status, browser.location]).toEqual([303, `${own}?publiee=1`]);
    expect(await db.selectFrom('publication').selectAll().execute()).toHaveLength(1);
    await changesNothing(() => replayed.send(`${draft}/publier`), 410, 'Cet essai n’est plus là');
    const again = await same(member).open(own);
    await changesNothing(() => upload(again, good), 409, 'déjà publiée');

    const path = `${own}/publications/1/corriger`;
    await browser.open(path);
    expect(browser.html).not.toContain('value="withdrawal"');
    const short = await same(member).open(path);
    await changesNothing(
      () => short.send(path, { raison: '<i>', nature: 'correction' }),
      422,
      'Il manque la raison',
    );
    expect(short.html).toContain('&lt;i&gt;');
    const nothing = await same(member).open(path);
    await changesNothing(() => nothing.send(path, { raison: 'Compté deux fois.' }), 400, 'Envoi à corriger');
    const forbidden = await same(member).open(path);
    const withdrawal = { raison: 'La source a été démentie.', nature: 'withdrawal' };
    await changesNothing(() => forbidden.send(path, withdrawal), 403, 'Votre rôle ne le permet pas');
    await browser.send(path, { raison: 'Compté deux fois.', nature: 'correction' });
    const administrator = await same(admin).open(path);
    await administrator.send(path, withdrawal);
    const said = await db
      .selectFrom('correction')
      .select(['kind', 'reason', 'role'])
      .orderBy('at')
      .orderBy('kind')
      .execute();
    expect(said).toEqual([
      { kind: 'correction', reason: 'Compté deux fois.', role: 'member' },
      { kind: 'withdrawal', reason: 'La source a été démentie.', role: 'administrator' },
    ]);
    const late = await same(member);
    await changesNothing(() => late.open(path), 409, 'déjà retirée');
    const lines = await db.selectFrom('audit_entry').select('action').where('outcome', '=', 'done').execute();
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['publish', 'correct', 'withdraw']),
    );
  });
});
