import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { caseLibrary } from '../../portfolio/cases/library.ts';
import { publishedSite } from '../fixtures/published-site.ts';

let published: Awaited<ReturnType<typeof publishedSite>>;
let app: ReturnType<(typeof published)['site']>['app'];
beforeAll(async () => {
  const [database] = testDatabases();
  if (database === undefined) throw new Error('no database to test on');
  published = await publishedSite(database.open);
  app = published.site('neutre').app;
});
afterAll(() => published.close());

const plain = (text: string) => text.replace(/[\u00a0\u202f]|&nbsp;/g, ' ');
async function ask(path: string) {
  const response = await app.request(path);
  return { status: response.status, headers: response.headers, text: plain(await response.text()) };
}
const listed = (text: string) => [...text.matchAll(/<h3><a href="\/cas\/([^"]+)"/g)].map(([, id]) => id);

test('every case is listed, told on its page and linked to its plan', async () => {
  const list = await ask('/cas');
  expect(listed(list.text)).toEqual(caseLibrary.map(({ id }) => id));
  for (const { id, name } of caseLibrary) {
    const { status, text } = await ask(`/cas/${id}`);
    expect([status, text.includes(`href="/cas/${id}/impact.yaml"`)], name).toEqual([200, true]);
  }
});

test('the form narrows without script, says how many, and offers a way out', async () => {
  const { text } = await ask('/cas?recherche=LOGEMENT&methode=adjusted');
  expect(listed(text)).toEqual(['zero-logement-vacant']);
  expect(text).toContain('1 cas trouvé');
  expect(text).toContain('Retirer les filtres');
  expect(text).not.toContain('<script');
  const none = await ask('/cas?recherche=zzz');
  expect(none.text).toContain('Aucun cas ne correspond');
});

test('a choice that does not exist is left out, not shown', async () => {
  const { status, text } = await ask('/cas?methode=constructor&delai=%3Cb%3E');
  expect(status).toBe(200);
  expect(listed(text)).toHaveLength(caseLibrary.length);
  expect(text).not.toContain('&lt;b&gt;');
});

test('the plan is a file that Foulée reads', async () => {
  const { headers, text } = await ask('/cas/aides.jeunes/impact.yaml');
  expect(headers.get('content-disposition')).toBe('attachment; filename="impact.yaml"');
  expect(readPlan(text).problems).toEqual([]);
});

test('a case worked through leads to its guide, on a page of the site', async () => {
  const [, guide = ''] = /href="(\/methodes\/exemple-[^"]+)"/.exec((await ask('/cas/mps')).text) ?? [];
  const { status, text } = await ask(guide);
  expect(status).toBe(200);
  expect(text).toContain('1 h 51 gagnées par réponse');
  expect((await ask('/cas/estime')).text).not.toContain('travaillé jusqu’au chiffre');
});

test('a case that does not exist says where to look', async () => {
  for (const path of ['/cas/constructor', '/cas/nulle-part/impact.yaml']) {
    const { status, text } = await ask(path);
    expect(status).toBe(404);
    expect(text).toContain('Cherchez-le par un mot parmi les cas réels');
  }
});

test('the service that shows a case leads to it, and the case to the service when the site has it', async () => {
  expect((await ask('/services/demo-la-bonne-boite')).text).toContain('href="/cas/la-bonne-boite"');
  expect((await ask('/services/demo-plante-et-moi')).text).toContain('href="/cas/plante-et-moi/impact.yaml"');
  expect((await ask('/cas/la-bonne-boite')).text).toContain('href="/services/demo-la-bonne-boite"');
});

test('the home page, the menu, the site map and the map for search engines lead to the library', async () => {
  for (const path of ['/', '/plan-du-site']) expect((await ask(path)).text).toContain('href="/cas"');
  expect((await ask('/plan-du-site')).text).toContain('href="/cas/mps"');
  expect((await ask('/sitemap.xml')).text).toContain('<loc>https://impact.exemple.fr/cas/mps</loc>');
});
