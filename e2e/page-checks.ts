import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** Opens a fresh page that records every address it asks for, and closes it whatever happens. */
export async function visit<T>(
  browser: Browser,
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

/** What axe finds on a page, every fold open, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then((result) =>
      result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.html.slice(0, 120))))`,
  );
}

/** Pixels by which a page is wider than its screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * What a first visit costs on a line of 1.6 Mbit/s and 150 ms a round trip, which Lighthouse calls slow 4G: bytes of the
 * page and its style sheets as sent, and milliseconds until the largest thing is painted.
 */
export async function firstView(
  page: Page,
  url: string,
): Promise<{ readonly bytes: number; readonly paint: number }> {
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
  await page.goto(url, { waitUntil: 'load' });
  const paint = await page.evaluate<number>(
    `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true }))`,
  );
  return { bytes, paint };
}

/** What the keyboard alone does not reach, by pressing Tab from the top of the page to its end. */
export async function outOfReach(page: Page): Promise<string[]> {
  const count = await page.evaluate<number>(
    `(() => {
      const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
      const group = ({ name }) => [...document.getElementsByName(name)];
      // Of radio buttons, one is reached; arrows go to the others.
      const isStop = (one) => one.type !== 'radio' || one === (group(one).find(({ checked }) => checked) ?? group(one)[0]);
      const shown = all.filter(isStop).filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0);
      shown.forEach((element) => element.setAttribute('data-unreached', ''));
      // A date is four stops: day, month, year, calendar.
      return shown.length + 3 * shown.filter(({ type }) => type === 'date').length;
    })()`,
  );
  for (let press = 0; press <= count; press += 1) {
    await page.keyboard.press('Tab');
    await page.evaluate('document.activeElement.removeAttribute("data-unreached")');
  }
  return page.evaluate(
    `[...document.querySelectorAll('[data-unreached]')].map((element) => element.outerHTML.slice(0, 120))`,
  );
}
