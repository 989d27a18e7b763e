import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { planText } from '../../portfolio/plans/fixtures/plan-text.ts';
import { currentPlan, planVersions } from '../../portfolio/plans/plan-version.ts';
import { formTokenField } from '../accounts/form-token.ts';
import { address, type Browser, type TestSite, testSite } from '../accounts/test-site.tsx';

const [database] = testDatabases();
if (database === undefined) throw new Error('no database to test on');

const path = '/equipe/services/boite/plan';
let db: Database;
let site: TestSite;
let admin: Browser;
const people = new Map<string, Browser>();
beforeAll(async () => {
  db = await database.open();
  site = testSite(db);
  admin = await site.firstAdministrator('admin@exemple.fr');
  for (const id of ['boite', 'voisin']) {
    await createService(db, { id, name: `Service ${id}` }, { actor: 'foulee', at: site.context.now() });
  }
  for (const [name, role, service] of [
    ['member', 'member', 'boite'],
    ['sponsor', 'sponsor', 'boite'],
    ['steward', 'steward', 'boite'],
    ['neighbour', 'member', 'voisin'],
  ] as const) {
    const members = `/equipe/services/${service}/membres`;
    await admin.open(members);
    await admin.send(members, { email: `${name}@exemple.fr`, role });
    const browser = await site.browser().open(site.lastLink());
    people.set(name, await browser.send('/connexion/confirmer'));
    await db.deleteFrom('login_request').execute();
  }
});
beforeEach(() => site.wait(60_000));
afterAll(() => db.destroy());

const as = (name: string): Browser => people.get(name) ?? admin;
const good = planText('boite');
const save = async (text: string, more: Record<string, string> = {}, who = 'member') => {
  const browser = await as(who).open(path);
  return browser.send(path, { texte: text, faire: 'enregistrer', ...more });
};

test('without a plan, the editor starts from what is known, and the space leads to it', async () => {
  const member = as('member');
  expect((await member.open('/equipe/services/boite')).html).toContain(`href="${path}"`);
  await member.open(path);
  expect(member.html).toContain('Aucun plan n’est encore enregistré');
  expect(member.html).toContain('name: Service boite');
  expect((await member.open(`${path}/impact.yaml`)).status).toBe(404);
});

test('a first plan may start from that of a real case: its sources received online, its words to fill in', async () => {
  const member = await as('member').open(`${path}?cas=aides.jeunes&vue=formulaire`);
  expect(member.html).toMatch(/<option value="aides.jeunes" selected/);
  expect(member.html).toContain('value="Service boite"');
  const [, text = ''] = /name="texte" value="([^"]*)"/.exec(member.html) ?? [];
  const { plan, problems } = readPlan(
    parseHTML(`<p>${text}</p>`).document.querySelector('p')?.textContent ?? '',
  );
  expect(problems).toEqual([]);
  expect(plan?.service.id).toBe('boite');
  expect(Object.values(plan?.sources ?? {}).map(({ arrivals }) => arrivals)).not.toContain(false);
  expect((await member.open(`${path}?cas=inconnu`)).html).toContain('kind: outcomes');
  expect(member.html).toContain('arrivals: true');
  expect(member.html).not.toContain('files:');
});

test('checking says each line to mend, with its text, and saves nothing', async () => {
  const member = await as('member').open(path);
  await member.send(path, { texte: good.replace('[90d]', '[3m]'), faire: 'verifier', note: 'Essai' });
  expect(member.status).toBe(200);
  expect(member.html).toMatch(/1.problème à corriger/);
  expect(member.html).toMatch(/data-line="26"[\s\S]*<code>horizons: \[3m\]<\/code>[\s\S]*essayez.: \d+d/);
  expect(member.html).toContain('value="Essai"');
  expect(await planVersions(db, 'boite')).toEqual([]);
});

test('what cannot be used is not saved, and stays on the page', async () => {
  const member = await save(good.replace('social', 'moral'));
  expect(member.status).toBe(422);
  expect(member.html).toContain('Le plan n’est pas enregistré');
  expect(member.html).toContain('domain: moral');
  expect(await planVersions(db, 'boite')).toEqual([]);
});

