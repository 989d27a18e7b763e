import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { address, type Browser, type TestSite, testSite } from '../../accounts/test-site.tsx';

const path = '/equipe/services/estime/couts';
const plain = (html: string) =>
  html
    .replace(/&#39;/g, "'")
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ');

/** Sends a file as a browser does, with the token of the form being read. */
async function deposit(browser: Browser, fields: Record<string, string>): Promise<Browser> {
  const token = /name="jeton_formulaire" value="([^"]*)"/.exec(browser.html)?.[1] ?? '';
  const body = new FormData();
  body.set('jeton_formulaire', token);
  for (const [name, value] of Object.entries(fields))
    if (name === 'fichier') body.set(name, new File([value], 'budget.csv', { type: 'text/csv' }));
    else body.set(name, value);
  return browser.request(`${path}/fichier`, { method: 'POST', body, headers: { origin: address } });
}

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  const browsers: Record<string, Browser> = {};
  const as = (role: string): Browser => {
    const browser = browsers[role];
    if (browser === undefined) throw new Error(role);
    return browser;
  };
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    const author = { actor: 'foulee', at: site.context.now() };
    await createService(db, { id: 'estime', name: 'Estime' }, author);
    await createService(db, { id: 'ailleurs', name: 'Ailleurs' }, author);
    const administrator = await site.firstAdministrator('claire@exemple.gouv.fr');
    for (const [role, service] of [
      ['member', 'estime'],
      ['sponsor', 'estime'],
      ['steward', 'estime'],
      ['stranger', 'ailleurs'],
    ] as const) {
      const email = `${role}@exemple.gouv.fr`;
      await administrator.open(`/equipe/services/${service}/membres`);
      await administrator.send(`/equipe/services/${service}/membres`, {
        email,
        role: role === 'stranger' ? 'member' : role,
      });
      browsers[role] = await site.signIn(email);
    }
  });
  afterAll(() => db.destroy());

  test('without a budget the page says so, and who reads only sees no form', async () => {
    const member = await as('member').open(path);
    expect(member.status).toBe(200);
    expect(plain(member.html)).toContain('Coût inconnu : aucun budget n’est enregistré pour ce service.');
    expect(member.html).toContain(`action="${path}/fichier"`);
    const steward = await as('steward').open(path);
    expect(steward.status).toBe(200);
    expect(steward.html).not.toContain(`action="${path}/lignes`);
  });

  test('a line is added by the team and by the sponsor, in the words people write', async () => {
    const member = await as('member').open(path);
    await member.send(`${path}/lignes#nouvelle-ligne`, {
      debut: 'janvier 2026',
      fin: '30/06/2026',
      montant: '210 000,50 €',
      nature: 'services',
      reference: 'BC 12',
    });
    expect(member.status).toBe(303);
    const sponsor = await as('sponsor').open(path);
    expect(plain(sponsor.html)).toMatch(
      /1er janv\. 2026 au 30 juin 2026 210 000,50 € dépensé Prestations externes BC 12/,
    );
    await sponsor.send(`${path}/lignes#nouvelle-ligne`, {
      debut: '07/2026',
      fin: '12/2026',
      montant: '220 k€',
    });
    expect(sponsor.status).toBe(303);
    expect(plain((await sponsor.open(path)).html)).toMatch(/220 000 € prévu/);
  });

  test('what is wrong is said beside its field, and nothing written is lost', async () => {
    const member = await as('member').open(path);
    await member.send(`${path}/lignes#nouvelle-ligne`, {
      debut: 'bientôt',
      fin: '2026',
      montant: '12.345',
      reference: 'BC 13',
    });
    expect(member.status).toBe(422);
    expect(plain(member.html)).toContain('« bientôt » n’est pas une date');
    expect(plain(member.html)).toContain('peut se lire de deux façons : écrivez 12345 ou 12,34.');
    expect(member.html).toContain('value="BC 13"');
  });

  test('a line is withdrawn, stays readable, and cannot be withdrawn twice', async () => {
    const member = await as('member').open(path);
    const action = /action="([^"]*\/lignes\/[0-9a-f]+\/retirer)"/.exec(member.html)?.[1] ?? '';
    await member.send(action);
    expect(member.status).toBe(303);
    await member.open(path);
    expect(plain(member.html)).toContain('Lignes retirées (1)');
    const token = /name="jeton_formulaire" value="([^"]*)"/.exec(member.html)?.[1] ?? '';
    await member.post(action, { jeton_formulaire: token }, { origin: address });
    expect(member.status).toBe(409);
    expect(plain(member.html)).toContain('elle a déjà été retirée');
  });

  test('a file is read before it is recorded; its faults are mended in place', async () => {
    const member = await as('member').open(path);
    await deposit(member, {
      fichier: 'service;annee;montant\nEstime;2024;300 000 €\nDora;2024;1\nestime;2025;12.345\n',
    });
    expect(member.status).toBe(422);
    expect(plain(member.html)).toContain('1 ligne à corriger');
    expect(plain(member.html)).toContain('1 ligne d’un autre service est laissée de côté');
    expect(member.html).toContain('Estime;2024;300 000 €');
    const texte = 'service;annee;montant\nEstime;2024;300 000 €\nestime;2025;12345\n';
    await deposit(member, { texte, faire: 'relire' });
    expect(member.status).toBe(200);
    expect(plain(member.html)).toContain('2 lignes comprises, 312 345 € en tout.');
    await deposit(member, { texte, faire: 'enregistrer' });
    expect([member.status, member.location]).toEqual([303, `${path}?lignes=2&deja=0`]);
    await member.open(path);
    await deposit(member, { texte, faire: 'relire' });
    expect(plain(member.html)).toContain('2 sont déjà enregistrées à l’identique');
  });

  test('a day to compare with must be a day, and past', async () => {
    const member = as('member');
    expect((await member.open(`${path}?depuis=2026-06-31`)).status).toBe(422);
    expect(plain(member.html)).toContain('Ce n’est pas un jour du calendrier');
    expect((await member.open(`${path}?depuis=2027-01-01`)).status).toBe(422);
    expect((await member.open(`${path}?depuis=2026-03-01`)).status).toBe(200);
  });

  test('who may not write is told so, who may not see is told nothing', async () => {
    const steward = await as('steward').open('/mon-compte');
    const token = /name="jeton_formulaire" value="([^"]*)"/.exec(steward.html)?.[1] ?? '';
    for (const action of ['lignes', 'parts', 'lignes/abc/retirer', 'parts/retirer']) {
      await steward.post(`${path}/${action}`, { jeton_formulaire: token }, { origin: address });
      expect(steward.status).toBe(403);
    }
    const stranger = await as('stranger').open(path);
    expect(stranger.status).toBe(404);
    expect((await stranger.open(`${path}/fichier`)).status).toBe(404);
  });

  test('a part asks for an effect, a number and a reason', async () => {
    const member = await as('member').open(path);
    const token = /name="jeton_formulaire" value="([^"]*)"/.exec(member.html)?.[1] ?? '';
    await member.post(
      `${path}/parts`,
      { jeton_formulaire: token, effet: 'aucun', part: '140' },
      { origin: address },
    );
    expect(member.status).toBe(422);
    await member.post(
      `${path}/parts/retirer`,
      { jeton_formulaire: token, effet: 'aucun' },
      { origin: address },
    );
    expect(member.status).toBe(409);
  });
});
