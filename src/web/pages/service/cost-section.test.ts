import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetLines } from '../../../committee/costs/budget-lines.ts';
import { comparableCosts } from '../../../committee/costs/comparable-costs.ts';
import type { NewBudgetLine } from '../../../committee/costs/read-line.ts';
import { recordBudget, withdrawBudgetLine } from '../../../committee/costs/record-budget.ts';
import { testDatabases } from '../../../platform/database/test-databases.ts';
import { publishedSite } from '../../fixtures/published-site.ts';

const author = { actor: 'foulee', at: '2026-11-25T08:00:00.000Z' };
const budget: NewBudgetLine = {
  from: '2025-01-01',
  until: '2026-12-31',
  cents: 73_000_000,
  state: 'spent',
  nature: 'services',
  activity: null,
  source: 'formulaire',
  reference: 'BC <12>',
};

describe.each(testDatabases())('$name', ({ open }) => {
  let published: Awaited<ReturnType<typeof publishedSite>>;
  let app: ReturnType<(typeof published)['site']>['app'];
  beforeAll(async () => {
    published = await publishedSite(open);
    app = published.site('neutre').app;
  });
  afterAll(() => published.close());

  const ask = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
  };
  const section = async (service: string) => {
    const { text } = await ask(`/services/${service}`);
    const [, own = ''] = /aria-labelledby="cout">(.*?)<\/section>/s.exec(text) ?? [];
    return own.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+|&nbsp;/g, ' ');
  };

  test('without a budget the page says so; a budget from elsewhere changes the page kept, and its tag', async () => {
    const before = await ask('/services/demo-la-bonne-boite');
    expect(await section('demo-la-bonne-boite')).toContain(
      'Coût inconnu : l’équipe n’a pas encore enregistré',
    );
    await recordBudget(published.db, 'demo-la-bonne-boite', [budget], author);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const after = await ask('/services/demo-la-bonne-boite');
    expect(after.etag).not.toBe(before.etag);
    const said = await section('demo-la-bonne-boite');
    // Without a comparison: an outcome seen has a cost, one more has none, and the page says why.
    expect(said).toMatch(/Un effet de plus .*sans comparaison, personne ne sait/);
    expect(said).toMatch(/par effet constaté, qu’il soit dû au service ou non, entre [\d ]+ € et [\d ]+ €/);
    expect(said).toMatch(/Le service a coûté 365 000 € du 28 novembre 2025 au 27 novembre 2026\./);
    expect(said).toMatch(
      /Effets mesurés le .* publiés le 23 novembre 2026\. .* mis à jour le 25 novembre 2026/,
    );
  });

  test('the row « efficient » holds the cost of a use when the plan has no indicator for it', async () => {
    const { text } = await ask('/services/demo-la-bonne-boite');
    const row = /Efficient<\/strong>.*?<\/dd>/s.exec(text)?.[0] ?? '';
    expect(row).toContain('Coût d’un usage');
    expect(row).toContain('par personne suivie');
  });

  test('an effect that may be none has no cost, only a floor; a withdrawn figure has neither', async () => {
    await recordBudget(published.db, 'demo-estime', [budget], author);
    await recordBudget(published.db, 'demo-mps', [budget], author);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await section('demo-estime')).toMatch(/n’est pas borné .* Il est d’au moins [\d ]+ €/);
    const { perAdditionalOutcome, publication } = JSON.parse(
      (await ask('/api/v1/services/demo-mps/costs')).text,
    );
    expect([publication, perAdditionalOutcome.reason]).toEqual([null, 'no-figure']);
  });

  test('the API gives the same figures in euros, and the budget as a file', async () => {
    const { status, text } = await ask('/api/v1/services/demo-la-bonne-boite/costs');
    const costs = JSON.parse(text);
    expect(status).toBe(200);
    expect(costs.year).toMatchObject({ euros: 365_000, forecastEuros: 0, days: 365, coveredDays: 365 });
    const { perUse } = costs;
    expect(perUse.value).toBeCloseTo(perUse.budget.euros / perUse.divisor, 6);
    const csv = await ask('/api/v1/services/demo-la-bonne-boite/budget.csv');
    expect(csv.text).toContain(
      'demo-la-bonne-boite,2025-01-01,2026-12-31,730000.00,dépensé,Prestations externes,,BC <12>,formulaire,2026-11-25',
    );
    expect(csv.text).not.toContain('foulee,');
    expect((await ask('/api/v1/services/inconnu/costs')).status).toBe(404);
    expect((await ask('/api/v1/services/inconnu/budget.csv')).status).toBe(404);
  });

  test('the same effect elsewhere is put beside, by name; once its budget is withdrawn it no longer is', async () => {
    const names = async () =>
      (await comparableCosts(published.db, 'demo-la-bonne-boite', '2026-11-27')).map(({ own, others }) => [
        own.question,
        others.map(({ service }) => service.id),
      ]);
    expect(await names()).toEqual([['observed', ['demo-estime']]]);
    const [line] = await budgetLines(published.db, 'demo-estime');
    await withdrawBudgetLine(published.db, 'demo-estime', line?.id ?? '', author);
    expect(await names()).toEqual([['observed', []]]);
  });
});
