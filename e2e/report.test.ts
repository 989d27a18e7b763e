import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compared } from '../src/web/report/fixtures/compared.ts';
import { edges } from '../src/web/report/fixtures/edges.ts';
import { laBonneBoite } from '../src/web/report/fixtures/la-bonne-boite.ts';
import { spells } from '../src/web/report/fixtures/spells.ts';
import { renderReport } from '../src/web/report/report.tsx';
import { startBrowser } from './browser.ts';
import { accessibilityProblems } from './page-checks.ts';

const documents = { laBonneBoite, spells, edges, compared };
const names = Object.keys(documents) as (keyof typeof documents)[];

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
});

interface Visit {
  readonly width: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly script?: boolean;
}

/** Opens the report in a fresh page that records every request it makes. */
async function visit<T>(
  name: keyof typeof documents,
  { width, colorScheme = 'light', script = true }: Visit,
  look: (page: Page, requests: readonly string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled: script,
    bypassCSP: script,
  });
  try {
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(renderReport(documents[name]), { waitUntil: 'load' });
    return await look(page, requests);
  } finally {
    await context.close();
  }
}

const everyVisit = names.flatMap((name) =>
  ([390, 1280] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ name, width, colorScheme })),
  ),
);

test.each(everyVisit)('$name at $width px, $colorScheme: accessible', async ({ name, ...how }) => {
  const problems = await visit(name, how, accessibilityProblems);
  expect(problems).toEqual([]);
});

test.each(names)('%s: nothing wider than a screen of 320 px, folds open or not', async (name) => {
  const widths = await visit(name, { width: 320 }, async (page) => [
    await page.evaluate('document.documentElement.scrollWidth'),
    await page.evaluate(
      `for (const fold of document.querySelectorAll('details')) fold.open = true; document.documentElement.scrollWidth`,
    ),
  ]);
  expect(widths).toEqual([320, 320]);
});

test.each(names)('%s: text of the charts is at least 12 px at 320 and 390 px', async (name) => {
  for (const width of [320, 390]) {
    const smallest = await visit(name, { width }, (page) =>
      page.evaluate<number>(`Math.min(99, ...[...document.querySelectorAll('figure svg')]
        .filter((svg) => svg.getBoundingClientRect().width > 0)
        .map((svg) => parseFloat(getComputedStyle(svg.querySelector('text')).fontSize)
          * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))`),
    );
    expect(smallest).toBeGreaterThanOrEqual(12);
  }
});

test('reads without script and asks the network for nothing', async () => {
  await visit('laBonneBoite', { width: 1280, script: false }, async (page, requests) => {
    expect(await page.locator('h1').textContent()).toBe('La Bonne Boite');
    expect(await page.locator('figure .wide svg').count()).toBe(5);
    expect(await page.locator('figure .wide svg').first().isVisible()).toBe(true);
    await page.getByText('Les chiffres de ce graphique en tableau').first().click();
    expect(await page.locator('figure table').first().isVisible()).toBe(true);
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });
});

test('one drawing at a time: narrow on a phone, wide on a desk and on paper', async () => {
  await visit('spells', { width: 390 }, async (page) => {
    const shown = async () => [
      await page.locator('figure .narrow').first().isVisible(),
      await page.locator('figure .wide').first().isVisible(),
    ];
    expect(await shown()).toEqual([true, false]);
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toEqual([false, true]);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await shown()).toEqual([false, true]);
  });
});

test('the keyboard reaches the table of each chart and every region that scrolls', async () => {
  await visit('spells', { width: 390 }, async (page) => {
    const reached: string[] = [];
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate<string>(
          'document.activeElement.tagName + "." + document.activeElement.className',
        ),
      );
    }
    const folds = await page.locator('summary').count();
    const regions = await page.locator('.scroll:visible').count();
    const [first] = reached;
    expect(first).toBe('A.skip');
    expect(new Set(reached).has('SUMMARY.')).toBe(true);
    expect(reached.filter((name) => name === 'SUMMARY.').length).toBeGreaterThanOrEqual(folds);
    expect(reached.filter((name) => name.startsWith('DIV.scroll')).length).toBeGreaterThanOrEqual(regions);
  });
});
