import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Publication } from '../bundle/bundle.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { seal } from '../bundle/seal.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { simulatedDocument, simulatedPeople, simulatedPlan } from '../fixtures/simulated-measure.ts';
import { freeze } from '../freeze.ts';
import { earlierPublications } from './earlier-publications.ts';
import { verifyAll } from './verify-all.ts';

const people = simulatedPeople({ people: 800, seed: 2, days: 200, share: 0.3, channels: [1] });
const plan = simulatedPlan();
const published: Publication[] = [];
for (const day of ['2026-06-30', '2026-08-31', '2026-11-30']) {
  const document = simulatedDocument(people, day, plan);
  published.push(
    freeze({ document, plan: plan.plan, rule: peopleRule, earlier: [...published], today: day }),
  );
}

/** What the site answers to each number, or 410. */
const answers = new Map<string, Publication>();
let server: Server;
let site: string;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const found = answers.get(url.split('/').at(-1) ?? '');
    response.writeHead(found === undefined ? 410 : 200).end(found === undefined ? '' : canonicalJson(found));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/services/boite/publications/`;
});
afterAll(() => server.close());

const offer = (all: readonly Publication[]) => {
  answers.clear();
  for (const publication of all) answers.set(String(publication.bundle.number), publication);
};
const last = (): Publication => {
  const found = published.at(-1);
  if (found === undefined) throw new Error('three were published');
  return found;
};

test('from the address of the last, those before are read, and all follow each other', async () => {
  offer(published);
  const found = await earlierPublications(`${site}3`, last());
  expect(found.publications.map(({ bundle }) => bundle.number)).toEqual([2, 1]);
  expect(found.sentence).toBeNull();
  expect(verifyAll([last(), ...found.publications])).toMatchObject({ same: true, brokenLink: null });
});

test('one that is withdrawn ends the walk, and it is said', async () => {
  offer(published.slice(1));
  const found = await earlierPublications(`${site}latest`, last());
  expect(found.publications.map(({ bundle }) => bundle.number)).toEqual([2]);
  expect(found.sentence?.replace(/\s/g, ' ')).toBe(
    'La publication 1 n’est pas proposée à côté de celle-ci : la suite n’est vérifiée que depuis la publication 2.',
  );
});

test('one that was replaced is read, and found not to be followed', async () => {
  const [first, second] = published;
  if (first === undefined || second === undefined) throw new Error('three were published');
  offer([first, seal({ ...second.bundle, publishedOn: '2020-01-01' })]);
  const found = await earlierPublications(`${site}3`, last());
  expect(found.publications).toHaveLength(1);
  expect(verifyAll([last(), ...found.publications])).toMatchObject({ same: false, brokenLink: 3 });
});

test('a file, or an address of another form, names nothing before it', async () => {
  for (const place of ['publication.json', 'https://exemple.fr/x.json', `${site}3?x=1`])
    expect((await earlierPublications(place, last())).publications).toEqual([]);
});