test('saved: a dated version, the sentence the public would read, marked as an example', async () => {
  const member = await save(good.replaceAll('\n', '\r\n'), { note: 'Première' });
  expect([member.status, member.location]).toEqual([303, `${path}?enregistree=1&vue=texte`]);
  await member.open(member.location ?? '');
  expect(member.html).toContain('La version 1 est enregistrée');
  expect(member.html).toMatch(/Chiffres inventés[\s\S]*sur.100.personnes qui ont utilisé Essai/);
  expect(await currentPlan(db, 'boite')).toMatchObject({ version: 1, text: good, note: 'Première' });
  await member.open(`${path}/impact.yaml`);
  expect([member.html, member.headers.get('content-disposition')]).toEqual([
    good,
    'attachment; filename="impact.yaml"',
  ]);
});

test('by form: the same text, comments kept; the text that was typed goes from one view to the other', async () => {
  const member = await as('member').open(`${path}?vue=formulaire`);
  expect(member.html).toContain('name="plan:effect.statement"');
  await member.send(path, { texte: good, 'plan:effect.statement': 'Moins de chômage.', faire: 'texte' });
  expect(member.html).toContain('effect: # ce qui change\n  statement: Moins de chômage.');
  await member.open(`${path}?vue=formulaire`);
  const typed = { texte: good, 'plan:indicators[0].horizons': '30d, 90d' };
  await member.send(path, { ...typed, faire: 'enregistrer' });
  expect(member.location).toBe(`${path}?enregistree=2&vue=formulaire`);
  expect((await currentPlan(db, 'boite'))?.text).toBe(
    good.replace('horizons: [90d]', 'horizons: [30d, 90d]'),
  );
});

test('by form: parts are added and taken out, nothing typed is lost, each remark is beside its field', async () => {
  const member = await as('member').open(`${path}?vue=formulaire`);
  const typed = { texte: good, 'plan:indicators[0].owner': 'Nous' };
  const added = { 'nouvelle-source': 'reponses', 'nouvelle-source-sorte': 'sample' };
  await member.send(path, { ...typed, ...added, faire: 'ajouter-source' });
  expect(member.status).toBe(200);
  expect(member.html).toContain('La source «\u00a0reponses\u00a0» est ajoutée');
  expect(member.html).toMatch(/<span id="ajout"><\/span><details[^>]*id="source-reponses"|id="ajout"/);
  expect(member.html).toContain('value="Nous"');
  expect(member.html).toMatch(/id="plan:sources.reponses.value-messages"[^>]*>.*fr-error-text/);
  await member.open(`${path}?vue=formulaire`);
  await member.send(path, { ...typed, ...added, 'nouvelle-source': 'usage', faire: 'ajouter-source' });
  expect([member.status, member.html.includes('value="usage"')]).toEqual([422, true]);
  const wrong = { 'plan:indicators[0].horizons': '3 mois', 'plan:indicators[0].baseline': '12' };
  await member.send(path, { ...typed, ...wrong, faire: 'verifier' });
  expect(member.html).toMatch(/À corriger.: il faut une durée d’au moins un jour, par exemple «.90 jours.»/);
  expect(member.html).toMatch(/À corriger.: il faut une part entre 0 et 1/);
  await member.open(`${path}?vue=formulaire`);
  await member.send(path, { ...typed, faire: 'retirer:sources.embauches' });
  expect(member.html).toContain('C’est retiré de ce texte');
  expect(member.html).not.toContain('id="source-embauches"');
  expect(await planVersions(db, 'boite')).toHaveLength(2);
});

test('by form: what the text cannot take is refused, said, and stays typed', async () => {
  const repeated = good.replace('[usage.csv]', '&f [usage.csv]').replace('[embauches.csv]', '*f');
  const member = await as('member').open(`${path}?vue=formulaire`);
  const typed = {
    texte: repeated,
    'plan:sources.usage.files': 'perdu.csv',
    'plan:indicators[0].owner': 'Moi',
  };
  await member.send(path, { ...typed, faire: 'enregistrer' });
  expect(member.status).toBe(422);
  expect(member.html).toMatch(/qui ne sait pas|ne sait pas reprendre[\s\S]*Fichiers/);
  expect([member.html.includes('perdu.csv'), member.html.includes('value="Moi"')]).toEqual([true, true]);
  expect(await planVersions(db, 'boite')).toHaveLength(2);
});

