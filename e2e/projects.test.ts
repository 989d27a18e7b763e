import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministratorLink } from '../src/platform/accounts/first-administrator.ts';
import { testDatabases } from '../src/platform/database/test-databases.ts';
import { publishedSite } from '../src/web/fixtures/published-site.ts';
import { closeServer, listen } from '../src/web/server/listen.ts';
import { nodeServer } from '../src/web/server/node-server.ts';
import { startBrowser } from './browser.ts';
import { sound } from './sound.ts';

const port = 40_000 + (process.pid % 20_000);
const address = `http://localhost:${port}`;

let browser: Browser;
let published: Awaited<ReturnType<typeof publishedSite>>;
let server: Server;
beforeAll(async () => {
  const [database] = testDatabases();
  if (database === undefined) throw new Error('no database to test on');
  [browser, published] = await Promise.all([startBrowser(), publishedSite(database.open)]);
  const { app, facts } = published.site('neutre', address);
  server = nodeServer({ app, cache: facts.cache, onAnswer: () => {}, clock: () => performance.now() });
  await listen(server, port, '127.0.0.1');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (server !== undefined) await closeServer(server, 100);
  await published?.close();
});

const answers: readonly (readonly [string, string])[] = [
  ['statement', 'Des logements vides depuis longtemps sont de nouveau habités.'],
  ['beneficiaries', 'les ménages qui cherchent un logement'],
  ['mission', 'Aider les communes à contacter les propriétaires de logements vides.'],
];
const checks = ['Appeler dix propriétaires.', 'Visiter cinq rues.', 'Rencontrer trois maires.'];
const measures = ['La part de logements habités.', 'Le délai avant location.', 'Le coût par logement loué.'];
const numbers: readonly (readonly [string, string])[] = [
  ['without', '12'],
  ['change', '3'],
  ['horizon', '365'],
  ['late', '180'],
  ['usersPerWeek', '150'],
  ['start', '2027-01-04'],
  ['prepareDays', '5'],
  ['calls', '60'],
  ['callMinutes', '15'],
  ['dayCost', '500'],
];

test('a service to come, from a real case to its plan, without script, on a phone and a wide screen', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const checker = await (await browser.newContext({ bypassCSP: true })).newPage();
  const go = () => page.locator('main form button[type=submit]').first().click();
  const write = (name: string, text: string) => page.fill(`main [name=${name}]`, text);
  const three = async (name: string, texts: readonly string[]) => {
    for (const [i, text] of texts.entries()) await write(`${name}${i + 1}`, text);
  };

  for (const path of ['/cas?methode=adjusted', '/cas/la-bonne-boite', '/methodes/exemple-tirage-au-sort']) {
    await page.goto(`${address}${path}`);
    await sound(page, checker);
  }

  const now = () => '2026-11-27T08:00:00.000Z';
  await page.goto((await firstAdministratorLink({ db: published.db, now }, address)) ?? '');
  await write('email', 'admin@exemple.fr');
  await go();
  await page.goto(`${address}/equipe/projets`);
  await sound(page, checker);
  await write('name', 'Remettre en location');
  await go();
  for (const [name, text] of answers) await write(name, text);
  await page.selectOption('[name=domain]', 'social');
  await sound(page, checker);
  await go();
  await three('check', ['Un questionnaire en ligne', ...checks.slice(1)]);
  await go();
  expect(await page.textContent('main')).toContain('Dites qui vous allez rencontrer ou appeler');
  await three('check', checks);
  await go();
  await three('measure', measures);
  await go();
  await sound(page, checker);
  await page.check('#cas-zero-logement-vacant');
  await go();
  for (const [name, text] of numbers) await write(name, text);
  await sound(page, checker);
  await go();
  await sound(page, checker);
  const shown = (await page.textContent('main')) ?? '';
  for (const part of ['Premier chiffre honnête', 'Coût de la mesure', checks[2] ?? ''])
    expect(shown).toContain(part);
}, 120_000);
