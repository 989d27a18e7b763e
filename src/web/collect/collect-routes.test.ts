import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { address, type Browser } from '../accounts/test-site.tsx';
import { declarePlan } from './collection-plan.ts';
import { collectingSite, receivedPlan } from './fixtures/collecting-site.ts';

const [embedded] = testDatabases();
const path = '/equipe/services/mon-service/collecte';
let site: Awaited<ReturnType<typeof collectingSite>>;
let team: Browser;
beforeAll(async () => {
  if (embedded === undefined) throw new Error('there is always one kind of database');
  site = await collectingSite(embedded);
  team = site.team;
});
afterAll(() => site.close());

const declare = (document: string) =>
  declarePlan(site.context, { service: 'mon-service', document, by: 'foulee' });

const sendRow = (key: string) =>
  site.app.request(`${address}/api/collecte/mon-service/usage`, {
    method: 'POST',
    body: JSON.stringify({ id: 'a', jour: '2026-11-20' }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  });

test('the page leads to the plan; a key is made and shown once, a row received, the key revoked', async () => {
  expect((await team.open('/equipe/services/mon-service')).html).toContain(`href="${path}"`);
  expect((await team.open(path)).html).toContain('Rien pour l’instant');
  expect(team.html).toContain('href="/equipe/services/mon-service/plan?vue=formulaire"');
  await declare(receivedPlan);
  await team.open(path);
  expect(team.html).toContain(`${address}/api/collecte/mon-service/usage`);
  expect(team.html).toContain('id (pseudonyme), jour, canal');
  await team.send(`${path}/cles`, { name: 'production', source: 'usage', origins: '' });
  const [key = ''] = /foulee_c_[\w-]{43}/.exec(team.html) ?? [];
  expect((await sendRow(key)).status).toBe(200);
  expect((await team.open(path)).html).not.toContain(key);
  expect(team.html).toMatch(/production[\s\S]*un serveur/);
  const [action = ''] = /\/equipe[^"]*\/revoquer/.exec(team.html) ?? [];
  await team.send(action);
  expect(team.location).toBe(path);
  site.wait(1_001);
  expect((await sendRow(key)).status).toBe(401);
  expect((await team.open(path)).html).toContain('Révoquée le');
});

test.each([
  ['a plan with a mistake', receivedPlan.replace('kind: events', 'kind: evenements'), 422, 'Ligne 5'],
  [
    'the plan of another service',
    receivedPlan.replace('id: mon-service', 'id: ailleurs'),
    422,
    'celui du service « ailleurs »',
  ],
  ['a plan of files only', receivedPlan.replace('arrivals: true', 'files: [u.csv]'), 422, 'des fichiers'],
  [
    'another rule for letter case',
    receivedPlan.replace('subject: id, time: jour, att', 'subject: id, letter_case: ignore, time: jour, att'),
    422,
    'change letter_case',
  ],
])('%s is refused, and the one before stays', async (_, document, status, said) => {
  await declare(receivedPlan);
  await expect(declare(document)).rejects.toMatchObject({ status, message: expect.stringContaining(said) });
  expect((await team.open(path)).html).toContain('/api/collecte/mon-service/usage');
});

test('a key of a page is for sites in https', async () => {
  await team.open(path);
  await team.send(`${path}/cles`, { name: 'page', source: 'usage', origins: 'javascript:alert(1)' });
  expect(team.status).toBe(422);
  await team.open(path);
  await team.send(`${path}/cles`, {
    name: 'page',
    source: 'usage',
    origins: 'https://a.gouv.fr/page, http://localhost:3000',
  });
  expect(team.html).toContain('@foulee/sdk');
  expect((await team.open(path)).html).toContain('https://a.gouv.fr, http://localhost:3000');
});
