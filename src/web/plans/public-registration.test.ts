import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { planText } from '../../portfolio/plans/fixtures/plan-text.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { publishedSite } from '../fixtures/published-site.ts';

const [database] = testDatabases();
if (database === undefined) throw new Error('no database to test on');
const service = 'demo-estime';
let published: Awaited<ReturnType<typeof publishedSite>>;
let app: ReturnType<(typeof published)['site']>['app'];
beforeAll(async () => {
  published = await publishedSite(() => database.open());
  ({ app } = published.site('neutre'));
});
afterAll(() => published.close());

const read = async (path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text() };
};

test('a figure whose plan was never registered says so, and no page claims the contrary', async () => {
  const page = await read(`/services/${service}`);
  expect(page.text).toContain('rien ne prouve qu’il a été écrit avant de regarder');
  expect(page.text).not.toContain('Le plan est écrit avant');
});

test('what was announced is public, with its hash; not the plan itself, which nothing published yet shows', async () => {
  const at = '2026-11-26T08:00:00.000Z';
  const text = planText(service);
  await savePlanVersion(published.db, { service, text, after: 0 }, { actor: 'compte-1', at });
  const { status, text: answer } = await read(`/api/v1/services/${service}/registrations`);
  expect([status, JSON.parse(answer)]).toEqual([
    200,
    [
      {
        indicator: 'embauche',
        version: 1,
        registeredAt: at,
        beforeLooking: true,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ],
  ]);
  expect(answer).not.toContain('compte-1');
  expect((await read('/api/v1/services/rien/registrations')).status).toBe(404);
});
