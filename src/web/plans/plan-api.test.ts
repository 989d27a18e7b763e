import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../../cli/main.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { planText } from '../../portfolio/plans/fixtures/plan-text.ts';
import { planVersions } from '../../portfolio/plans/plan-version.ts';
import { remotePlan } from '../../portfolio/plans/remote-plan.ts';
import { publishedSite } from '../fixtures/published-site.ts';
import { closeServer, listen } from '../server/listen.ts';
import { nodeServer } from '../server/node-server.ts';
import { accountWithKey } from '../team/fixtures/account-with-key.ts';

const [database] = testDatabases();
if (database === undefined) throw new Error('no database to test on');
const folder = mkdtempSync(join(tmpdir(), 'foulee-plan-'));
const service = 'demo-dora';
let published: Awaited<ReturnType<typeof publishedSite>>;
let server: Server;
let address: string;
let key: string;
beforeAll(async () => {
  published = await publishedSite(() => database.open());
  const { app, facts } = published.site('neutre');
  server = nodeServer({ app, cache: facts.cache, onAnswer: () => {}, clock: () => performance.now() });
  address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  ({ key } = await accountWithKey(published.db, service));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  await closeServer(server, 100);
  await published.close();
});

test('nothing yet, then a version sent and read back; the same text again changes nothing', async () => {
  const plan = remotePlan(address, key, service);
  await expect(plan.read()).rejects.toThrow(/pas encore de plan/);
  const text = planText(service);
  expect(await plan.send({ text, after: 0, note: 'Première' })).toMatchObject({ version: 1, saved: true });
  expect(await plan.read()).toMatchObject({ version: 1, text });
  expect(await plan.send({ text, after: 0, note: '' })).toMatchObject({ version: 1, saved: false });
});

test('sent over a version it does not come from, or unusable: refused in the words of the site', async () => {
  const plan = remotePlan(address, key, service);
  const later = { text: planText(service, 180), note: '' };
  await expect(plan.send({ ...later, after: 0 })).rejects.toThrow(/version 1 du plan entre-temps/);
  await expect(plan.send({ text: 'foulee: 2', after: 1, note: '' })).rejects.toThrow(/problème/);
  await expect(plan.send({ text: planText('autre'), after: 1, note: '' })).rejects.toThrow(/service.*autre/);
  expect(await planVersions(published.db, service)).toHaveLength(1);
});

test('the open document describes it', async () => {
  const described = (await (await fetch(`${address}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  expect(Object.keys(described.paths['/services/{service}/plan'] ?? {})).toEqual(['get', 'put']);
  expect(described.paths).toHaveProperty('/services/{service}/registrations');
});

test('without a key, with a forged one, or for another team’s service: nothing is read', async () => {
  const url = `${address}/api/v1/services/${service}/plan`;
  const asked = await fetch(url);
  expect([asked.status, (await asked.text()).includes('foulee: 1')]).toEqual([401, false]);
  await expect(remotePlan(address, 'foulee_faux', service).read()).rejects.toThrow(/ne sert plus/);
  await expect(remotePlan(address, key, 'demo-estime').read()).rejects.toThrow(/celle d’un autre/);
});

test('the same from a terminal', async () => {
  vi.stubEnv('FOULEE_API_KEY', key);
  const said = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const path = join(folder, 'impact.yaml');
  writeFileSync(path, planText(service, 120));
  await main(['node', 'foulee', 'plan', 'send', path, '--to', address, '--after', '1']);
  expect(said.mock.calls.join('')).toContain('version 2');
  await main(['node', 'foulee', 'plan', 'read', service, '--from', address, '-o', join(folder, 'lu.yaml')]);
  vi.restoreAllMocks();
  expect(readFileSync(join(folder, 'lu.yaml'), 'utf8')).toBe(planText(service, 120));
});
