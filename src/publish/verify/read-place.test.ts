import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlace } from './read-place.ts';

const page = (link: string) =>
  `<!doctype html><html lang="fr"><head>${link}</head><body>Ce que l’on sait</body></html>`;
const alternate = (href: string) => `<link rel="alternate" type="application/json" href="${href}"/>`;

const answers: Readonly<Record<string, string>> = {
  '/services/boite': page(alternate('/api/v1/services/boite/publications/3')),
  '/api/v1/services/boite/publications/3': '{"la": "publication"}',
  '/ailleurs': page(alternate('https://ailleurs.test/publications/3')),
  '/sans': page(''),
};
let server: Server;
let site: string;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    response.writeHead(url in answers ? 200 : 404).end(answers[url]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('the page of a service leads to the publication it shows', async () => {
  expect(await readPlace(`${site}/services/boite`)).toEqual({
    text: '{"la": "publication"}',
    place: `${site}/api/v1/services/boite/publications/3`,
  });
});

test('a page that shows none, or one of another site, is read as it is', async () => {
  for (const path of ['/sans', '/ailleurs'])
    expect(await readPlace(site + path)).toEqual({ text: answers[path], place: site + path });
});

test('an address that answers nothing is refused', async () => {
  await expect(readPlace(`${site}/rien`)).rejects.toThrow(/répond par une erreur \(404\)/);
});
