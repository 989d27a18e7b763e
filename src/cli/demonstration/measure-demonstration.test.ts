import { beforeAll, expect, test } from 'vitest';
import { measuredExamples } from '../../portfolio/demonstration/plans/measured-examples.ts';
import type { Publication } from '../../publish/bundle/bundle.ts';
import { peopleRule } from '../../publish/disclosure/rule.ts';
import { freeze } from '../../publish/freeze.ts';
import { verify } from '../../publish/verify/verify.ts';
import { measureDemonstration } from './measure-demonstration.ts';

const today = '2026-11-27';
const published = new Map<string, readonly Publication[]>();

beforeAll(async () => {
  for await (const { example, plan, document, publishedOn } of measureDemonstration(
    measuredExamples,
    today,
  )) {
    const earlier = published.get(example.service) ?? [];
    const next = freeze({ document, plan, rule: peopleRule, earlier, today: publishedOn });
    published.set(example.service, [...earlier, next]);
  }
});

const measures = (service: string, number = -1) =>
  (published.get(service)?.at(number)?.bundle.measures ?? []).map((measure) => ({
    ...measure,
    sentence: measure.headline.sentence.replace(/\s/g, ' '),
    level: measure.evidence.level,
  }));
const only = (service: string) => {
  const [measure] = measures(service);
  if (measure === undefined) throw new Error(`${service} published nothing`);
  return measure;
};

test.each([
  ['estime', 3, /différence cachée/],
  ['zero-logement-vacant', 4, /sont de nouveau habités/],
  ['mps', 2, /heures libérées en octobre 2026/],
  ['maintenant', 2, /constaté sur \d+ cas vérifiés/],
  ['aides.jeunes', 2, /disent avoir demandé une aide/],
  ['handicompatible', 5, /ne permettent pas de dire/],
  ['nosgestesclimat', 5, /Avec ou sans le service, à peu près autant de personnes .* trop peu pour compter/],
  ['reva', 1, /Pas encore mûr/],
  ['plante-et-moi', 1, /c’est un signe/],
  ['acceslibre', 0, /chiffre déclaré par le service/],
])('%s publishes at level %i, in words that say what is known', (service, level, sentence) => {
  expect(only(service)).toMatchObject({ level, sentence: expect.stringMatching(sentence) });
});

test('La Bonne Boite fills the five rows of the impact matrix, drawn at random first, then followed', () => {
  const found = measures('la-bonne-boite');
  expect(found.map(({ matrix, level }) => [matrix, level])).toEqual([
    ['impactful', 5],
    ['impactful', 2],
    ['usable', 0],
    ['used', 0],
    ['useful', 0],
    ['efficient', 0],
  ]);
  expect(found[0]?.sentence).toMatch(/de plus que dans l’autre groupe/);
  expect(found[1]?.sentence).toMatch(/Nous ne savons pas combien/);
});

test('every month planned is published, and what was declared of a month does not change afterwards', () => {
  for (const { service, monthsAgo } of measuredExamples) {
    expect([service, published.get(service)?.length]).toEqual([service, monthsAgo.length]);
  }
  const visits = (number: number) => {
    const counts = measures('la-bonne-boite', number).find(
      ({ indicator }) => indicator === 'visites',
    )?.counts;
    return counts?.kind === 'figures' ? (counts.values ?? []) : [];
  };
  expect(visits(-1).slice(0, visits(0).length)).toEqual(visits(0));
  expect(visits(-1).length).toBe(visits(0).length + 4);
});

test('each publication verifies: its figures are those of its counts', () => {
  for (const publications of published.values()) {
    for (const publication of publications) expect(verify(publication)).toMatchObject({ verdict: 'same' });
  }
});
