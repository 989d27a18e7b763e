import { afterAll, beforeAll, expect, test } from 'vitest';
import { createService } from '../src/portfolio/create-service.ts';
import { accountWithKey } from '../src/web/team/fixtures/account-with-key.ts';
import { workplace } from './command-line.ts';
import { inDatabase, type RealSite, startSite } from './real-site.ts';

const home = workplace();
const away = workplace();
let site: RealSite;
let key: string;

beforeAll(async () => {
  key = await inDatabase(home, async (db) => {
    for (const id of ['boite', 'voisin']) {
      await createService(
        db,
        { id, name: `Service ${id}` },
        { actor: 'foulee', at: '2026-11-23T08:00:00.000Z' },
      );
    }
    return (await accountWithKey(db, 'boite')).key;
  });
  site = await startSite(home);
  expect(away.run('simulate', '-o', 'monde', '--size', '2000', '--months', '12').code).toBe(0);
}, 120_000);
afterAll(async () => {
  await site?.end('SIGKILL');
  for (const place of [home, away]) place.clean();
});

const publish = (options: { service?: string; key?: string; to?: string } = {}) =>
  away.runWith(
    { FOULEE_API_KEY: options.key ?? key },
    ...['publish', 'monde/impact.yaml', '--service', options.service ?? 'boite'],
    ...['--to', options.to ?? site.address],
  );
/** Nothing tells the service of others from no service. */
const sameAnswer = /^Ce service n’est pas inscrit ici, ou cette clé est celle d’un autre\./;
const published = async (service: string) =>
  (await (await fetch(`${site.address}/api/v1/services/${service}/publications`)).json()) as unknown[];

test('measured here, published there: the page shows it, and anyone can verify it', async () => {
  const { code, out, err } = publish();
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(out).toMatch(/Publication 1 de .*, empreinte [0-9a-f]{64}/);
  const [, sha256] = /empreinte ([0-9a-f]{64})/.exec(out) ?? [];
  expect(await published('boite')).toMatchObject([{ number: 1, sha256 }]);
  const page = await fetch(`${site.address}/services/boite`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Sur 100')]);
  expect(away.run('verify', `${site.address}/api/v1/services/boite/publications/1`).code).toBe(0);
  // Only frozen counts travelled.
  expect(site.logged() + site.said()).not.toContain(key);
}, 120_000);

test('published again with nothing new: said, and nothing is added', async () => {
  const { code, out } = publish();
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/déjà publiée.*rien n’a été ajouté/) });
  expect(await published('boite')).toHaveLength(1);
}, 60_000);

test.each([
  ['a key that is not one', { key: 'foulee_fausse' }, /clé d’API/],
  ['the service of others', { service: 'voisin' }, sameAnswer],
  ['a service that does not exist', { service: 'inconnu' }, sameAnswer],
  ['an address where nothing answers', { to: 'http://127.0.0.1:9' }, /ne répond pas/],
])(
  '%s: a sentence and what to do, nothing published',
  (_, options, says) => {
    const { code, err, out } = publish(options);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toMatch(says);
    expect(err).toMatch(/\n→ /);
    expect(err).not.toMatch(/\bat \/|Error:/);
  },
  60_000,
);

test('of all that, the site published once', async () => {
  expect(await published('boite')).toHaveLength(1);
  expect(await published('voisin')).toEqual([]);
});
