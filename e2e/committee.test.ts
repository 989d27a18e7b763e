import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type Workplace, workplace } from './command-line.ts';
import { type RealSite, startSite } from './real-site.ts';
import { sound } from './sound.ts';
import { publishThree, threeServices, threshold, trueEffect } from './three-services.ts';

const { works, useless, unknown } = threeServices;

/** What two years of each cost, what the evidence of a simulated truth should suggest, and what the sponsor decides. */
const committees = [
  {
    service: works,
    budget: '600 000',
    suggests: 'Accélérer',
    decides: 'continue-more',
    reason: 'L’effet dépasse le seuil : ouvrir à deux régions de plus.',
    isPublic: true,
  },
  {
    service: useless,
    budget: '600 000',
    suggests: 'Arrêter',
    decides: 'stop',
    reason: 'Douze mille personnes suivies, aucun effet : l’argent servira ailleurs.',
    isPublic: true,
  },
  {
    service: unknown,
    budget: '60 000',
    suggests: 'On ne peut pas dire',
    decides: 'provisional',
    reason: 'Trop peu de personnes suivies pour dire si ce service aide.',
    isPublic: false,
  },
] as const;

let place: Workplace;
let browser: Browser;
let site: RealSite;
beforeAll(async () => {
  place = workplace();
  publishThree(place, '2026-11-25T09:00:00.000Z');
  [browser, site] = await Promise.all([startBrowser(), startSite(place, { at: '2026-11-28T09:00:00.000Z' })]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.end('SIGKILL');
  place?.clean();
});

test('the worlds are what they should be: an effect above what counts, none, and one nobody can see', () => {
  expect(trueEffect(place, works)).toBeGreaterThan(threshold + 1);
  expect(trueEffect(place, useless)).toBe(0);
  expect(Math.abs(trueEffect(place, unknown) - threshold)).toBeLessThan(1.5);
});

test('three committees: prepared, printed, decided, followed, without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const script = await browser.newContext({ bypassCSP: true });
  const [page, checker] = [await context.newPage(), await script.newPage()];
  page.setDefaultTimeout(30_000);
  const { address } = site;
  const space = (id: string) => `${address}/equipe/services/${id}`;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const read = async () => plain((await page.locator('main').textContent()) ?? '');
  const sessions = new Map<string, string>();

  await page.goto(await site.administratorLink());
  await page.getByLabel('Votre adresse de courriel professionnelle').fill('sponsor@exemple.fr');
  await press('Me connecter');

  for (const { service, budget, suggests } of committees) {
    // What it costs, then the committee: its day, its question, and what should be better by the next one.
    await page.goto(`${space(service.id)}/couts`);
    await page.getByRole('textbox', { name: /^Du / }).fill('01/01/2025');
    await page.getByRole('textbox', { name: /^Au / }).fill('31/12/2026');
    await page.getByRole('textbox', { name: /^Montant/ }).fill(budget);
    await press('Ajouter cette ligne');
    expect(await read()).toMatch(/du 1er janv\S* 2025 au 31 déc\S* 2026/);
    await page.goto(`${space(service.id)}/comites`);
    await page.getByLabel('Jour du comité').fill('2026-12-10');
    await page.getByLabel('Jour où l’argent s’arrête').fill('2026-12-20');
    await page.getByLabel('La question posée au sponsor').fill('Continuer six mois ?');
    await press('Prévoir ce comité');
    await page.getByLabel('Ce qui sera mieux').fill('Trois personnes de plus sur cent retrouvent un emploi.');
    await page.getByLabel('Pour quel jour').fill('2027-06-01');
    await press('Ajouter cet objectif');
    expect(await read()).toContain(`${suggests}.`);
    expect(await read()).toMatch(/Ce que coûte un effet[^€]{0,400}€/);
    await press('Figer les preuves');
    expect(await read()).toMatch(/Empreinte des preuves \(SHA-256\) : [0-9a-f]{64}/);
    sessions.set(service.id, page.url());
  }
  const sessionOf = ({ id }: { readonly id: string }) => sessions.get(id) ?? '';
  await page.goto(sessionOf(unknown));
  await sound(page, checker);

  // The dossier, read then printed.
  await page.goto(`${sessionOf(useless)}/dossier`);
  expect(await read()).toContain('Arrêter');
  await sound(page, checker);
  const began = performance.now();
  const printed = await page.request.get(`${sessionOf(useless)}/dossier.pdf`);
  const took = performance.now() - began;
  const pdf = (await printed.body()).toString('latin1');
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toMatch(/pdfuaid:part/);

  // The desk: three services side by side, each with what the data suggest.
  await page.goto(`${address}/equipe/bureau`);
  for (const { service, suggests } of committees) {
    const card = page.locator('.desk-item', {
      has: page.getByRole('link', { name: service.name, exact: true }),
    });
    expect(plain((await card.textContent()) ?? '')).toContain(`Ce que suggèrent les données : ${suggests} :`);
  }
  await sound(page, checker);

  // The three decisions.
  for (const { service, decides, reason, isPublic } of committees) {
    await page.goto(`${sessionOf(service)}/decider`);
    for (const [criterion, score] of [
      ['note-objectives', '2'],
      ['note-cost', '3'],
    ] as const)
      await page.locator(`[name="${criterion}"]`).selectOption(score);
    await choose(page, 'decision', decides);
    await page.getByLabel('Pourquoi').fill(reason);
    if (decides !== 'stop') {
      await page.getByLabel('Montant en euros').fill('60 000');
      await page.getByLabel('Condition 1', { exact: true }).fill('Suivre cinq mille personnes de plus.');
      await page.getByLabel('Échéance de la condition 1').fill('2026-12-09');
    }
    if (decides === 'provisional') await page.getByLabel('Jusqu’à quel jour').fill('2027-01-20');
    await choose(page, 'publique', isPublic ? 'oui' : 'non');
    await press('Prendre cette décision');
    expect(await read()).toContain(reason);
  }

  // The condition waits in the week of the team, until it says what became of it.
  await page.goto(`${space(unknown.id)}/foulee`);
  expect(await read()).toContain('Suivre cinq mille personnes de plus.');
  await sound(page, checker);
  await page.goto(sessionOf(unknown));
  await page.locator('summary', { hasText: 'Dire ce qu’il en est' }).first().click();
  await choose(page, 'remplie', 'oui');
  await page.getByLabel('En un mot').first().fill('Deux régions de plus suivent leurs inscrits.');
  await page.getByRole('button', { name: /^Enregistrer : Suivre/ }).click();
  await page.goto(`${space(unknown.id)}/foulee`);
  expect(await read()).not.toContain('À remplir');

  // What everyone reads: the decisions that are public, and those alone.
  await page.goto(`${address}/services/${useless.id}`);
  expect(await read()).toContain('aucun effet : l’argent servira ailleurs');
  await sound(page, checker);
  await page.goto(`${address}/services/${unknown.id}`);
  expect(await read()).not.toContain('Trop peu de personnes suivies pour dire');
  await page.goto(`${address}/equipe/decisions`);
  for (const { reason } of committees) expect(await read()).toContain(reason);
  await page.goto(`${address}/equipe/bureau`);
  expect(await read()).not.toContain('Arrêter :');
  console.log(`dossier printed in ${took.toFixed(0)} ms`);
  await context.close();
  await script.close();
}, 240_000);

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** Presses the label of a choice, as a reader would. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const id = await page.locator(`input[name="${name}"][value="${value}"]`).first().getAttribute('id');
  await page.locator(`label[for="${id}"]`).click({ position: { x: 12, y: 12 } });
}
