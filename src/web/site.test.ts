import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabases } from '../platform/database/test-databases.ts';
import { createService } from '../portfolio/create-service.ts';
import { databaseLedger } from '../publish/ledger/database-ledger.ts';
import { formats } from './api/describe-formats.ts';
import { readings } from './api/readings.ts';
import { publishedSite } from './fixtures/published-site.ts';

describe.each(testDatabases())('$name', ({ open }) => {
  let published: Awaited<ReturnType<typeof publishedSite>>;
  let app: ReturnType<(typeof published)['site']>['app'];
  beforeAll(async () => {
    published = await publishedSite(open);
    app = published.site('neutre').app;
  });
  afterAll(() => published.close());

  const ask = async (path: string, options: RequestInit = {}) => {
    const response = await app.request(path, options);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const plain = (text: string) => text.replace(/[\u00a0\u202f]|&nbsp;/g, ' ');

  test('the portfolio: what is measured first, what is not with its next step', async () => {
    const { status, text } = await ask('/');
    expect(status).toBe(200);
    expect(plain(text)).toMatch(/2 publient un chiffre, aucun avec une comparaison/);
    expect(text.indexOf('demo-estime')).toBeLessThan(text.indexOf('demo-la-bonne-boite'));
    expect(text).toContain('Pas encore mesurés');
    expect(text.split('appeler dix usagers').length).toBe(2);
    expect(text).not.toContain('<script');
  });

  test('a filter that finds nothing says so and offers a way out', async () => {
    const { status, text } = await ask('/?recherche=zzz&domaine=magie');
    expect(status).toBe(200);
    expect(text).toContain('Aucun service ne correspond');
    expect(text).toContain('Retirer les filtres');
  });

  test('a service in its nine parts, in order', async () => {
    const { status, text } = await ask('/services/demo-la-bonne-boite');
    expect(status).toBe(200);
    const parts = ['Ce qui doit changer', 'id="phrase"', 'id="evolution"', 'id="preuve"', 'id="matrice"'];
    parts.push('id="cout"', 'id="decisions"', 'id="methode"', 'id="reprendre"');
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(plain(text)).toMatch(
      /Sur 100 personnes qui ont utilisé La Boite, entre 2\d et 3\d retrouvent un emploi/,
    );
    expect(text).toContain('Exemple, pour montrer');
    expect(text).toContain('Un fichier &lt;b&gt;lu deux fois&lt;/b&gt;.');
  });

  test('a service that measures nothing yet teaches what its case teaches, and what it would take', async () => {
    const { text } = await ask('/services/demo-plante-et-moi');
    const parts = ['n’est pas encore mesuré', 'Prochain pas', 'Un permis n’est pas un mètre carré planté'];
    parts.push('Ce qu’il faudrait pour mesurer', 'Ce que d’autres ont fait de semblable');
    const places = parts.map((part) => text.indexOf(part));
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('the state of a past day, marked as past, and where it is now', async () => {
    const { status, text } = await ask('/services/demo-la-bonne-boite/publications/2026-07-06');
    expect(status).toBe(200);
    expect(text).toContain('Vous lisez un état passé');
    expect((await ask('/services/demo-la-bonne-boite/publications/1')).status).toBe(200);
  });

  test('an old figure says so by itself, on the page, in the list, on the badge, in a frame, in the API', async () => {
    const { today } = published.state;
    try {
      published.state.today = '2027-01-15';
      const { app: later } = published.site('neutre');
      const page = await (await later.request('/services/demo-la-bonne-boite')).text();
      expect(plain(page)).toContain('Ce chiffre a plus de trois semaines');
      const list = await (await later.request('/?fraicheur=ancien')).text();
      expect(plain(list)).toContain('plus de trois semaines');
      for (const path of ['badge.svg', 'integration']) {
        const shown = await (await later.request(`/services/demo-la-bonne-boite/${path}`)).text();
        expect(plain(shown), path).toContain('plus de trois semaines');
      }
      const api = await later.request('/api/v1/services/demo-la-bonne-boite');
      const { figure } = (await api.json()) as { figure: { freshness: { state: string; sentence: string } } };
      expect(figure.freshness.state).toBe('stale');
      expect(plain(figure.freshness.sentence)).toContain('plus de trois semaines');
      expect(plain(await (await later.request('/api/v1/services.csv')).text())).toContain(
        'plus de trois semaines',
      );
    } finally {
      published.state.today = today;
    }
  });

  test('while the demonstration is prepared, the list says so, and no longer afterwards', async () => {
    const told = async () =>
      plain(await (await published.site('neutre').app.request('/')).text()).includes(
        'La démonstration se prépare',
      );
    published.state.preparing = true;
    expect(await told()).toBe(true);
    published.state.preparing = false;
    expect(await told()).toBe(false);
  });

  test('an indicator: who is compared before the effect, the detail, the quality, the downloads', async () => {
    const { status, text } = await ask('/services/demo-estime/indicateurs/hired');
    expect(status).toBe(200);
    expect(text.indexOf('Qui est comparé à qui')).toBeGreaterThan(0);
    expect(text).not.toMatch(/entre 0 et 0|Rosenbaum demand/);
    expect(text).toContain('La courbe monte par marches');
    expect(text.indexOf('Qui est comparé à qui')).toBeLessThan(text.indexOf('Ce que le service change'));
    expect(text).toContain('La qualité de ce chiffre');
    expect(text).not.toContain('secret/dossier');
  });

  test.each([
    '/methodes',
    '/methodes/ponderation',
    '/corrections',
    '/donnees-ouvertes',
    '/accessibilite',
    '/mentions-legales',
    '/donnees-personnelles',
    '/plan-du-site',
    '/services/demo-estime/integration',
    '/connexion',
    '/sante',
    '/pret',
    '/robots.txt',
    '/favicon.svg',
    '/sitemap.xml',
  ])('%s answers', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  test('every page of the site map exists', async () => {
    const { text } = await ask('/plan-du-site');
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main'));
    const links = [...main.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(40);
    for (const href of links) expect([200, 303], href).toContain((await ask(href)).status);
  });

  test('the address the field expects leads to the page', async () => {
    const { status, headers } = await ask('/demo-estime/stats');
    expect([status, headers.get('location')]).toEqual([302, '/services/demo-estime']);
  });

  test.each([
    ['/services/inconnu', 404],
    ['/inconnu/stats', 404],
    ['/services/..%2f..%2fetc%2fpasswd', 404],
    ['/services/%00', 404],
    ['/services/%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404],
    [`/services/${'x'.repeat(3000)}`, 404],
    ['/services/demo-estime/indicateurs/%3Cb%3E', 404],
    ['/services/demo-estime/publications/2020-01-01', 404],
    ['/services/demo-mps/publications/2026-11-23', 410],
    ['/services/demo-mps/indicateurs/hired', 410],
    ['/methodes/..%2f..%2fpackage', 404],
    ['/actifs/x/site.css', 404],
    ['/nulle/part', 404],
  ])('%s: %i, said in French, nothing repeated', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('Voir tous les services');
    expect(answer.text).not.toMatch(/alert\(1\)|passwd|<b>|at \w+ \(/);
  });

  test('a figure taken back is nowhere on the page of its service, not even in what is said of it elsewhere', async () => {
    const { status, text } = await ask('/services/demo-mps');
    expect(status).toBe(200);
    expect(plain(text)).toContain('Le registre était incomplet.');
    expect(plain(text)).not.toMatch(/Sur 100/);
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s changes nothing on a public page', async (method) => {
    const { status } = await ask('/services/demo-estime', { method, body: 'x'.repeat(100_000) });
    expect(status).toBe(404);
  });

  test('a page the client holds is not sent again; HEAD has the headers alone', async () => {
    const { headers } = await ask('/services/demo-estime');
    const etag = headers.get('etag') ?? '';
    const again = await ask('/services/demo-estime', { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
    const head = await ask('/services/demo-estime', { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  test('a page of another site may ask whether what it holds is still true', async () => {
    const asked = { origin: 'https://ailleurs.fr', 'access-control-request-method': 'GET' };
    for (const path of ['/api/v1/services', '/services/demo-estime/badge.svg', '/flux.atom']) {
      const { status, headers } = await ask(path, { method: 'OPTIONS', headers: asked });
      expect(status, path).toBe(204);
      expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD');
      expect(headers.get('access-control-allow-headers')).toContain('If-None-Match');
    }
    const { headers } = await ask('/api/v1/services');
    expect(headers.get('access-control-expose-headers')).toBe('ETag');
    expect((await ask('/equipe', { method: 'OPTIONS', headers: asked })).status).toBe(404);
  });

  test('the document of the API says the formats too, and each answers as it says', async () => {
    const { text } = await ask('/api/v1/openapi.json');
    const { paths } = JSON.parse(text) as {
      paths: Record<string, { get?: { security?: unknown; responses: Record<string, { content: object }> } }>;
    };
    for (const { path } of formats) {
      const get = paths[path]?.get;
      const type = Object.keys(get?.responses['200']?.content ?? {})[0] ?? 'nothing';
      const at = path.replace('{service}', 'demo-la-bonne-boite').replace('{table}', 'hired-chiffres.csv');
      const answer = await ask(`/api/v1${at}`);
      expect([path, answer.status, get?.security]).toEqual([path, 200, []]);
      expect(answer.headers.get('content-type'), path).toContain(type);
    }
  });

  test('a service that publishes a figure has no next step, and an unknown state of it is not « nothing yet »', async () => {
    const { services } = JSON.parse((await ask('/api/v1/services')).text) as {
      services: { id: string; figure: unknown; nextStep: string | null }[];
    };
    for (const { id, figure, nextStep } of services) {
      expect([id, nextStep === null]).toEqual([id, figure !== null]);
    }
    const past = await ask('/services/demo-estime/publications/2020-01-01');
    expect([past.status, plain(past.text)]).toEqual([
      404,
      expect.stringContaining('Cette publication n’existe pas'),
    ]);
  });

  test('what the API answers is what its document says', async () => {
    const service = 'demo-la-bonne-boite';
    const { text: document } = await ask('/api/v1/openapi.json');
    const { paths } = JSON.parse(document) as { paths: Record<string, unknown> };
    const { bundle } = JSON.parse((await ask(`/api/v1/services/${service}/publications/latest`)).text);
    const values: Record<string, string> = {
      service,
      indicator: 'hired',
      publication: 'latest',
      plan: bundle.plan.hash,
    };
    for (const reading of Object.values(readings)) {
      expect(Object.keys(paths)).toContain(reading.path);
      const path = reading.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
      const { status, text, headers } = await ask(`/api/v1${path}`);
      expect(status, path).toBe(200);
      expect(headers.get('content-type')).toContain('application/json');
      expect(reading.schema.safeParse(JSON.parse(text)).error?.issues, path).toBeUndefined();
    }
  });

  test('the figures in the formats others read', async () => {
    const service = 'demo-la-bonne-boite';
    for (const [path, type, holds] of [
      [`/services/${service}/badge.svg`, 'image/svg+xml', '<svg'],
      [`/services/${service}/image.png`, 'image/png', 'PNG'],
      [`/services/${service}/flux.atom`, 'application/atom+xml', '<entry>'],
      [`/api/v1/services/${service}/tables/hired-chiffres.csv`, 'text/csv', '180'],
      [`/api/v1/services/${service}/schema-impact.csv`, 'text/csv', 'indicateur'],
      ['/api/v1/schema-impact.csv', 'text/csv', 'indicateur'],
      ['/api/v1/services.csv', 'text/csv', service],
      ['/flux.atom', 'application/atom+xml', 'correction de la publication 1'],
      ['/services/demo-zero-logement-vacant/image.png', 'image/png', 'PNG'],
      [`/api/v1/services/${service}/stats?periodicity=month&since=6`, 'application/json', '2026-11-01'],
    ] as const) {
      const { status, headers, text } = await ask(path);
      expect(status, path).toBe(200);
      expect(headers.get('content-type'), path).toContain(type);
      expect(text, path).toContain(holds);
    }
    expect((await ask(`/api/v1/services/${service}/stats?periodicity=siecle`)).status).toBe(400);
    expect((await ask('/services/demo-mps/badge.svg')).status).toBe(410);
  });

  test('the API refuses in French, for programs', async () => {
    for (const [path, status] of [
      ['/api/v1/services/inconnu', 404],
      ['/api/v1/services/inconnu/publications/latest', 404],
      ['/api/v1/services/demo-mps/publications/latest', 410],
      ['/api/v1/services?published=peut-etre', 400],
      ['/api/v1/nulle-part', 404],
    ] as const) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(JSON.parse(answer.text)).toMatchObject({
        status,
        title: expect.any(String),
        advice: expect.any(String),
      });
    }
  });

  test('an earlier figure taken back is listed without what it said', async () => {
    const service = 'demo-la-bonne-boite';
    const past = async () =>
      plain(await (await published.site('neutre').app.request(`/services/${service}`)).text());
    const [, first] = JSON.parse((await ask(`/api/v1/services/${service}/publications`)).text) as {
      sentence: string;
    }[];
    const said = plain(first?.sentence ?? 'nothing');
    expect(await past()).toContain(said);
    await databaseLedger(published.db).correct(
      { service, number: 1, kind: 'withdrawal', reason: 'Des lignes manquaient.' },
      { actor: 'foulee', role: 'command-line', at: '2026-11-27T08:00:00.000Z' },
    );
    expect(await past()).not.toContain(said);
    expect(await past()).toContain('retirée. Des lignes manquaient.');
  });

  test('a service named like a script is shown under that very name, and nothing of it runs', async () => {
    const name = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    await createService(
      published.db,
      { id: 'malin', name },
      { actor: 'foulee', at: '2026-11-27T08:00:00.000Z' },
    );
    const { app: fresh } = published.site('neutre');
    const paths = ['/services/malin', '/?recherche=script', '/plan-du-site', '/services/malin/integration'];
    for (const path of [...paths, '/services/malin/flux.atom']) {
      const answer = await fresh.request(path);
      const text = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(text).toContain('alert(1)');
      expect(text).not.toMatch(/<script|<img src=x/);
    }
    const listed = (await (await fresh.request('/api/v1/services/malin')).json()) as { name: string };
    expect(listed.name).toBe(name);
  });
});
