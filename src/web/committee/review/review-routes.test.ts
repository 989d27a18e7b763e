import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checklists } from '../../../committee/review/checklist.ts';
import { publishFor } from '../../../committee/review/fixtures/publish-for.ts';
import { readReviews } from '../../../committee/review/read-reviews.ts';
import type { Database } from '../../../platform/database/database.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { createService } from '../../../portfolio/create-service.ts';
import { planText } from '../../../portfolio/plans/fixtures/plan-text.ts';
import { savePlanVersion } from '../../../portfolio/plans/save-plan-version.ts';
import { formTokenField } from '../../accounts/form-token.ts';
import { type Browser, type TestSite, testSite } from '../../accounts/test-site.tsx';
import { siteOn } from '../../fixtures/site-on.ts';
import { siteData } from '../../view/site-data.ts';
import { answerField } from './written-review.ts';

const [database] = testDatabases();
if (database === undefined) throw new Error('no database to test on');

const space = '/equipe/services/boite';
const reviews = `${space}/relectures`;
const plan = `${reviews}/plan/1`;
const today = '2026-11-27';
let db: Database;
let site: TestSite;
let admin: Browser;
const people = new Map<string, Browser>();

beforeAll(async () => {
  db = await database.open();
  site = testSite(db);
  admin = await site.firstAdministrator('admin@exemple.fr');
  await db.insertInto('organisation').values({ id: 'dinum', name: 'La Dinum', other: '{}' }).execute();
  for (const id of ['boite', 'voisin']) {
    await createService(db, { id, name: `Service ${id}` }, { actor: 'foulee', at: site.context.now() });
  }
  await db
    .insertInto('service_organisation')
    .values({ service_id: 'boite', organisation_id: 'dinum', position: 0 })
    .execute();
  for (const [name, role, place] of [
    ['member', 'member', space],
    ['sponsor', 'sponsor', space],
    ['neighbour', 'coach', '/equipe/services/voisin'],
    ['coach', 'coach', '/equipe/organisations/dinum'],
  ] as const) {
    await admin.open(`${place}/membres`);
    await admin.send(`${place}/membres`, { email: `${name}@exemple.fr`, role });
    const browser = await site.browser().open(site.lastLink());
    people.set(name, await browser.send('/connexion/confirmer'));
    await db.deleteFrom('login_request').execute();
  }
  const member = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', 'member@exemple.fr')
    .executeTakeFirstOrThrow();
  const author = { actor: member.id, at: site.context.now() };
  await savePlanVersion(db, { service: 'boite', text: planText('boite'), after: 0 }, author);
});
beforeEach(() => site.wait(60_000));
afterAll(() => db.destroy());

const as = (name: string): Browser => people.get(name) ?? admin;
const answered = (kind: 'form' | 'substance', change: Record<string, string> = {}) => ({
  ...Object.fromEntries(checklists[kind].map(({ id }) => [answerField(id), 'yes'])),
  ...(kind === 'substance' && { donnees: '90' }),
  synthese: 'Le plan se tient.',
  ...change,
});
const tokenOf = (browser: Browser) => ({
  [formTokenField]: new RegExp(`name="${formTokenField}" value="([^"]*)"`).exec(browser.html)?.[1] ?? '',
});

