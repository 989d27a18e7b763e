import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { bytesUnder, type Workplace, workplace } from './command-line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { freePort, inDatabase, type RealSite, startSite } from './real-site.ts';
import { Visitor } from './visitor.ts';

const day = (offset: number) => new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);

/** Who was introduced to a firm, the columns named otherwise than in the plan; then those of the week after. */
const usageOf = (people: readonly number[]) =>
  `identifiant;date d'envoi\n${people.map((i) => `jeune-${i};${day(i % 200)}`).join('\n')}\n`;
const usage = usageOf(from(0, 600));
const usageAfter = usageOf(from(600, 200));

const contractsOf = (people: readonly number[]) =>
  people.map((i) => ({
    jeune: `jeune-${i}`,
    debut_contrat: day((i % 200) + 30),
    depose_le: day((i % 200) + 35),
  }));
/** Every other one signs thirty days later: the first half in a file, the others sent by a program. */
const contracts = contractsOf(from(0, 600).filter((i) => i % 2 === 0));
/** Of those of the week after, four in five. */
const contractsAfter = contractsOf(from(600, 200).filter((i) => i % 5 !== 0));
const half = contracts.length / 2;
const contractsFile = `jeune,debut_contrat,depose_le\n${contracts
  .slice(0, half)
  .map((row) => Object.values(row).join(','))
  .join('\n')}\n`;

let place: Workplace;
let browser: Browser;
let mails: MailServer;
let site: RealSite;
let port: number;
/** The same site at another moment: its clock is that of whoever lives these two weeks. */
const startAt = (at: string) => startSite(place, { port, at, settings: mails.settings });
beforeAll(async () => {
  place = workplace();
  place.write({ 'envois.csv': usage, 'contrats.csv': contractsFile, 'envois-suite.csv': usageAfter });
  [browser, mails, port] = await Promise.all([startBrowser(), startMailServer(), freePort()]);
  site = await startAt('2026-11-24T09:00:00Z');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.end('SIGKILL');
  await mails?.close();
  place?.clean();
});

