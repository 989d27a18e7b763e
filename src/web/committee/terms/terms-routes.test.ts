import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeServices } from '../../../committee/desk/judge-services.ts';
import { serviceMadeKnown } from '../../../committee/evidence/fixtures/known-service.ts';
import { gatherEvidence } from '../../../committee/evidence/gather-evidence.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { RoleName } from '../../../platform/database/tables/accounts.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { savePlanVersion } from '../../../portfolio/plans/save-plan-version.ts';
import { type Browser, type TestSite, testSite } from '../../accounts/test-site.tsx';
import { receivedPlan } from '../../collect/fixtures/collecting-site.ts';

const page = '/equipe/services/boite/seuil';
const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/[\u00a0\u202f]|&nbsp;/g, ' ');

describe.each(testDatabases())('what counts for the sponsor, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  let member: Browser;
  let sponsor: Browser;
  beforeAll(async () => {
    db = await open();
    const service = await serviceMadeKnown(db);
    await service.publish('2026-08-31', '2026-09-07');
    site = testSite(db);
    const at = site.context.now();
    await createService(db, { id: 'vide', name: 'Vide' }, { actor: 'foulee', at });
    await createService(db, { id: 'mon-service', name: 'À venir' }, { actor: 'foulee', at });
    await savePlanVersion(db, { service: 'mon-service', text: receivedPlan, after: 0 }, { actor: 'x', at });
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
  const suggested = async () => (await gatherEvidence(db, 'boite', '2026-11-27')).suggestion;

  test('the sponsor reads what the plan says counts, sets it, and every page goes by it', async () => {
    expect(plain((await sponsor.open(page)).html)).toContain(
      'Le plus petit effet qui compte, sur « Embauches ». 1 point, écrit dans le plan.',
    );
    expect(plain(sponsor.html)).toContain('Ce que vaut un effet de plus. Personne ne l’a dit.');
    const sent = { seuil: '2,5 points', valeur: '8 k€', raison: 'Coût du chômage évité <script>' };
    await sponsor.send(page, sent);
    expect(sponsor.location).toBe(page);
    const after = plain((await sponsor.open(page)).html);
    expect(after).toContain('2,5 points, fixé par le sponsor le 27 novembre 2026.');
    expect(after).toContain('8 000 €, fixé par le sponsor le 27 novembre 2026.');
    expect(after).toContain('seuil 2,5 points, valeur 8 000 €. Coût du chômage évité &lt;script&gt;');
    expect(sponsor.html).not.toContain('évité <script>');
    expect(plain((await suggested()).reasons.slice(0, 3).join(' '))).toContain(
      'Le sponsor a fixé le seuil (2,5 points) et la valeur d’un effet de plus (8 000 €) le 27 novembre 2026, une fois connu le chiffre du 7 septembre 2026 : un repère choisi après coup convainc moins.',
    );
    const boite = (await judgeServices(db, ['boite'], '2026-11-27')).get('boite');
    expect(boite?.suggestion.because).toBe((await suggested()).because);
  });

  test('a field left empty goes back to the plan; what was said stays, and the database keeps it', async () => {
    await sponsor.open(page);
    await sponsor.send(page, { seuil: '', valeur: '8 000', raison: 'Le seuil du plan suffit.' });
    const html = plain((await sponsor.open(page)).html);
    expect(html).toContain('1 point, écrit dans le plan.');
    expect(html).toContain('seuil 2,5 points, valeur 8 000 €.');
    await expect(sql`update sponsor_terms set threshold = 0`.execute(db)).rejects.toThrow(/never changes/);
  });

  test.each([
    ['beaucoup', '', 'Juste.', /« beaucoup » n’est pas un seuil/],
    ['150', '', 'Juste.', /de −100 à 100/],
    ['1', '-5', 'Juste.', /plus grand que zéro/],
    ['1', '12.345', 'Juste.', /deux façons/],
    ['1', '', '  ', /Il manque la raison/],
    ['1', '', 'x'.repeat(2001), /a 2 001 signes ; il en faut 2 000 au plus/],
    ['1', '', 'Voir jeanne@exemple.fr', /courriel/],
  ])('%s, %s: refused, and nothing typed is lost', async (seuil, valeur, raison, why) => {
    await sponsor.open(page);
    await sponsor.send(page, { seuil, valeur, raison });
    expect(sponsor.status).toBe(422);
    expect(plain(sponsor.html)).toMatch(why);
    expect(sponsor.html).toContain(raison);
    expect(sponsor.html).toContain(`value="${seuil}"`);
  });

  test('the team reads and does not set; a service that judges nothing has nothing to set', async () => {
    expect(plain((await member.open(page)).html)).toContain('Le plus petit effet qui compte, sur');
    expect(member.html).not.toContain('name="seuil"');
    const forged = await member.post(page, { seuil: '0', raison: 'x' }, { origin: 'https://impact.test' });
    expect(forged.status).toBe(403);
    const empty = '/equipe/services/vide/seuil';
    expect(plain((await admin.open(empty)).html)).toContain('un seuil ne pourrait être lu sur rien');
    expect((await member.open(empty)).status).toBe(404);
  });

  test('before any figure, it is set on what the plan announces, and said to be set before looking', async () => {
    const early = '/equipe/services/mon-service/seuil';
    expect(plain((await admin.open(early)).html)).toContain('Aucun chiffre n’est encore publié');
    await admin.send(early, { seuil: '1', valeur: '', raison: 'Avant de regarder.' });
    expect(plain((await admin.open(early)).html)).toContain(
      '1 point, fixé par le sponsor le 27 novembre 2026.',
    );
  });
});