test('the team asks for a review; the coach finds it first, and the member finds nothing to review', async () => {
  const member = await as('member').open(reviews);
  expect(member.html).toContain('Matrice écrite, non relue');
  await member.send(`${plan}/demande`, { note: 'Surtout la comparaison' });
  expect([member.status, member.location]).toEqual([303, reviews]);
  const coach = await as('coach').open('/equipe/relectures');
  expect(coach.html).toMatch(/Demandé par l’équipe<\/h2>[\s\S]*relectures\/plan\/1">Service boite/);
  expect((await as('coach').open('/equipe')).html).toContain('href="/equipe/relectures"');
  expect((await member.open('/equipe')).html).not.toContain('href="/equipe/relectures"');
  expect((await member.open('/equipe/relectures')).html).toContain('Aucun de vos rôles ne relit');
});

test('a comment on a line stands under it; the team answers and closes it', async () => {
  const coach = await as('coach').open(`${plan}?endroit=4`);
  expect(coach.html).toContain('Surtout la comparaison');
  expect(coach.html).toMatch(/name="endroit"[^>]*value="4"/);
  await coach.send(`${plan}/commentaires`, { endroit: '4', texte: 'Embauchés <b>combien</b> de temps ?' });
  expect(coach.location).toBe(`${plan}#l-4`);
  await coach.open(plan);
  expect(coach.html).toMatch(/id="l-4"[\s\S]*Embauchés &lt;b&gt;combien&lt;\/b&gt; de temps/);
  const member = await as('member').open(space);
  expect(member.html).toMatch(/1.commentaire attend une réponse/);
  await member.open(plan);
  const [action = ''] =
    /\/equipe\/services\/boite\/relectures\/commentaires\/\w+\/reponses/.exec(member.html) ?? [];
  await member.send(action, { nature: 'resolved', texte: 'Plus d’un mois : écrit.' });
  expect(member.location).toContain(`${plan}#c-`);
  expect((await member.open(plan)).html).toContain('Plus d’un mois : écrit.');
  expect((await member.open(space)).html).not.toContain('attend une réponse');
});

test('an unfinished review comes back filled in; finished, it changes what everyone reads', async () => {
  const data = siteData(db, () => today);
  const before = await data.stamp();
  const coach = await as('coach').open(plan);
  await coach.send(`${plan}/avis`, {
    ...answered('form', { [answerField('limits')]: '' }),
    avis: 'approved',
  });
  expect(coach.status).toBe(422);
  expect(coach.html).toMatch(/Une question n’a pas de réponse[\s\S]*id="reponse-effect-yes"[^>]*checked/);
  expect(coach.html).toContain('Le plan se tient.');
  await coach.send(`${plan}/avis`, {
    ...answered('form', { [answerField('limits')]: 'no' }),
    avis: 'approved',
  });
  expect([coach.status, coach.html.includes('Approuver contredirait vos réponses')]).toEqual([422, true]);
  expect(await data.stamp()).toBe(before);
  await coach.send(`${plan}/avis`, { ...answered('form'), avis: 'approved' });
  expect([coach.status, coach.location]).toEqual([303, reviews]);
  expect(await data.stamp()).not.toBe(before);
  const { app } = siteOn(db, {
    theme: 'neutre',
    address: 'https://impact.test',
    today: () => today,
    data,
    log: { info() {}, warn() {}, error() {} },
  });
  const page = await (await app.request('/services/boite')).text();
  expect(page).toMatch(/Forme relue[\s\S]*Coach, La Dinum, le 27.novembre.2026 \(version.1 du plan\)/);
  expect(page).not.toContain('coach@exemple.fr');
  const service = (await (await app.request('/api/v1/services/boite')).json()) as {
    readonly review: unknown;
  };
  expect(service.review).toEqual({
    state: 'form-reviewed',
    stateName: 'Forme relue',
    day: today,
    role: 'Coach',
    organisation: 'La Dinum',
    about: { kind: 'plan', number: 1 },
    lapsed: null,
  });
  const found = await (await app.request('/?relecture=form-reviewed')).text();
  expect([found.includes('Service boite'), found.includes('Service voisin')]).toEqual([true, false]);
});

test('nobody reviews their own work, whatever they send; nothing is told of another service', async () => {
  const count = async () => (await readReviews(db, 'boite')).reviews.length;
  const before = await count();
  const tried = async (name: string, path = plan) => {
    const browser = await as(name).open('/mon-compte');
    await browser.post(`${path}/avis`, { ...tokenOf(browser), ...answered('form'), avis: 'approved' });
    return browser.status;
  };
  expect(await tried('member')).toBe(403);
  expect(await tried('sponsor')).toBe(403);
  expect(await tried('neighbour')).toBe(404);
  expect(await count()).toBe(before);
  // The member becomes a coach too: still of the team, and the author of the plan.
  await admin.open('/equipe/organisations/dinum/membres');
  await admin.send('/equipe/organisations/dinum/membres', { email: 'member@exemple.fr', role: 'coach' });
  const member = await site.browser().open(site.lastLink());
  people.set('both', await member.send('/connexion/confirmer'));
  expect(await tried('both')).toBe(403);
  expect(as('both').html).toContain('On ne relit pas son propre travail');
  expect((await as('both').open(plan)).html).not.toContain('Demander des changements');
  expect(await count()).toBe(before);
});

test('a new version makes the review stale, and says so to the team and to everyone', async () => {
  const coach = await as('coach').open(plan);
  const author = { actor: 'compte-2', at: site.context.now() };
  await savePlanVersion(db, { service: 'boite', text: planText('boite', 180), after: 1 }, author);
  await coach.send(`${plan}/avis`, { ...answered('form'), avis: 'changes' });
  expect(coach.status).toBe(409);
  expect(coach.html).toContain('L’équipe a enregistré la version');
  expect(coach.html).toContain('Le plan se tient.');
  expect((await coach.open(reviews)).html).toContain('cette relecture ne vaut plus');
});

test('a publication is reviewed passage by passage, with the grade of its data', async () => {
  await publishFor(db, { service: 'boite', planHash: 'ab'.repeat(32), day: '2026-11-20' });
  const figure = `${reviews}/publications/1`;
  const coach = await as('coach').open(`${figure}?endroit=hired.sentence`);
  expect(coach.html).toMatch(/value="hired.sentence" selected/);
  await coach.send(`${figure}/commentaires`, { endroit: 'hired.sentence', texte: 'Qui n’est pas suivi ?' });
  await coach.open(figure);
  expect(coach.html).toContain('Qui n’est pas suivi ?');
  await coach.send(`${figure}/avis`, { ...answered('substance', { donnees: '10' }), avis: 'approved' });
  expect(coach.status).toBe(422);
  await coach.open(figure);
  await coach.send(`${figure}/avis`, { ...answered('substance'), avis: 'approved' });
  expect((await coach.open(reviews)).html).toMatch(/Fond validé[\s\S]*publication n°.1/);
});

test.each([
  ['/plan/99', 404],
  ['/plan/zéro', 404],
  ['/publications/0', 404],
  ['/publications/2', 404],
])('%s is refused plainly', async (path, status) => {
  const coach = await as('coach').open(`${reviews}${path}`);
  expect([coach.status, coach.html.includes('Rien à relire à cette adresse')]).toEqual([status, true]);
});

test('without the token of the form, nothing is kept', async () => {
  const browser = await as('coach').open(`${reviews}/plan/2`);
  await browser.post(`${reviews}/plan/2/avis`, { ...answered('form'), avis: 'approved' });
  expect(browser.status).toBe(403);
  const comment = `${reviews}/commentaires/${'a'.repeat(32)}/reponses`;
  await browser.open(plan);
  await browser.post(comment, { ...tokenOf(browser), nature: 'resolved' });
  expect(browser.status).toBe(404);
});