test('someone who never measured anything: from an empty account to a public figure, by the pages alone', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const script = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const visitor = new Visitor(page, await script.newPage());
  const began = performance.now();
  const { address } = site;
  const space = `${address}/equipe/services/apprendre-pres`;

  await page.goto(await site.administratorLink());
  await visitor.write({ 'Votre adresse de courriel professionnelle': 'cheffe@exemple.fr' });
  await visitor.press('Me connecter');

  // The project, then its plan.
  await visitor.follow('Projetez-le');
  await visitor.write({ 'Nom du service à venir': 'Apprendre près' });
  await visitor.press('Commencer');
  await visitor.write({
    'L’effet, en une phrase': 'Des jeunes commencent un contrat d’apprentissage près de chez eux.',
    'Pour qui est-ce mieux': 'les jeunes qui cherchent un contrat',
    'Que fera le service': 'Mettre des jeunes en relation avec des entreprises proches.',
  });
  await page.getByLabel('Domaine de l’effet').selectOption('social');
  await visitor.press('Enregistrer et continuer');
  await visitor.write({
    'Façon 1': 'Appeler dix jeunes deux mois après.',
    'Façon 2': 'Rencontrer trois entreprises.',
    'Façon 3': 'Passer une journée dans un centre de formation.',
  });
  await visitor.press('Enregistrer et continuer');
  await visitor.write({
    'Mesure 1': 'La part de jeunes qui ont un contrat six mois après.',
    'Mesure 2': 'La distance entre le contrat et le domicile.',
    'Mesure 3': 'La part de contrats menés à leur terme.',
  });
  await visitor.press('Enregistrer et continuer');
  const nearest = page.locator('label[for="cas-labonnealternance"]');
  if (!(await nearest.isVisible())) await page.locator('main summary').click();
  await nearest.click({ position: { x: 12, y: 12 } });
  await visitor.press('Enregistrer et continuer');
  await visitor.write({
    'Sur 100 personnes comme vos usagers': '30',
    'Le plus petit changement': '5',
    'Combien de jours après l’usage': '90',
    'Combien de jours faut-il ensuite': '30',
    'Combien d’usagers par semaine': '25',
    'À partir de quand': '2025-01-01',
    'Jours de travail': '2',
    'Appels ou visites': '10',
    'Minutes pour chacun': '15',
    'Coût d’une journée': '500',
  });
  await visitor.press('Voir le projet');
  await visitor.sound();
  await visitor.press('Inscrire ce service');
  await page.waitForURL(space);
  expect(await page.getByText('Étape 2 sur 4').isVisible()).toBe(true);
  await visitor.sound();

  // What only the team can write: its right to match.
  await visitor.follow('Le plan de mesure');
  const text = await page.locator('#texte').inputValue();
  const written = text.replace(
    /# matching_right: à écrire\./g,
    'matching_right: convention du 1er mars 2025 #',
  );
  await page.locator('#texte').fill(written);
  await visitor.write({ 'Pourquoi ce changement': 'La convention est signée.' });
  await visitor.press('Enregistrer cette version');
  await page.getByText('La version 2 est enregistrée').waitFor();
  await visitor.sound();

  // The data: two files, and the rest by a program.
  const deposit = async (source: string, file: string, columns: Readonly<Record<string, string>> = {}) => {
    await page.goto(space);
    await visitor.follow('Déposer un fichier de données');
    await page.getByLabel('Ce que contient le fichier').selectOption(source);
    await page.locator('#fichier').setInputFiles(join(place.folder, file));
    await visitor.press('Voir les premières lignes');
    expect(await page.locator('main table').first().textContent()).not.toContain('jeune-');
    for (const [column, found] of Object.entries(columns)) {
      await page.locator(`[name="colonne-${column}"]`).selectOption(found);
    }
    await visitor.press('Déposer ces données');
    return visitor.reads();
  };
  const columns = { jeune: 'identifiant', envoyee_le: "date d'envoi" };
  expect(await deposit('relations', 'envois.csv', columns)).toMatch(/600.lignes prises/);
  expect(await deposit('contrats', 'contrats.csv')).toMatch(/150.lignes prises/);
  await page.goto(space);
  await visitor.follow('La collecte : ce qui arrive par le réseau');
  await visitor.sound();
  await visitor.write({ 'Qui enverra': 'registre' });
  await page.getByLabel('Vers quelle source').selectOption('contrats');
  await visitor.press('Créer la clé');
  const [key = ''] = /foulee_c_[\w-]{43}/.exec(await visitor.reads()) ?? [];
  const send = async (rows: readonly object[]) => {
    const sent = await fetch(`${address}/api/collecte/apprendre-pres/contrats`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(rows),
    });
    return sent.json();
  };
  expect(await send(contracts.slice(half))).toMatchObject({ received: half });

  // The first run, and what it found.
  await page.goto(space);
  expect(await visitor.reads()).toMatch(/Étape [34] sur 4/);
  await visitor.sound();
  // A slow reader is overtaken: the site measures by itself what is there, then again what was sent since.
  await visitor.untilOffered('Lancer la foulée maintenant');
  await visitor.press('Lancer la foulée maintenant');
  await visitor.untilOffered('Lancer la foulée maintenant');
  await visitor.lookUntil(/Sur 100 jeunes mis en relation/);
  await visitor.sound();
  const measured = (performance.now() - began - visitor.checking) / 1000;
  const toMeasure = visitor.steps;

  // What the public will read, then does read.
  await visitor.press('Publier ce chiffre');
  await visitor.lookUntil(/Ce que le public lira/);
  const sentence = (await page.locator('.known .sentence').first().textContent()) ?? '';
  expect(sentence).toMatch(/Sur 100 jeunes mis en relation avec une entreprise, entre 46 et 54 /);
  await visitor.sound();
  await visitor.press('Publier maintenant');
  await page.getByText('La publication n° 1 est en ligne').waitFor();
  await visitor.sound();
  await visitor.follow('Lire la page publique');
  expect(await page.locator('main').textContent()).toContain('jeunes mis en relation avec une entreprise');
  const whole = (performance.now() - began - visitor.checking) / 1000;
  console.log(
    `measured after ${toMeasure} steps and ${measured.toFixed(0)} s, public after ${visitor.steps} steps and ${whole.toFixed(0)} s`,
  );
  expect(whole).toBeLessThan(300);

  // Published again the same day: nothing is added, and the page says so.
  await page.goto(`${space}/foulee`);
  await visitor.press('Publier ce chiffre');
  await visitor.lookUntil(/dit déjà la même chose/);
  await visitor.sound();

  // A reminder asked for comes on its day; what arrived since is measured on Monday, by the site alone.
  await page.goto(`${space}/foulee`);
  await visitor.follow('Me rappeler cette page chaque semaine');
  await page.getByLabel('Jour').selectOption('jeudi');
  await page.getByLabel('Heure, à Paris').selectOption('9\u00a0h');
  await visitor.press('Me le rappeler');
  await page.getByText('Vous recevez un rappel le jeudi').waitFor();
  await site.end('SIGTERM');
  site = await startAt('2026-11-26T08:00:05Z');
  const reminder = await mails.message(1);
  expect(await deposit('relations', 'envois-suite.csv', columns)).toMatch(/200.lignes prises/);
  expect(await send(contractsAfter)).toMatchObject({ received: 160 });
  await site.end('SIGKILL');
  site = await startAt('2026-11-30T04:00:05Z');
  await page.goto(`${space}/foulee`);
  await visitor.lookUntil(/Plus que le hasard/);
  await visitor.sound();
  await site.end('SIGTERM');

  // One click from a message to the run; the next week brings one more message, and one click stops them.
  site = await startAt('2026-12-03T08:00:05Z');
  const next = await mails.message(2);
  expect([reminder, next].map(({ subject }) => subject?.replace(/\u00a0/g, ' '))).toEqual([
    'Apprendre près : la foulée de la semaine du 23 novembre 2026',
    'Apprendre près : la foulée de la semaine du 30 novembre 2026',
  ]);
  expect(next.text).toContain('C’est plus que le hasard');
  await page.goto(linkIn(next.text, /foulee$/));
  expect(await visitor.reads()).toContain('Plus que le hasard');
  await page.goto(linkIn(next.text, /arret$/));
  await visitor.press('Ne plus le recevoir');
  await page.getByRole('heading', { name: 'Rappel arrêté' }).waitFor();
  await page.goto(`${space}/rappels`);
  expect(await visitor.reads()).toContain('Vous ne recevez pas de rappel');
  await site.end('SIGTERM');
  site = await startAt('2026-12-10T08:00:05Z');
  await site.end('SIGTERM');
  const asked = await inDatabase(place, (db) =>
    db.selectFrom('job').select('state').where('kind', '=', 'reminder').execute(),
  );
  expect([asked, mails.received.length]).toEqual([[{ state: 'done' }, { state: 'done' }], 2]);
  expect(bytesUnder(place.data)).not.toContain('jeune-');
  await context.close();
  await script.close();
}, 600_000);

/** The first address of a message that ends so. */
const linkIn = (text = '', end: RegExp): string =>
  text.split(/\s/).find((word) => word.startsWith('http') && end.test(word)) ?? '';
