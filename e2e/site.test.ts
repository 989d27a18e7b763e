import type { Server } from 'node:http';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabases } from '../src/platform/database/test-databases.ts';
import { publishedSite } from '../src/web/fixtures/published-site.ts';
import { closeServer, listen } from '../src/web/server/listen.ts';
import { nodeServer } from '../src/web/server/node-server.ts';
import { startBrowser } from './browser.ts';

const service = '/services/demo-la-bonne-boite';
const main = ['/', service, '/services/demo-estime/indicateurs/hired'];
const others = [
  `${service}/indicateurs/hired`,
  `${service}/publications/1`,
  '/services/demo-mps',
  '/services/demo-zlv',
  '/services/demo-estime/integration',
  '/methodes',
  '/methodes/ponderation',
  '/corrections',
  '/donnees-ouvertes',
  '/accessibilite',
  '/mentions-legales',
  '/donnees-personnelles',
  '/plan-du-site',
  '/connexion',
  '/nulle/part',
];
const widths = [320, 390, 768, 1280, 1920] as const;

let browser: Browser;
let published: Awaited<ReturnType<typeof publishedSite>>;
beforeAll(async () => {
  const [database] = testDatabases();
  if (database === undefined) throw new Error('no database to test on');
  [browser, published] = await Promise.all([startBrowser(), publishedSite(database.open)]);
});
afterAll(async () => {
  await browser?.close();
  await published?.close();
});

describe.each(['neutre', 'etat'] as const)('theme %s', (theme) => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    const { app, facts } = published.site(theme);
    const clock = () => performance.now();
    server = nodeServer({ app, cache: facts.cache, onAnswer: () => {}, clock });
    address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  });
  afterAll(() => closeServer(server, 100));

  async function visit<T>(
    options: Parameters<Browser['newContext']>[0],
    look: (page: Page, requests: string[]) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext({ bypassCSP: true, ...options });
    try {
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      return await look(page, requests);
    } finally {
      await context.close();
    }
  }

  const problemsOf = async (page: Page): Promise<string[]> => {
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    await page.evaluate(axe.source);
    return page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then((result) =>
        result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.html.slice(0, 120))))`,
    );
  };
  const overflow = (page: Page) =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  test.each([...main, ...others])('%s: accessible, and no wider than the screen', async (path) => {
    await visit({ viewport: { width: 320, height: 900 } }, async (page) => {
      await page.goto(`${address}${path}`);
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        if (main.includes(path) || width === 320 || width === 1280) {
          found.push(...(await problemsOf(page)).map((problem) => `${width} px: ${problem}`));
        }
        if ((await overflow(page)) > 0) found.push(`${width} px: wider than the screen`);
      }
      expect(found).toEqual([]);
    });
  });

  test.each(main)('%s: enlarged twice, nothing is cut', async (path) => {
    await visit({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, async (page) => {
      await page.goto(`${address}${path}`);
      expect(await overflow(page)).toBe(0);
    });
  });

  test('dark or light, what is asked by the machine of the reader', async () => {
    await visit({ viewport: { width: 390, height: 900 }, colorScheme: 'dark' }, async (page) => {
      await page.goto(`${address}${service}`);
      expect(await problemsOf(page)).toEqual([]);
    });
  });

  test('the keyboard alone: skip, search, filter, open the evidence', async () => {
    await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(address);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#contenu');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('recherche');
      await page.keyboard.type('bonne boite');
      await page.keyboard.press('Enter');
      await page.waitForURL(/recherche=bonne/);
      expect(await page.locator('.service-item').count()).toBe(1);
      await page.goto(`${address}${service}`);
      await page.locator('.evidence-badge > summary').focus();
      await page.keyboard.press('Enter');
      expect(await page.getByText('Ce qui le ferait monter.').isVisible()).toBe(true);
    });
  });

  test('without script: everything is there, and a filter answers', async () => {
    await visit({ viewport: { width: 390, height: 900 }, javaScriptEnabled: false }, async (page) => {
      await page.goto(address);
      await page.getByText('Filtrer par domaine').click();
      await page.getByLabel('Fraîcheur').selectOption('a-jour');
      await page.getByRole('button', { name: 'Filtrer' }).click();
      await page.waitForURL(/fraicheur=a-jour/);
      expect(await page.locator('.service-item').count()).toBe(2);
      await page.goto(`${address}${service}`);
      expect(await page.locator('h1').textContent()).toContain('La Bonne Boite');
    });
  });

  test('first view: light, from this site alone, and painted within a second on a slow line', async () => {
    for (const path of ['/', service]) {
      const { bytes, requests, paint } = await visit(
        { viewport: { width: 390, height: 800 } },
        firstView(path),
      );
      expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([]);
      expect(bytes).toBeLessThan(150_000);
      expect(paint).toBeGreaterThan(0);
      expect(paint).toBeLessThan(1000);
    }
  });

  /** 1.6 Mbit/s and 150 ms a round trip: what Lighthouse calls a slow 4G line. */
  const firstView = (path: string) => async (page: Page, requests: string[]) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 90_000,
    });
    const documents = new Set<string>();
    let bytes = 0;
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Document' || type === 'Stylesheet') documents.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (documents.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${address}${path}`, { waitUntil: 'load' });
    const paint = await page.evaluate<number>(
      `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
        .observe({ type: 'largest-contentful-paint', buffered: true }))`,
    );
    return { bytes, requests, paint };
  };
});