test('a text with a fault has no form: the text stays, and it is said', async () => {
  const member = await as('member').open(path);
  await member.send(path, { texte: 'foulee: [', faire: 'formulaire' });
  expect(member.html).toContain('Le formulaire ne s’ouvre pas sur ce texte');
  expect(member.html).toContain('foulee: [</textarea>');
});

test('someone who writes from an older version is told, with both texts', async () => {
  const late = await as('member').open(path);
  await late.send(path, { texte: planText('boite', 180), faire: 'enregistrer', apres: '1' });
  expect(late.status).toBe(409);
  expect(late.html).toMatch(/Quelqu’un a enregistré la version 2/);
  expect(late.html).toMatch(/difference-removed[\s\S]*horizons: \[30d, 90d\][\s\S]*difference-added/);
  expect(late.html).toContain('name="apres" value="2"');
  await late.send(path, { texte: planText('boite', 180), faire: 'enregistrer' });
  expect(late.location).toBe(`${path}?enregistree=3&vue=texte`);
});

test('versions: who, when, why, what changed in French and in the text; an old one comes back as a new one', async () => {
  const member = await as('member').open(`${path}/versions`);
  expect(member.html).toMatch(/Version 3<[\s\S]*Version 1<[\s\S]*par member@exemple.fr[\s\S]*«.Première.»/);
  await member.open(`${path}/versions/3`);
  expect(member.html).toMatch(/En clair[\s\S]*au bout de six mois/);
  expect(member.html).toMatch(/Dans le texte[\s\S]*horizons: \[180d\]/);
  await member.open(`${path}/versions/1`);
  expect(member.html).toMatch(/Enregistrée avant d’avoir regardé les effets<\/strong>.: «.embauche.»/);
  await member.send(`${path}/versions/1/reprendre`);
  expect(member.location).toBe(`${path}?enregistree=4`);
  expect(await currentPlan(db, 'boite')).toMatchObject({ text: good, note: 'Reprise de la version 1' });
  for (const none of ['9', '0', 'x', '1e9']) {
    expect((await member.open(`${path}/versions/${none}`)).status).toBe(404);
  }
});

test('a file sent is read and checked, not saved', async () => {
  const member = await as('member').open(path);
  const token = /name="jeton_formulaire" value="([^"]*)"/.exec(member.html)?.[1] ?? '';
  const form = new FormData();
  form.set(formTokenField, token);
  form.set('fichier', new File([`${good}# venu d’un fichier\n`], 'impact.yaml'));
  await member.request(`${path}/fichier`, { method: 'POST', body: form, headers: { origin: address } });
  expect(member.status).toBe(200);
  expect(member.html).toContain('# venu d’un fichier');
  expect(member.html).toContain('Ce plan est utilisable');
  expect(await planVersions(db, 'boite')).toHaveLength(4);
});

test.each(['sponsor', 'steward'])('a %s reads and checks, and saves nothing', async (role) => {
  const reader = await as(role).open(path);
  expect(reader.html).toContain('l’écrire revient aux membres');
  expect(reader.html).not.toContain('value="enregistrer"');
  expect((await save(planText('boite', 30), {}, role)).status).toBe(403);
  expect((await reader.open(`${path}/versions/2`)).html).not.toContain('Reprendre la version');
  expect(await planVersions(db, 'boite')).toHaveLength(4);
});

test('another team sees nothing, as if the service did not exist', async () => {
  for (const page of ['', '/versions', '/versions/1', '/impact.yaml', '/versions/1/impact.yaml']) {
    const other = await as('neighbour').open(`${path}${page}`);
    expect([page, other.status, other.html.includes('foulee:')]).toEqual([page, 404, false]);
  }
  expect((await as('neighbour').open('/equipe/services/rien/plan')).status).toBe(404);
});

test('the script is ours alone, whole by itself, and the page lets nothing else run', async () => {
  const member = await as('member').open(path);
  expect(member.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/);
  await member.open('/equipe/editeur-de-plan.js');
  expect(member.headers.get('content-type')).toContain('text/javascript');
  expect(() => new Function(member.html)).not.toThrow();
  expect(member.html.length).toBeLessThan(3000);
});
