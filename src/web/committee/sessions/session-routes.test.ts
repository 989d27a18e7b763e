import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceMadeKnown } from '../../../committee/evidence/fixtures/known-service.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { RoleName } from '../../../platform/database/tables/accounts.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { type Browser, type TestSite, testSite } from '../../accounts/test-site.tsx';

const list = '/equipe/services/boite/comites';
const plain = (html: string) => html.replace(/[\u00a0\u202f]|&nbsp;/g, ' ').replace(/<[^>]*>/g, '');

describe.each(testDatabases())('committees on the site, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  let member: Browser;
  let sponsor: Browser;
  let session = '';
  beforeAll(async () => {
    db = await open();
    const service = await serviceMadeKnown(db);
    await service.publish('2026-08-31', '2026-09-07');
    site = testSite(db);
    await createService(db, { id: 'autre', name: 'Autre' }, { actor: 'foulee', at: site.context.now() });
    admin = await site.firstAdministrator('admin@exemple.fr');
    member = await join('membre@exemple.fr', 'member');
    sponsor = await join('sponsor@exemple.fr', 'sponsor');
  }, 60_000);
  afterAll(() => db.destroy());

  async function join(email: string, role: RoleName): Promise<Browser> {
    const members = '/equipe/services/boite/membres';
    await admin.open(members);
    await admin.send(members, { email, role });
    const browser = await site.browser().open(site.lastLink());
    return browser.send('/connexion/confirmer');
  }

  test('the team plans a committee, says what is asked and what comes next, and freezes the evidence', async () => {
    await member.open(list);
    await member.send(list, { jour: '2026-12-14', argent: '2026-12-20', question: 'Continuer six mois ?' });
    session = member.location ?? '';
    await member.open(session);
    expect(plain(member.html)).toContain('le comité du 14 décembre 2026');
    expect(plain(member.html)).toContain('Preuve : niveau');
    await member.send(`${session}/objectifs`, {
      texte: 'Rien de pire',
      echeance: '2027-06-01',
      indicateur: 'hired',
      sens: 'at-least',
      cible: '−5',
    });
    expect(member.status).toBe(303);
    expect(plain((await member.open(session)).html)).toMatch(
      /Se lira sur « Embauches » : un objectif d’au moins −5,0 points/,
    );
    expect(plain((await member.open(list)).html)).toContain(
      'est à préparer ; l’argent s’arrête le 20 décembre',
    );
    expect((await sponsor.open(`${session}/decider`)).status).toBe(409);
    await member.open(session);
    await member.send(`${session}/figer`);
    const page = (await member.open(session)).html;
    expect(plain(page)).toContain('Ce que l’on savait le 27 novembre 2026');
    expect(page).toMatch(/[0-9a-f]{64}/);
    expect(page).not.toContain(`action="${session}/objectifs"`);
  });

  test('the sponsor decides; what is missing is said without losing what was written', async () => {
    expect((await member.open(`${session}/decider`)).status).toBe(403);
    const decision = {
      decision: 'provisional',
      raison: 'L’effet n’est pas assez sûr.',
      montant: '30 000',
      jusquau: '2027-01-20',
      jour: '2026-11-27',
      publique: 'non',
      'note-cost': '1',
      'mot-cost': 'Inconnu.',
    };
    await sponsor.open(`${session}/decider`);
    expect(plain(sponsor.html)).toContain(
      'Ce que suggèrent les données : On ne peut pas dire : pas de comparaison fiable.',
    );
    expect(plain(sponsor.html)).toContain('Rien de pire, pour le 1er juin 2027');
    expect(plain(sponsor.html)).toContain('Coût inconnu : aucun budget');
    await sponsor.send(`${session}/decider`, decision);
    expect(sponsor.status).toBe(422);
    expect(plain(sponsor.html)).toContain('Quelle preuve manque ?');
    expect(sponsor.html).toContain('L’effet n’est pas assez sûr.</textarea>');
    expect(sponsor.html).toMatch(/value="provisional" checked/);
    await sponsor.send(`${session}/decider`, {
      ...decision,
      'condition-1': 'Le coût d’une embauche',
      'echeance-1': '2027-01-10',
    });
    expect(sponsor.location).toBe(session);
    const page = plain((await sponsor.open(session)).html);
    expect(page).toContain('Continuer un ou deux mois');
    expect(page).toContain('30 000 € jusqu’au 20 janvier 2027.');
    expect(page).toContain('1 sur 5. Inconnu.');
    expect(page).toContain('Cette décision se relira le 27 mai 2027.');
    expect((await sponsor.open(`${session}/decider`)).status).toBe(409);
    expect(plain((await member.open(list)).html)).toContain('Le comité du 10 janvier 2027');
  });

  test('the team answers the condition, the sponsor completes the decision, six months later one looks back', async () => {
    await member.open(session);
    const [, condition = ''] = /name="condition" value="(\w+)"/.exec(member.html) ?? [];
    await member.send(`${session}/conditions`, { condition, remplie: 'oui', mot: 'Le budget est écrit.' });
    expect(plain((await member.open(session)).html)).toContain('Le budget est écrit.');
    await sponsor.open(session);
    await sponsor.send(`${session}/decision`, { nature: 'made-public', raison: 'Chacun doit le savoir.' });
    expect(plain((await sponsor.open(session)).html)).toContain('décision publique');
    expect(member.html).not.toContain(`action="${session}/relecture"`);
    site.wait(200 * 86_400_000);
    member = await site.signIn('membre@exemple.fr');
    await member.open(session);
    expect(plain(member.html)).toContain('Six mois après : qu’est-ce que cette décision a donné ?');
    await member.send(`${session}/relecture`, { verdict: 'as-hoped', mot: 'La preuve est venue.' });
    const log = plain((await member.open('/equipe/decisions')).html);
    expect(log).toContain('Sur 1 décision relue avec le recul : 1 où ce qui était espéré s’est produit');
    expect(log).toContain('d’après la publication du 7 septembre 2026');
    expect(log).toContain('La preuve est venue.');
  });

  test('one that will not decide is closed by the sponsor, with a reason, and not by the team', async () => {
    await member.open(list);
    await member.send(list, { jour: '2027-09-01', argent: '', question: '' });
    const held = member.location ?? '';
    await member.open(held);
    await member.send(`${held}/figer`);
    await member.open(held);
    expect(member.html).not.toContain('Clore ce comité');
    const [, token = ''] = /name="jeton_formulaire" value="([^"]+)"/.exec(member.html) ?? [];
    const form = { jeton_formulaire: token, raison: 'Pas tenu.' };
    await member.post(`${held}/clore`, form, { origin: 'https://impact.test' });
    expect([member.status, plain(member.html).includes('Votre rôle')]).toEqual([403, true]);
    sponsor = await site.signIn('sponsor@exemple.fr');
    await sponsor.open(held);
    expect(sponsor.html).toContain('Clore ce comité sans décision');
    await sponsor.send(`${held}/clore`, { raison: '<script>Pas tenu.</script>' });
    expect(sponsor.location).toBe(held);
    await sponsor.open(held);
    expect(plain(sponsor.html)).toMatch(/Clos sans décision le \d+ juin 2027/);
    expect(sponsor.html).toContain('&lt;script&gt;Pas tenu.');
    expect(sponsor.html).not.toContain('Écrire la décision');
    expect((await sponsor.open(`${held}/decider`)).status).toBe(409);
    expect(plain((await sponsor.open(list)).html)).toContain('Clos sans décision.');
  });

  test('a committee of another service, or of none, is not there; what is not a committee is refused', async () => {
    admin = await site.signIn('admin@exemple.fr');
    const other = session.replace('boite', 'autre');
    expect((await admin.open(other)).status).toBe(404);
    expect((await member.open('/equipe/services/autre/comites')).status).toBe(404);
    expect((await member.open('/equipe/services/nexiste-pas/comites')).status).toBe(404);
    expect((await site.browser().open(list)).location).toContain('/connexion');
    await member.open(list);
    const question = 'Continuer <b>six mois</b> avec le même budget ?';
    await member.send(list, { jour: '31/02/2027', argent: '', question });
    expect([member.status, plain(member.html).includes('Ce que vous aviez écrit')]).toEqual([422, true]);
    expect(member.html).toContain('Continuer &lt;b&gt;six mois&lt;/b&gt; avec le même budget ?');
    const forged = await member.post(list, { jour: '2027-01-01' }, { origin: 'https://impact.test' });
    expect(forged.status).toBe(403);
    const log = await (await site.signIn('sponsor@exemple.fr')).open('/equipe/decisions');
    expect(plain(log.html)).toContain('La Boîte, le 27 novembre 2026');
  });
});
