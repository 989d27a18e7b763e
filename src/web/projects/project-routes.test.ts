import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import { deleteAccount } from '../../platform/accounts/delete-account.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { currentPlan } from '../../portfolio/plans/plan-version.ts';
import { address, type Browser, type TestSite, testSite } from '../accounts/test-site.tsx';

const tokenIn = ({ html }: Browser) => /name="jeton_formulaire" value="([^"]*)"/.exec(html)?.[1] ?? '';

const effect = {
  statement: 'Des logements vides depuis longtemps sont de nouveau habités.',
  beneficiaries: 'les ménages qui cherchent un logement',
  mission: 'Aider les communes à contacter les propriétaires.',
  domain: 'social',
};
const checks = {
  check1: 'Appeler dix propriétaires.',
  check2: 'Visiter cinq rues.',
  check3: 'Rencontrer trois maires.',
};
const measures = {
  measure1: 'La part de logements habités deux ans après.',
  measure2: 'Le délai avant une location.',
  measure3: 'Le coût par logement remis en location.',
};
const numbers = {
  without: '12',
  change: '2',
  usersPerWeek: '280',
  start: '2027-01-04',
  horizon: '90',
  late: '45',
  prepareDays: '3',
  calls: '60',
  callMinutes: '10',
  dayCost: '500',
};

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let admin: Browser;
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    admin = await site.firstAdministrator('admin@exemple.fr');
  });
  afterAll(() => db.destroy());

  async function begun(name: string): Promise<string> {
    await admin.open('/equipe/projets');
    await admin.send('/equipe/projets', { name });
    expect(admin.location).toMatch(/^\/equipe\/projets\/[0-9a-f]{32}\/effet$/);
    return (admin.location ?? '').replace(/\/effet$/, '');
  }
  async function answer(project: string, step: string, fields: Record<string, string>): Promise<Browser> {
    await admin.open(`${project}/${step}`);
    return admin.send(`${project}/${step}`, fields);
  }

  test('five steps, each kept, then the plan, the projection and the checklist', async () => {
    const project = await begun('Habiter');
    await answer(project, 'effet', effect);
    expect(admin.location).toBe(`${project}/premiers-succes`);
    await answer(project, 'premiers-succes', checks);
    await answer(project, 'mesures', measures);
    await admin.open(`${project}/cas`);
    expect(admin.html.indexOf('Zéro Logement Vacant')).toBeLessThan(admin.html.indexOf('La Bonne Boite'));
    // Resumed later: the list says where, the project leads there, what was written is still written.
    await admin.open('/equipe/projets');
    expect(admin.html).toContain('étape 4 sur 5');
    await admin.open(project);
    expect(admin.location).toBe(`${project}/cas`);
    await admin.open(`${project}/effet`);
    expect(admin.html).toContain('Des logements vides depuis longtemps');
    await answer(project, 'cas', { example: 'estime' });
    await answer(project, 'calcul', numbers);
    expect(admin.location).toBe(project);
    await admin.open(project);
    for (const part of [
      'La projection',
      'Premier chiffre honnête',
      'Ce qu’il reste à faire',
      'Rencontrer trois maires',
    ])
      expect(admin.html).toContain(part);
    expect(admin.html).not.toContain('<script');
    await admin.open(`${project}/impact.yaml`);
    expect(admin.headers.get('content-disposition')).toContain('impact.yaml');
    const { plan, problems } = readPlan(admin.html);
    expect(problems).toEqual([]);
    expect(plan?.indicators[0]).toMatchObject({ baseline: 0.12, horizons: [90] });
  });

  async function finished(name: string, as = admin): Promise<string> {
    await as.open('/equipe/projets');
    await as.send('/equipe/projets', { name });
    const project = (as.location ?? '').replace(/\/effet$/, '');
    const steps = { effet: effect, 'premiers-succes': checks, mesures: measures, calcul: numbers };
    for (const [step, fields] of Object.entries({ ...steps, cas: { example: 'estime' } })) {
      await as.open(`${project}/${step}`);
      await as.send(`${project}/${step}`, fields);
    }
    return project;
  }

  test('a finished project becomes a listed service, its plan as first version, received by the site', async () => {
    const project = await finished('Où Habiter ?');
    await admin.open(project);
    expect(admin.html).toContain('value="ou-habiter"');
    await admin.send(`${project}/inscrire`, { id: 'ou-habiter' });
    expect(admin.location).toBe('/equipe/services/ou-habiter');
    const current = await currentPlan(db, 'ou-habiter');
    expect([current?.version, current?.plan.service.name]).toEqual([1, 'Où Habiter ?']);
    expect(Object.values(current?.plan.sources ?? {}).map(({ arrivals }) => arrivals)).toEqual([true]);
    expect((await admin.open(project)).html).toContain('href="/equipe/services/ou-habiter"');
  });

  test.each([
    ['taken', 'ou-habiter', 'Un service est déjà inscrit sous cet identifiant'],
    ['not one', 'x\n  pirate: oui', 'Cet identifiant ne convient pas'],
    ['a number in a plan', '12', 'Le plan a 1'],
  ])('an identifier that is %s lists nothing, and says so', async (_, id, says) => {
    const project = await finished('Où Habiter ?');
    const before = await db.selectFrom('service').select('id').execute();
    await admin.open(project);
    const taken = admin.html.includes('/inscrire"');
    if (taken) await admin.send(`${project}/inscrire`, { id });
    else
      await admin.post(`${project}/inscrire`, { jeton_formulaire: tokenIn(admin), id }, { origin: address });
    expect([admin.status, admin.html.includes(says) ? says : admin.html]).toEqual([422, says]);
    expect(await db.selectFrom('service').select('id').execute()).toEqual(before);
  });

  test('who may not list services is told whom to ask, and a forged request lists nothing', async () => {
    await createService(db, { id: 'chez-luc', name: 'Luc' }, { actor: 'foulee', at: site.context.now() });
    await admin.open('/equipe/services/chez-luc/membres');
    await admin.send('/equipe/services/chez-luc/membres', { email: 'luc@exemple.fr', role: 'member' });
    const luc = await site.browser().open(site.lastLink());
    await luc.send('/connexion/confirmer');
    const project = await finished('Chez moi', luc);
    await luc.open(project);
    expect(luc.html).toContain('revient aux administrateurs de ce site');
    const token = tokenIn(luc);
    await luc.post(`${project}/inscrire`, { jeton_formulaire: token, id: 'chez-moi' }, { origin: address });
    expect(luc.status).toBeGreaterThanOrEqual(403);
    expect(await currentPlan(db, 'chez-moi')).toBeNull();
  });

  test('an online questionnaire is refused with the reason; nothing written is lost, nothing is kept', async () => {
    const project = await begun('Essai');
    await answer(project, 'premiers-succes', { ...checks, check2: 'Un questionnaire en ligne <b>' });
    expect(admin.status).toBe(422);
    expect(admin.html).toContain('Un questionnaire en ligne ne convient pas');
    expect(admin.html).toContain('Un questionnaire en ligne &lt;b&gt;');
    expect(admin.html).toContain('Appeler dix propriétaires.');
    await admin.open(`${project}/premiers-succes`);
    expect(admin.html).not.toContain('Appeler dix propriétaires.');
  });

  test('a project not whole has no plan to take, and an unknown step or case is refused', async () => {
    const project = await begun('Essai');
    expect((await admin.open(`${project}/impact.yaml`)).status).toBe(404);
    expect((await admin.open(`${project}/nulle-part`)).status).toBe(404);
    expect((await answer(project, 'cas', { example: 'constructor' })).status).toBe(422);
  });

  test('nobody else sees it; signed out, it asks to sign in; it can be removed', async () => {
    const project = await begun('Secret');
    await createService(db, { id: 'voisin', name: 'Voisin' }, { actor: 'foulee', at: site.context.now() });
    await admin.open('/equipe/services/voisin/membres');
    await admin.send('/equipe/services/voisin/membres', { email: 'marie@exemple.fr', role: 'member' });
    const other = await site.browser().open(site.lastLink());
    await other.send('/connexion/confirmer');
    await other.open('/equipe/projets');
    expect(other.html).not.toContain('Secret');
    for (const path of [project, `${project}/effet`, `${project}/impact.yaml`])
      expect((await other.open(path)).status).toBe(404);
    expect((await site.browser().open(project)).location).toContain('/connexion');
    await answer(project, 'effet', effect);
    await answer(project, 'premiers-succes', checks);
    await answer(project, 'mesures', measures);
    await answer(project, 'cas', { example: 'mps' });
    await answer(project, 'calcul', numbers);
    await admin.open(project);
    await admin.send(`${project}/supprimer`);
    expect((await admin.open(project)).status).toBe(404);
  });

  test('the first page of a team leads there, and a deleted account takes its projects with it', async () => {
    await admin.open('/equipe');
    expect(admin.html).toContain('href="/equipe/projets"');
    const marie = await site.signIn('marie@exemple.fr');
    await marie.open('/equipe/projets');
    await marie.send('/equipe/projets', { name: 'À oublier' });
    const { id } = await db
      .selectFrom('account')
      .select('id')
      .where('email', '=', 'marie@exemple.fr')
      .executeTakeFirstOrThrow();
    const hers = () => db.selectFrom('project_draft').select('name').where('account', '=', id).execute();
    expect(await hers()).toEqual([{ name: 'À oublier' }]);
    await deleteAccount(site.context, id);
    expect(await hers()).toEqual([]);
  });
});
