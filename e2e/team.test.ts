import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type Workplace, workplace } from './command-line.ts';
import { type RealSite, startSite } from './real-site.ts';
import { sound } from './sound.ts';

const reason = 'Les embauches de mars étaient comptées deux fois.';

/** Twice as many people used the service as found a job: figures large enough to be published. */
function registers(): Record<string, string> {
  const day = (i: number) => new Date(Date.UTC(2025, 0, 1 + (i % 200))).toISOString().slice(0, 10);
  const later = (i: number) => new Date(Date.UTC(2025, 1, 1 + (i % 200))).toISOString().slice(0, 10);
  const people = Array.from({ length: 600 }, (_, i) => i);
  return {
    'usage.csv': `id,day\n${people.map((i) => `p${i},${day(i)}`).join('\n')}\n`,
    'hires.csv': `id,day\n${people
      .filter((i) => i % 2 === 0)
      .map((i) => `p${i},${later(i)}`)
      .join('\n')}\n`,
    'impact.yaml': `foulee: 1
service: {id: emploi-test, name: Emploi test, organisation: Test, mission: Aider à trouver un emploi}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: [usage.csv], subject: id, time: day, matching_right: journal applicatif de personnes informées}
  hires: {kind: outcomes, files: [hires.csv], subject: id, time: day, matching_right: convention, complete_through: 2026-06-30}
indicators:
  - id: hired
    name: Embauches
    method: follow-up
    exposure: usage
    outcome: hires
    horizons: [90d]
    window: {after: 1d, until: 90d}
    sentence: {who: personnes qui ont utilisé le service, what: retrouvent un emploi}
    limits: [Les personnes non connectées ne sont pas vues.]
`,
  };
}

let place: Workplace;
let browser: Browser;
let site: RealSite;
beforeAll(async () => {
  place = workplace();
  place.write(registers());
  const apart = { data: join(place.folder, '.site') };
  [browser, site] = await Promise.all([startBrowser(), startSite(place, apart)]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.end('SIGKILL');
  place?.clean();
});

test('from the first administrator to a published, then corrected figure, without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const script = await browser.newContext({ bypassCSP: true });
  const checker = await script.newPage();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  const { address } = site;
  await page.goto(await site.administratorLink());
  await page.getByLabel('Votre adresse de courriel professionnelle').fill('admin@exemple.fr');
  await press('Me connecter');
  await page.waitForURL(`${address}/equipe`);
  expect(await page.getByText('Par où commencer').isVisible()).toBe(true);
  await sound(page, checker);

  await page.getByRole('link', { name: 'Inscrire un service' }).last().click();
  await sound(page, checker);
  await page.getByLabel('Son nom').fill('Emploi test');
  await page.getByLabel('Son identifiant').fill('emploi-test');
  await press('Inscrire ce service');
  await page.waitForURL(`${address}/equipe/services/emploi-test`);
  await sound(page, checker);

  const measured = place.run('publish', 'impact.yaml', '--dry-run', '--output', 'publication.json');
  expect(measured.err.replace(/.*\r/g, '')).not.toContain('→');
  expect(measured.code).toBe(0);
  await page.getByLabel('Le fichier de la publication').setInputFiles(join(place.folder, 'publication.json'));
  await press('Voir ce que le public lira');
  const sentence = page.locator('.known .sentence').first();
  const said = await sentence.textContent();
  expect(said).toMatch(/Sur 100 personnes qui ont utilisé le service/);
  expect(await (await page.request.get(`${address}/services/emploi-test`)).text()).toContain(
    'pas encore mesuré',
  );
  await sound(page, checker);

  await press('Publier maintenant');
  await sound(page, checker);
  expect(await page.getByText('La publication n° 1 est en ligne').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Lire la page publique' }).click();
  expect(await page.locator('.known .sentence').textContent()).toBe(said);

  await page.goto(`${address}/equipe/services/emploi-test`);
  await sound(page, checker);
  await page.getByRole('link', { name: 'Corriger ou retirer' }).click();
  await sound(page, checker);
  await page.locator('#raison').fill(reason);
  await press('Enregistrer');
  await page.waitForURL(`${address}/equipe/services/emploi-test`);
  expect(await page.getByText('Corrigée').isVisible()).toBe(true);
  await page.goto(`${address}/corrections`);
  expect(await page.getByText(reason).isVisible()).toBe(true);

  await page.goto(`${address}/equipe/services/emploi-test`);
  await page.getByRole('link', { name: 'La foulée de la semaine' }).click();
  await page.getByLabel('Ce que ces chiffres nous apprennent').fill('Rien de nouveau.');
  await press('Noter');
  await page.locator('.week-text', { hasText: 'Rien de nouveau.' }).waitFor();
  await page.getByLabel('Combien d’appels').fill('2');
  await page.getByLabel('Ce que nous avons entendu').fill('Le mot « cible » ne veut rien dire.');
  await press('Noter ces appels');
  await page.locator('.week-text', { hasText: 'cible' }).waitFor();
  await page.getByLabel('Une seule étape, d’ici la semaine prochaine').fill('Changer ce mot');
  await press('Choisir cette étape');
  await page.locator('.week-text', { hasText: 'Changer ce mot' }).waitFor();
  expect(await page.getByText('1\u00a0foulée de suite.').isVisible()).toBe(true);

  for (const path of [
    '/equipe',
    '/equipe/membres',
    '/equipe/services/emploi-test/membres',
    '/mon-compte',
    '/equipe/journal',
    '/equipe/taches',
    '/equipe/services/emploi-test/taches',
    '/equipe/services/emploi-test/foulee',
    '/equipe/services/emploi-test/rappels',
  ]) {
    await page.goto(`${address}${path}`);
    await sound(page, checker);
  }
  await context.close();
  await script.close();
}, 300_000);
