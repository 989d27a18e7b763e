import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/platform/database/database.ts';
import { demonstrationId } from '../../src/portfolio/demonstration/ensure-demonstration.ts';
import { startBrowser } from '../browser.ts';
import { accessibilityProblems, firstView, outOfReach, overflow, visit } from '../page-checks.ts';
import {
  administratorLink,
  demonstrationDatabase,
  now,
  type ServedSite,
  serveSite,
} from './demonstration-site.ts';
import { everyPath } from './every-path.ts';
import { teamAtWork } from './team-at-work.ts';

const widths = [320, 390, 768, 1280, 1920] as const;
/** Of the service whose team is shown at work in the demonstration. */
const shown = ['', '/foulee', '/plan'].map(
  (page) => `/equipe/services/${demonstrationId('la-bonne-boite')}${page}`,
);
/** Bytes of the first view: compressed where all may read, as they are in the space of a team. */
const heaviest = (path: string): number => (path.startsWith('/equipe') ? 300_000 : 150_000);
const firstPort = 20_000 + (process.pid % 20_000);

let browser: Browser;
let db: Database;
let sites: Record<'neutre' | 'etat', ServedSite>;
let paths: readonly string[];
let signedIn: BrowserContextOptions;

beforeAll(async () => {
  [browser, db] = await Promise.all([startBrowser(), demonstrationDatabase()]);
  sites = {
    neutre: await serveSite(db, 'neutre', firstPort),
    etat: await serveSite(db, 'etat', firstPort + 1),
  };
  const { address } = sites.neutre;
  const link = await administratorLink(db, sites.neutre);
  await visit(browser, {}, async (page) => {
    await page.goto(link);
    await page.getByLabel('Votre adresse de courriel professionnelle').fill('admin@exemple.fr');
    await page.getByRole('button', { name: 'Me connecter', exact: true }).click();
    await page.waitForURL(`${address}/equipe`);
    signedIn = { storageState: await page.context().storageState() };
    const team = await teamAtWork(db, now);
    paths = await everyPath(page, address, ['/', '/connexion', '/equipe', ...team, ...shown]);
  });
  console.info(`${paths.length} pages : ${paths.join(' ')}`);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all(Object.values(sites ?? {}).map((site) => site.close()));
  await db?.destroy();
});

describe.each(['neutre', 'etat'] as const)('theme %s', (theme) => {
  /** What is wrong on every page, each found where it is. */
  async function wrong(
    options: BrowserContextOptions,
    problems: (page: Parameters<typeof overflow>[0]) => Promise<readonly string[]>,
  ): Promise<string[]> {
    return visit(browser, { ...signedIn, ...options }, async (page) => {
      const found: string[] = [];
      const waiting = [...paths];
      const look = async (tab: typeof page) => {
        for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
          const at = path;
          await tab.goto(`${sites[theme].address}${at}`);
          found.push(...(await problems(tab)).map((problem) => `${at} ${problem}`));
        }
      };
      await Promise.all([look(page), look(await page.context().newPage())]);
      return found;
    });
  }
  const onScreen = async (page: Parameters<typeof overflow>[0]) => [
    ...(await accessibilityProblems(page)),
    ...((await overflow(page)) > 0 ? ['wider than the screen'] : []),
  ];

  test.each(widths)('%i px wide: accessible, and no wider than the screen', async (width) => {
    expect(await wrong({ viewport: { width, height: 900 } }, onScreen)).toEqual([]);
  });

  test('enlarged twice, by the browser or in its text alone', async () => {
    const twice = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
    expect(await wrong(twice, onScreen)).toEqual([]);
    const text = await wrong({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      return onScreen(page);
    });
    expect(text).toEqual([]);
  });

  test('dark, when the machine of the reader asks for it', async () => {
    expect(await wrong({ colorScheme: 'dark', viewport: { width: 390, height: 900 } }, onScreen)).toEqual([]);
  });

  test('the keyboard alone reaches everything', async () => {
    expect(await wrong({ viewport: { width: 1280, height: 900 } }, outOfReach)).toEqual([]);
  });

  test('without script, nothing is missing: no page has any but the editor of a plan, tried without', async () => {
    const found = await wrong({}, async (page) => [
      ...((await page.locator('script').count()) > 0 && !/\/plan(\?|$)/.test(page.url())
        ? ['has a script']
        : []),
      ...((await page.locator('h1, .embed-name').count()) === 1 ? [] : ['has not one title']),
    ]);
    expect(found).toEqual([]);
  });

  test('light, from this site alone, and painted within a second on a slow line', async () => {
    const found: string[] = [];
    for (const path of paths) {
      await visit(browser, { ...signedIn, viewport: { width: 390, height: 800 } }, async (page, requests) => {
        const { bytes, paint } = await firstView(page, `${sites[theme].address}${path}`);
        const elsewhere = requests.filter(
          (url) => !url.startsWith(sites[theme].address) && !url.startsWith('data:'),
        );
        found.push(...elsewhere.map((url) => `${path} asks ${url}`));
        if (bytes > heaviest(path)) found.push(`${path} weighs ${bytes} bytes`);
        if (!(paint < 1000)) found.push(`${path} is painted after ${paint} ms`);
      });
    }
    expect(found).toEqual([]);
  });
});
