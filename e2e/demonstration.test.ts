import { afterAll, expect, test } from 'vitest';
import { workplace } from './command-line.ts';
import { freePort, pause, type RealSite, startSite } from './real-site.ts';

const place = workplace();
afterAll(() => place.clean());

interface Link {
  readonly number: number;
  readonly sha256: string;
}

const firstService = 'demo-la-bonne-boite';

/** Publications of a service, oldest first. */
async function publications({ address }: RealSite, service: string): Promise<readonly Link[]> {
  const response = await fetch(`${address}/api/v1/services/${service}/publications`);
  return response.ok ? ((await response.json()) as Link[]).toReversed() : [];
}

async function untilPublished(site: RealSite, service: string, number: number): Promise<readonly Link[]> {
  for (;;) {
    const found = await publications(site, service);
    if (found.length >= number) return found;
    await pause(100);
  }
}

test('killed while its services are listed, then between two publications of one, the demonstration ends whole', async () => {
  const options = { demonstration: true, port: await freePort() };
  const listing = await startSite(place, options);
  await listing.end('SIGKILL');

  const between = await startSite(place, options);
  const [first] = await untilPublished(between, firstService, 1);
  await between.end('SIGKILL');

  const again = await startSite(place, options);
  await untilPublished(again, firstService, 2);
  await again.end('SIGKILL');

  const last = await startSite(place, options);
  await last.until(/La démonstration est prête/);
  const found = await publications(last, firstService);
  expect(found.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(found[0]).toEqual(first);
  const { services } = (await (await fetch(`${last.address}/api/v1/services?published=true`)).json()) as {
    services: readonly { readonly id: string }[];
  };
  expect(services).toHaveLength(11);
  const all = await Promise.all(services.map(({ id }) => publications(last, id)));
  expect(all.flat()).toHaveLength(15);
  const corrections = (await (await fetch(`${last.address}/api/v1/corrections`)).json()) as unknown[];
  expect(corrections).toHaveLength(1);
  const decisions = await fetch(`${last.address}/api/v1/services/${firstService}/decisions`);
  expect(await decisions.json()).toMatchObject([{ kind: 'continue-more', lookedBack: [{ months: 6 }] }]);
  const page = await (await fetch(`${last.address}/services/${firstService}`)).text();
  expect(page).toContain('inventée pour la démonstration');
  expect(page).toContain('Fond validé');
  expect(await last.end('SIGTERM')).toBe(0);

  const complete = await startSite(place, options);
  await pause(3000);
  expect(complete.said()).not.toContain('démonstration');
  expect(await publications(complete, firstService)).toEqual(found);
  expect(complete.logged()).not.toMatch(/"level":(50|60)/);
  await complete.end('SIGTERM');
}, 600_000);
