import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { bytesUnder, type Workplace, workplace } from './command-line.ts';
import { accessibilityProblems } from './page-checks.ts';
import { pause } from './real-site.ts';

const people = Array.from({ length: 600 }, (_, i) => i);
const day = (offset: number) => new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);

/** Who was introduced to a firm, the columns named otherwise than in the plan. */
const usage = `identifiant;date d'envoi\n${people.map((i) => `jeune-${i};${day(i % 200)}`).join('\n')}\n`;

/** Every other one signs thirty days later: the first half in a file, the others sent by a program. */
const contracts = people
  .filter((i) => i % 2 === 0)
  .map((i) => ({
    jeune: `jeune-${i}`,
    debut_contrat: day((i % 200) + 30),
    depose_le: day((i % 200) + 35),
  }));
const half = contracts.length / 2;
const contractsFile = `jeune,debut_contrat,depose_le\n${contracts
  .slice(0, half)
  .map((row) => Object.values(row).join(','))
  .join('\n')}\n`;

let place: Workplace;
let browser: Browser;
let site: ChildProcess;
let address: string;
let link: string;
beforeAll(async () => {
  place = workplace();
  place.write({ 'envois.csv': usage, 'contrats.csv': contractsFile });
  [browser, { site, address, link }] = await Promise.all([startBrowser(), startSite()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  site?.kill('SIGKILL');
  place?.clean();
});

function startSite(): Promise<{ site: ChildProcess; address: string; link: string }> {
  const port = 26_000 + (process.pid % 20_000);
  const at = `http://localhost:${port}`;
  const child = spawn(process.execPath, [resolve('bin/foulee.js'), 'serve', '--no-demo'], {
    cwd: place.folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      FOULEE_DATA: place.data,
      DATABASE_URL: '',
      FOULEE_URL: at,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
  });
  return new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      const [first] = /http\S*\/connexion\/confirmer\S*/.exec(said) ?? [];
      if (first !== undefined) found({ site: child, address: at, link: first });
    });
    child.once('exit', () => failed(new Error(`the site stopped: ${said}`)));
  });
}

/** Someone who reads and presses, without script; every page is also checked by axe at two widths. */
class Visitor {
  readonly page: Page;
  readonly #checker: Page;
  /** Pages opened and forms sent. */
  steps = 0;
  /** Milliseconds spent checking rather than measuring. */
  checking = 0;

  constructor(page: Page, checker: Page) {
    this.page = page;
    this.#checker = checker;
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).first().click();
    this.steps += 1;
  }

  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click();
    this.steps += 1;
  }

  async write(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields))
      await this.page.getByLabel(label).first().fill(value);
  }

  /** Looks again, as someone would, until the page says so. */
  async lookUntil(wanted: RegExp): Promise<void> {
    for (let look = 0; look < 60; look++) {
      if (wanted.test((await this.page.locator('main').textContent()) ?? '')) return;
      await pause(500);
      await this.page.reload();
      this.steps += 1;
    }
    throw new Error(`never said ${wanted}: ${await this.page.locator('main').textContent()}`);
  }

  async sound(): Promise<void> {
    const from = performance.now();
    await this.#checker.context().addCookies(await this.page.context().cookies());
    for (const width of [390, 1280]) {
      await this.#checker.setViewportSize({ width, height: 900 });
      await this.#checker.goto(this.page.url());
      const name = new URL(this.page.url()).pathname;
      const problems = await accessibilityProblems(this.#checker);
      const overflow = await this.#checker.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect({ name, width, problems, overflow }).toEqual({ name, width, problems: [], overflow: 0 });
    }
    this.checking += performance.now() - from;
  }
}

test('someone who never measured anything: from an empty account to a public figure, by the pages alone', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const script = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const visitor = new Visitor(page, await script.newPage());
  const began = performance.now();
  const space = `${address}/equipe/services/apprendre-pres`;

  await page.goto(link);
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
  for (const [source, file, columns] of [
    ['relations', 'envois.csv', { jeune: 'identifiant', envoyee_le: "date d'envoi" }],
    ['contrats', 'contrats.csv', {}],
  ] as const) {
    await page.goto(space);
    await visitor.follow('Déposer un fichier de données');
    await page.getByLabel('Ce que contient le fichier').selectOption(source);
    await page.locator('#fichier').setInputFiles(join(place.folder, file));
    await visitor.press('Voir les premières lignes');
    expect(await page.locator('main table').first().textContent()).not.toContain('jeune-1');
    for (const [column, found] of Object.entries(columns)) {
      await page.locator(`[name="colonne-${column}"]`).selectOption(found);
    }
    await visitor.press('Déposer ces données');
    expect(await page.locator('main').textContent()).toMatch(
      source === 'relations' ? /600.lignes prises/ : /150.lignes prises/,
    );
  }
  await page.goto(space);
  await visitor.follow('La collecte : ce qui arrive par le réseau');
  await visitor.sound();
  await visitor.write({ 'Qui enverra': 'registre' });
  await page.getByLabel('Vers quelle source').selectOption('contrats');
  await visitor.press('Créer la clé');
  const [key = ''] = /foulee_c_[\w-]{43}/.exec((await page.locator('main').textContent()) ?? '') ?? [];
  const sent = await fetch(`${address}/api/collecte/apprendre-pres/contrats`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(contracts.slice(half)),
  });
  expect([sent.status, await sent.json()]).toMatchObject([200, { received: half }]);

  // The first run, and what it found.
  await page.goto(space);
  expect(await page.getByText('Étape 3 sur 4').isVisible()).toBe(true);
  await visitor.sound();
  await visitor.press('Lancer la foulée maintenant');
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
  expect(bytesUnder(place.data)).not.toContain('jeune-');
  await context.close();
  await script.close();
}, 300_000);
