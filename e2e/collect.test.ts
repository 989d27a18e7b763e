import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { bytesUnder, type Workplace, workplace } from './command-line.ts';
import { freePort, type RealSite, startSite } from './real-site.ts';

const plan = `foulee: 1
service: {id: mon-service, name: Mon service, mission: Aider à trouver un emploi}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  usage: {kind: events, arrivals: true, subject: usager, time: moment, attributes: {nom: nom}}
indicators:
  - {id: i, name: Fiches ouvertes, method: proxy, count: usage, counted: fiches ouvertes}
`;

let port: number;
let place: Workplace;
let browser: Browser;
let pages: Server;
let pagesAddress: string;
let site: RealSite;
let sdk: string;

function keyFor(...options: readonly string[]): { to: string; key: string } {
  const { out, err } = place.runWith(
    { FOULEE_URL: `http://localhost:${port}` },
    'collect',
    'impact.yaml',
    ...options,
  );
  const [to = '', key = ''] = out.trim().split('\n');
  if (key === '') throw new Error(err);
  return { to, key };
}

let server: { to: string; key: string };
let page: { to: string; key: string };
beforeAll(async () => {
  place = workplace();
  place.write({ 'impact.yaml': plan });
  sdk = join(place.folder, 'sdk.mjs');
  execFileSync(process.execPath, [resolve('packages/sdk/bundle.mjs'), sdk]);
  pages = createServer((request, response) => {
    const script = request.url === '/sdk.mjs';
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(script ? readFileSync(sdk) : '<!doctype html><title>Mon service</title>');
  });
  await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
  const bound = pages.address();
  pagesAddress = `http://localhost:${typeof bound === 'object' ? bound?.port : ''}`;
  port = await freePort();
  server = keyFor('--name', 'serveur');
  page = keyFor('--name', 'page', '--origins', pagesAddress);
  [browser, site] = await Promise.all([startBrowser(), startSite(place, { port })]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  pages?.close();
  await site?.end('SIGKILL');
  place?.clean();
});

const imported = (): number => {
  const { out, err } = place.run('import', 'impact.yaml', '--json');
  if (out === '') throw new Error(err);
  return (JSON.parse(out) as { sources: { rows: number }[] }).sources[0]?.rows ?? 0;
};

test('a server in Node sends through a kill -9 of the site, and each row is there once', async () => {
  place.write({
    'send.mjs': `import { collect } from './sdk.mjs';
const collector = collect({ ...${JSON.stringify(server)}, wait: 50, most: 5000 });
for (let n = 0; n < 2000; n++) collector.track({ usager: 'personne-' + (n % 50), moment: '2026-11-20T10:00:00Z', nom: 'n' + n });
console.log('sending');
while (!(await collector.flush())) await new Promise((wait) => setTimeout(wait, 100));
console.log('done');
`,
  });
  const sending = spawn(process.execPath, ['send.mjs'], {
    cwd: place.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(sending, 'exit');
  await once(sending.stdout, 'data');
  await new Promise((wait) => setTimeout(wait, 60));
  await site.end('SIGKILL');
  site = await startSite(place, { port });
  expect((await ended)[0]).toBe(0);
  expect(imported()).toBe(2000);
  expect(imported()).toBe(2000);
  expect(bytesUnder(place.data)).not.toContain('personne-');
}, 180_000);

test('a page sends while it is read and when it is closed, without a cookie', async () => {
  const before = imported();
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(pagesAddress);
  const track = (settings: object, nom: string) =>
    tab.evaluate(
      `import('/sdk.mjs').then(({ collect }) => {
        globalThis.collector ??= collect(${JSON.stringify({ ...page, ...settings })});
        collector.track({ usager: 'pseudonyme-du-service', moment: new Date().toISOString(), nom: '${nom}' });
        return ${JSON.stringify(settings)}.wait ? null : collector.flush();
      })`,
    );
  expect(await track({}, 'ouverte')).toBe(true);
  expect(await tab.evaluate('document.cookie + JSON.stringify(localStorage)')).toBe('{}');
  await tab.goto(`${pagesAddress}/suite`);
  await track({ wait: 60_000 }, 'fermee');
  await tab.goto('about:blank');
  await expect.poll(imported, { timeout: 20_000, interval: 300 }).toBe(before + 2);
  expect(await context.cookies()).toEqual([]);
  await context.close();
}, 180_000);

test('the key of a page opens nothing from another site', async () => {
  const tab = await browser.newPage();
  await tab.goto(pagesAddress.replace('localhost', '127.0.0.1'));
  const status = await tab.evaluate(
    `fetch('${page.to}', { method: 'POST', headers: { authorization: 'Bearer ${page.key}', 'content-type': 'application/json' }, body: '{}' }).then((answer) => answer.status)`,
  );
  expect(status).toBe(403);
  await tab.close();
}, 30_000);
